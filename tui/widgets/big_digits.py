"""Digits seven rows high, to be read from the floor."""

from typing import ClassVar

from textual.reactive import reactive

from tui.widgets.drawing import Drawing, Line

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


class BigDigits(Drawing):
    """A time or number in big digits, in the middle of its place. Empty text shows nothing."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"big-digits--digit"}

    DEFAULT_CSS = """
    BigDigits { height: 7; text-style: bold; }
    """

    text: reactive[str] = reactive("", repaint=False)

    def watch_text(self) -> None:
        self.redraw()

    def draw(self, columns: int, rows: int) -> tuple[Line, ...]:
        above = (rows - ROWS) // 2
        lines = [""] * above + big(self.text).split("\n")[max(0, -above) :]
        return tuple(((line.center(columns)[:columns], "big-digits--digit"),) for line in lines[:rows])
