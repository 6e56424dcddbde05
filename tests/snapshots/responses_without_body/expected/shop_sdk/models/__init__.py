"""What the API sends, and takes beside dictionaries."""
