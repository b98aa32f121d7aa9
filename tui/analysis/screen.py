"""The tolerable medium: pain against activity, what exercises and relief were followed by, and the week."""

from functools import partial

from textual.binding import Binding, BindingType

from tui.analysis import graph_view as medium_view
from tui.analysis.effects_view import EffectsView
from tui.analysis.graph_view import MediumView
from tui.analysis.service import AnalysisService
from tui.analysis.week_view import PacingView
from tui.widgets.tabbed_screen import TabbedScreen, palette_actions, shared_keys

NAMES = ("g Graph", "e Exercises", "w Week")

GOOD_TO_KNOW = """The line is the pain to be expected at each level of activity, the band around it how sure that is. Nothing is
drawn beyond what you have tried. An answer is computed from the diary alone, each time it is shown."""

KEYS: list[BindingType] = [
    Binding("g", "show(0)", "Graph", show=False, id="medium.graph", tooltip="Pain and activity as a graph"),
    Binding(
        "e",
        "show(1)",
        "Exercises",
        show=False,
        id="medium.effects",
        tooltip="Pain after exercises and relief",
    ),
    Binding("w", "show(2)", "Week", show=False, id="medium.week", tooltip="The plan of the week"),
    *shared_keys("medium", "Graph, exercises, week"),
]


class AnalysisScreen(TabbedScreen):
    """What the diary shows."""

    BINDINGS = KEYS
    OFFERED = palette_actions([*KEYS, *medium_view.KEYS])

    def __init__(self, analysis: AnalysisService) -> None:
        makers = (
            partial(MediumView, analysis, id="medium-view"),
            partial(EffectsView, analysis.effects, id="effects-view"),
            partial(PacingView, analysis.pacing, id="pacing-view"),
        )
        super().__init__(NAMES, makers, (medium_view.KEYS, (), ()), GOOD_TO_KNOW)
