"""Markdown from texts that nobody can trust."""
