"""Forms of a dialogue."""
