"""Cleans text for the screen: all text from a person or a file goes through here."""

ALLOWED = "\n\u200c\u200d"
"""Allowed though not printable: the line feed, and the two joiners that scripts and emoji need."""


def clean(text: str) -> str:
    """The text with printable characters and line feeds only.

    Control sequences lose their first character and become harmless text. Characters that
    reorder text (bidirectional overrides and isolates), lone surrogates and unassigned ones are dropped, a
    tab becomes a space, and each of Unicode's line ends becomes a line feed.
    """
    lines = text.replace("\t", " ").splitlines()
    if text.endswith(("\n", "\r", "\u2028", "\u2029")):
        lines.append("")
    return "".join(ch for ch in "\n".join(lines) if ch.isprintable() or ch in ALLOWED)


def one_line(text: str, most: int = 500) -> str:
    """The cleaned text on one line, cut to `most` characters with an ellipsis."""
    flat = " ".join(clean(text).split())
    return flat if len(flat) <= most else flat[: most - 1] + "…"


def clock_time(seconds: float) -> str:
    """Minutes and seconds as `1:05`, rounded up to whole seconds."""
    whole = max(0, -int(-seconds // 1))
    return f"{whole // 60}:{whole % 60:02}"


def format_number(value: float) -> str:
    """A number without unnecessary digits: `4`, `3.6`, `11,012`."""
    return f"{value:,.0f}" if value == int(value) or abs(value) >= 100 else f"{value:.1f}"  # noqa: PLR2004
