"""Guides: what holds for more than one operation."""
