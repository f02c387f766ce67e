"""Our product beside plain Dash, on the same data, in the same run."""
