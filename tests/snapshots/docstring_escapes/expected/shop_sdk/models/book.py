"""The model `Book`."""

from typing import Annotated, Literal

from pydantic import Field

from .._runtime.model import Model


class Book(Model):
    """\"\"\" import os os.system('true') \"\"\"."""

    field: Annotated[str, Field(alias='"""')]
    """Quotes \\"""

    three: Annotated[str, Field(alias="three '''")]

    field_2: Annotated[Literal["\\"], Field(alias="\\")]

    text: str | None = None
    """Rightto left, a zero, a space and a return."""

    html: str | None = None
    """<script>alert(1)</script> & **bold**"""

    long: str | None = None
    """AWordThatIsFarTooLongToBeWrappedAnywhereAndStaysOnALineOfItsOwnWhateverTheWidthOfThatLineIsSupposedToBe.
    """

    null: str | None = None
    """`None`, `True` and `False` are what JSON calls them."""

    jinja: str | None = None
    """{{ 7 * 7 }} {% raw %} {# comment #}"""
