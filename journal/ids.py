"""Names for records: UUIDv7, which sort by the moment they were made."""

import re
from collections.abc import Callable

RANDOM_BITS = 74
"""12 before and 62 after the variant: read as one counter, they keep ids apart within a millisecond."""

LAST_MS = 2**48 - 1

CANONICAL = "[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"


def is_id(text: str) -> bool:
    """Whether this is a UUIDv7 in its lowercase canonical form."""
    return re.fullmatch(CANONICAL, text) is not None


class Ids:
    """A source of UUIDv7, each greater than the last, as text too (RFC 9562, 6.2, method 2).

    `now_ms` gives milliseconds since 1970, `random_bits(n)` a number of n random bits.
    """

    def __init__(self, now_ms: Callable[[], int], random_bits: Callable[[int], int]) -> None:
        self._now_ms = now_ms
        self._random_bits = random_bits
        self._last = 0

    def __call__(self, after: str | None = None) -> str:
        """Make an id greater than `after` and than the last one made, even when the clock runs backwards."""
        floor = self._last if after is None else max(self._last, _ordinal(after))
        moment = min(max(self._now_ms(), 0), LAST_MS)
        self._last = max(moment << RANDOM_BITS | self._random_bits(RANDOM_BITS), floor + 1)
        return _text(self._last)


def _text(ordinal: int) -> str:
    moment, random = divmod(ordinal, 1 << RANDOM_BITS)
    high, low = divmod(random, 1 << 62)
    digits = f"{moment << 80 | 0x7 << 76 | high << 64 | 0b10 << 62 | low:032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


def _ordinal(text: str) -> int:
    """Return the moment and the random part as one number, without version and variant."""
    whole = int(text.replace("-", ""), 16)
    moment, high, low = whole >> 80, whole >> 64 & 0xFFF, whole & (1 << 62) - 1
    return moment << RANDOM_BITS | high << 62 | low
