"""What access demands, as functions from a page to its faults."""
