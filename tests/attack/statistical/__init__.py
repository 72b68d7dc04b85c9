"""The pictures that are measured, not proved: one module each, found by name, that holds `PICTURE`."""
