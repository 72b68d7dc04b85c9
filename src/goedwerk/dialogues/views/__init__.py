"""Pages of a dialogue: for who takes part, and for who leads."""
