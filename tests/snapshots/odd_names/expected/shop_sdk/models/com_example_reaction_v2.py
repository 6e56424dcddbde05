"""The model `ComExampleReactionV2`."""

from typing import Annotated

from pydantic import Field

from .._runtime.model import Model


class ComExampleReactionV2(Model):
    """Com example reaction v2."""

    plus_1: Annotated[int, Field(alias="+1")]

    minus_1: Annotated[int, Field(alias="-1")]

    field: Annotated[str, Field(alias="")]

    field_1: Annotated[str | None, Field(alias="1")] = None

    field_2nd: Annotated[str | None, Field(alias="2nd")] = None

    ref_count: Annotated[int | None, Field(alias="$ref-count")] = None

    at_id: Annotated[str | None, Field(alias="@id")] = None

    a_b: Annotated[str | None, Field(alias="a.b")] = None

    a_b_2: Annotated[str | None, Field(alias="a b")] = None

    class_: Annotated[str | None, Field(alias="__class__")] = None

    init: Annotated[str | None, Field(alias="__init__")] = None

    private: Annotated[str | None, Field(alias="_private")] = None

    trailing: Annotated[str | None, Field(alias="trailing_")] = None

    say_hi: Annotated[str | None, Field(alias='say "hi"')] = None

    back_slash: Annotated[str | None, Field(alias="back\\slash")] = None

    new_line: Annotated[str | None, Field(alias="new\nline")] = None

    http_server_urls: Annotated[str | None, Field(alias="HTTPServerURLs")] = None

    oauth_token: Annotated[str | None, Field(alias="OAuthToken")] = None

    oauth2_token: Annotated[str | None, Field(alias="oauth2Token")] = None

    i_phone: Annotated[str | None, Field(alias="iPhone")] = None
