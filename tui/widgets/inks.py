"""The theme's colours as a plot takes them: without alpha, mixed into what lies behind the widget."""

from rich.color import Color as RichColor
from textual.color import Color
from textual.widget import Widget

from tui.plots.axes import Ink, Rgb

BRIGHT = 8
"""The first of the terminal's own bright colours."""


def ink(widget: Widget, part: str) -> Ink:
    """The colour of a component class; in a theme of the terminal's own colours, one of these."""
    colour = widget.get_component_styles(part).color
    if colour.ansi is not None:
        return None if colour.ansi < 0 else colour.ansi
    _, behind = widget.background_colors
    return (behind + colour).rgb


def tint(widget: Widget, *layers: tuple[str, float]) -> Rgb:
    """The colours of component classes, each with its share, laid over the background one over another."""
    dark = widget.has_pseudo_class("dark")
    _, behind = widget.background_colors
    mixed = behind if behind.ansi is None else Color(0, 0, 0) if dark else Color(255, 255, 255)
    for part, share in layers:
        mixed = mixed.blend(_solid(widget.get_component_styles(part).color, dark=dark), share, alpha=1.0)
    return mixed.rgb


def _solid(colour: Color, *, dark: bool) -> Color:
    """The colour in numbers, for one of the terminal's own as these mostly are; on a dark ground the bright one."""
    if colour.ansi is None or colour.ansi < 0:
        return Color(*colour.rgb)
    number = colour.ansi + BRIGHT if dark and colour.ansi < BRIGHT else colour.ansi
    return Color(*RichColor.from_ansi(number).get_truecolor())
