"""Programs that call the SDK, and the same calls with cURL."""
