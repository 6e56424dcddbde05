"""Numbers as both formats spell them, as far as they can be reckoned with."""

from __future__ import annotations

from math import isfinite


class TooLargeError(ValueError):
    """A number, given as it is spelled, that is beyond those with a fraction.

    Whatever compares the two, or writes it as JSON elsewhere, could not.
    """


def integer(text: str) -> int:
    """A whole number: decimal, or after `0x` or `0o`.

    Raises:
        TooLargeError: It is.
    """
    try:
        value = int(text, 0 if text[1:2] in ("x", "o") else 10)
        if isfinite(value):
            return value
    except (ValueError, OverflowError):
        # Python refuses to convert what has thousands of digits.
        pass
    raise TooLargeError(text)


def real(text: str) -> float:
    """A number with a fraction or an exponent.

    Raises:
        TooLargeError: It is.
    """
    value = float(text)
    if not isfinite(value):
        raise TooLargeError(text)
    return value
