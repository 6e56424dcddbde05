"""The pages of resources, models and webhooks."""
