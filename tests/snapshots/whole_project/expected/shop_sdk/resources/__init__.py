"""The operations, grouped as they are under the client."""
