"""What people do in a dialogue: preparing, leading, taking part, reading texts, ending."""
