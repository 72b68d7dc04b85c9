"""Conversations: what people agree on, along which lines they differ, and whether there are groups.

Two recipes: `goedwerk_analysis.opinions.goedwerk.explore` and, exactly as Polis
does it, `goedwerk_analysis.opinions.polis.polis`.
"""
