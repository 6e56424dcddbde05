"""The model `AddCustomerRequest` and its parts."""

from .._runtime.model import Model


class AddCustomerRequestAddress(Model):
    """Add customer request address."""

    city: str | None = None


class AddCustomerRequest(Model):
    """Add customer request."""

    name: str

    address: AddCustomerRequestAddress | None = None

    tags: list[str] | None = None

    expand: list[str] | None = None
