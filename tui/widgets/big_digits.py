"""Digits seven rows high, to be read from the floor."""

from textual.content import Content
from textual.reactive import reactive
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
    """A time or number in big digits, centred. Empty text shows nothing."""

    DEFAULT_CSS = """
    BigDigits { height: 7; content-align: center middle; text-style: bold; }
    """

    text: reactive[str] = reactive("")

    def render(self) -> Content:
        return Content(big(self.text))
