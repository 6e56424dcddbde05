"""What of a description is not acted on, and the ledger of it."""
