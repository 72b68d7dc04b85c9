"""From first to second choice, and how views and preferences hang together."""
