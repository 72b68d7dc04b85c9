"""One self-contained page that a group can read: sentence, certainty, picture, table, reading help."""
