"""How what an API says is spelled, wherever it is told."""
