"""The staff site as it runs: what its operator starts, what answers, what does long works."""
