"""sdkgen: from an OpenAPI description to the Python SDK a careful engineer would write."""
