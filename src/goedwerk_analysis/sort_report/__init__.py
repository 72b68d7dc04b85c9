"""One page about sorts: self-contained, accessible, printable."""
