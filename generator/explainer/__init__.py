"""Explainer turns structured YAML about a news story into a browsable static site."""

__version__ = "0.1.0"
