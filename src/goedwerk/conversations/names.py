"""What the findings of a conversation are called where they are stored."""

LANDSCAPE, VOTES = "landscape", "votes"
