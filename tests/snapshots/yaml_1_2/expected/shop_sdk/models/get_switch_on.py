"""The model `GetSwitchOn`."""

from typing import Literal, TypeAlias

GetSwitchOn: TypeAlias = Literal["on", "off", "yes", "no"]
