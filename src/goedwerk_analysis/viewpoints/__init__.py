"""Viewpoints: Q factor analysis of value sorts."""

from goedwerk_analysis.viewpoints.analysis import Viewpoints, analyse

__all__ = ["Viewpoints", "analyse"]
