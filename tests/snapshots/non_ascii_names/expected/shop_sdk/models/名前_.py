"""The model `名前`."""

from typing import Literal, TypeAlias

名前: TypeAlias = Literal["甲", "乙", "丙", "丁"]
