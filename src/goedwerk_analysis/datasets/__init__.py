"""Small published data sets to learn with; import them from the submodules."""
