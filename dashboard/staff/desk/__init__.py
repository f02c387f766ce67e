"""What every page stands on: the desk of its site, its guards, who asks, how it is drawn."""
