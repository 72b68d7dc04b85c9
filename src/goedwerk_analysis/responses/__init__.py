"""Checked containers for what people answered; import them from the submodules."""
