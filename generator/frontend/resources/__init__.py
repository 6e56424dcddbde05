"""Where an operation stands in the client, and what it is called there."""
