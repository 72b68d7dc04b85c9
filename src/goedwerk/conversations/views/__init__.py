"""Pages of a conversation: voting on one statement after another, and the desk on which statements are read."""
