"""The fictional territory: an agglomeration that does not exist, to show what real data lack."""
