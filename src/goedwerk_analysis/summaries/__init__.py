"""Sums over people that can be merged; import them from the submodules."""
