"""What people do in a conversation: vote, propose, and read what others propose."""
