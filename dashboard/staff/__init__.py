"""The staff site: accounts, drafts, publication. A process of its own, beside the public one."""
