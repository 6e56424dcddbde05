"""What the API sends, and takes beside dictionaries."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .get_switch_on import GetSwitchOn as GetSwitchOn
    from .same import Same as Same
    from .switch import Switch as Switch
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
get_switch_on: GetSwitchOn
same: Same
switch: Switch
""",
    )
