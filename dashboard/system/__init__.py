"""What every process of the service asks of the machine it runs on."""
