"""Rashomon compares independent accounts of one event and says where they differ."""

__version__ = "0.1.0"
