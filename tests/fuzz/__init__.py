"""Requests that nobody meant, to the platform as it is served."""
