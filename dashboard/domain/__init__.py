"""The words and the rules of the trade. Standard library only."""
