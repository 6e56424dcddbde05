"""The model `CreateAssistantFileRequest`."""

from .._runtime.model import Model


class CreateAssistantFileRequest(Model):
    """Names the file to attach to an assistant."""

    file_id: str
    """ID of a file which was uploaded with the purpose `assistants`."""
