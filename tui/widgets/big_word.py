"""A word in letters five rows high, to be read from the floor."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

ROWS = 5

LETTERS = {
    "A": (" ███ ", "█   █", "█████", "█   █", "█   █"),
    "B": ("████ ", "█   █", "████ ", "█   █", "████ "),
    "C": (" ████", "█    ", "█    ", "█    ", " ████"),
    "D": ("████ ", "█   █", "█   █", "█   █", "████ "),
    "E": ("█████", "█    ", "████ ", "█    ", "█████"),
    "F": ("█████", "█    ", "████ ", "█    ", "█    "),
    "G": (" ████", "█    ", "█  ██", "█   █", " ████"),
    "H": ("█   █", "█   █", "█████", "█   █", "█   █"),
    "I": ("███", " █ ", " █ ", " █ ", "███"),
    "J": ("  ███", "    █", "    █", "█   █", " ███ "),
    "K": ("█   █", "█  █ ", "███  ", "█  █ ", "█   █"),
    "L": ("█    ", "█    ", "█    ", "█    ", "█████"),
    "M": ("█   █", "██ ██", "█ █ █", "█   █", "█   █"),
    "N": ("█   █", "██  █", "█ █ █", "█  ██", "█   █"),
    "O": (" ███ ", "█   █", "█   █", "█   █", " ███ "),
    "P": ("████ ", "█   █", "████ ", "█    ", "█    "),
    "Q": (" ███ ", "█   █", "█ █ █", "█  █ ", " ██ █"),
    "R": ("████ ", "█   █", "████ ", "█  █ ", "█   █"),
    "S": (" ████", "█    ", " ███ ", "    █", "████ "),
    "T": ("█████", "  █  ", "  █  ", "  █  ", "  █  "),
    "U": ("█   █", "█   █", "█   █", "█   █", " ███ "),
    "V": ("█   █", "█   █", "█   █", " █ █ ", "  █  "),
    "W": ("█   █", "█   █", "█ █ █", "██ ██", "█   █"),
    "X": ("█   █", " █ █ ", "  █  ", " █ █ ", "█   █"),
    "Y": ("█   █", " █ █ ", "  █  ", "  █  ", "  █  "),
    "Z": ("█████", "   █ ", "  █  ", " █   ", "█████"),
    "0": (" ███ ", "█   █", "█   █", "█   █", " ███ "),
    "1": (" █ ", "██ ", " █ ", " █ ", "███"),
    "2": ("████ ", "    █", " ███ ", "█    ", "█████"),
    "3": ("████ ", "    █", " ███ ", "    █", "████ "),
    "4": ("█   █", "█   █", "█████", "    █", "    █"),
    "5": ("█████", "█    ", "████ ", "    █", "████ "),
    "6": (" ███ ", "█    ", "████ ", "█   █", " ███ "),
    "7": ("█████", "    █", "   █ ", "  █  ", "  █  "),
    "8": (" ███ ", "█   █", " ███ ", "█   █", " ███ "),
    "9": (" ███ ", "█   █", " ████", "    █", " ███ "),
    "/": ("    █", "   █ ", "  █  ", " █   ", "█    "),
    " ": ("  ", "  ", "  ", "  ", "  "),
}


def lettered(word: str) -> str:
    """The word, or a word with figures, as five lines of blocks; empty when it has a character that has no big letter."""
    if not word or any(letter not in LETTERS for letter in word.upper()):
        return ""
    glyphs = [LETTERS[letter] for letter in word.upper()]
    return "\n".join("  ".join(glyph[row] for glyph in glyphs) for row in range(ROWS))


class BigWord(Widget):
    """A word in big letters where they fit, else as it is, centred."""

    DEFAULT_CSS = """
    BigWord { height: 5; content-align: center middle; text-style: bold; }
    """

    word: reactive[str] = reactive("")

    def render(self) -> Content:
        drawn = lettered(self.word)
        columns, rows = self.content_size
        fits = drawn and rows >= ROWS and len(drawn.split("\n", 1)[0]) <= columns
        return Content(drawn if fits else self.word)
