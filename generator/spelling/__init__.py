"""How what an API says is spelled, in the package as in its docs."""
