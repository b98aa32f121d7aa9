"""Digits seven rows high, to be read from the floor."""

from rich.segment import Segment
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

ROWS = 7

GLYPHS = {
    "0": (" ███ ", "█   █", "█   █", "█   █", "█   █", "█   █", " ███ "),
    "1": ("  █  ", " ██  ", "█ █  ", "  █  ", "  █  ", "  █  ", "█████"),
    "2": (" ███ ", "█   █", "    █", "  ██ ", " █   ", "█    ", "█████"),
    "3": (" ███ ", "█   █", "    █", "  ██ ", "    █", "█   █", " ███ "),
    "4": ("   █ ", "  ██ ", " █ █ ", "█  █ ", "█████", "   █ ", "   █ "),
    "5": ("█████", "█    ", "████ ", "    █", "    █", "█   █", " ███ "),
    "6": (" ███ ", "█    ", "█    ", "████ ", "█   █", "█   █", " ███ "),
    "7": ("█████", "    █", "   █ ", "   █ ", "  █  ", "  █  ", "  █  "),
    "8": (" ███ ", "█   █", "█   █", " ███ ", "█   █", "█   █", " ███ "),
    "9": (" ███ ", "█   █", "█   █", " ████", "    █", "    █", " ███ "),
    ":": (" ", " ", "█", " ", "█", " ", " "),
}
"""Each digit as rows of dots; a dot is shown two cells wide, which makes it about square."""


def big(text: str) -> str:
    """The digits and colons of `text` as seven lines; other characters are left out."""
    glyphs = [GLYPHS[ch] for ch in text if ch in GLYPHS]
    rows = ("  ".join("".join(dot * 2 for dot in glyph[row]) for glyph in glyphs) for row in range(ROWS))
    return "\n".join(rows)


class BigDigits(Widget):
    """A time or number in big digits, in the middle of its place. Empty text shows nothing.

    It is drawn line by line: it changes every second of a session, and so little costs least.
    """

    DEFAULT_CSS = """
    BigDigits { height: 7; text-style: bold; }
    """

    text: reactive[str] = reactive("")

    def render_line(self, y: int) -> Strip:
        columns, rows = self.size
        row = y - (rows - ROWS) // 2
        line = big(self.text).split("\n")[row] if 0 <= row < ROWS else ""
        return Strip([Segment(line.center(columns)[:columns], self.rich_style)], columns)
