"""Theme colours for plots: without alpha, blended into the background of the widget."""

from rich.color import Color as RichColor
from textual.color import Color
from textual.widget import Widget

from tui.plots.axes import Ink, Rgb

BRIGHT = 8
"""The number of the first bright colour of the terminal."""


def ink(widget: Widget, part: str) -> Ink:
    """The colour of a component class: a number in themes that use the terminal's colours, else RGB."""
    colour = widget.get_component_styles(part).color
    if colour.ansi is not None:
        return None if colour.ansi < 0 else colour.ansi
    _, behind = widget.background_colors
    return (behind + colour).rgb


def tint(widget: Widget, *layers: tuple[str, float]) -> Rgb:
    """The colours of component classes, blended over the background one after the other, each with its share."""
    dark = widget.has_pseudo_class("dark")
    _, behind = widget.background_colors
    mixed = behind if behind.ansi is None else Color(0, 0, 0) if dark else Color(255, 255, 255)
    for part, share in layers:
        mixed = mixed.blend(_solid(widget.get_component_styles(part).color, dark=dark), share, alpha=1.0)
    return mixed.rgb


def _solid(colour: Color, *, dark: bool) -> Color:
    """The colour as RGB. A colour of the terminal gets its usual value, the bright one on a dark background."""
    if colour.ansi is None or colour.ansi < 0:
        return Color(*colour.rgb)
    number = colour.ansi + BRIGHT if dark and colour.ansi < BRIGHT else colour.ansi
    return Color(*RichColor.from_ansi(number).get_truecolor())
