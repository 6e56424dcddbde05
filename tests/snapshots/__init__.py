"""One folder a feature: a small description, and what sdkgen makes of it."""
