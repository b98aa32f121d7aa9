"""Digits seven rows high, to be read from the floor."""

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
