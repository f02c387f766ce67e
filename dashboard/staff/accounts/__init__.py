"""Accounts: who may come in, by what, as whom, for how long."""
