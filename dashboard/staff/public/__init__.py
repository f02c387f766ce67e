"""What the public sees of a territory now, what it is told of acts, how old the data are."""
