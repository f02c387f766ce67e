"""What is kept of a file that was given: neither a person's name, nor how to reach one."""
