"""Files of sorts that other tools write and read."""
