"""The adversary: knows who was there, the rule and every picture, and looks for whom it can be certain of."""
