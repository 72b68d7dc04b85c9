"""What people share and where they differ: core, bar of differences, fit gap, drift."""
