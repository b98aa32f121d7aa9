"""Ratings after a session: how each exercise felt, and the pain right now."""

from collections.abc import Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Footer, Label

from tui.entry.scale import Scale
from tui.system.clock import Clock
from tui.text.clean import one_line

OVERALL = ""
"""The key, among the exercises, of the rating after all of them."""


class FeedbackScreen(ModalScreen[dict[str, int]]):
    """Asks for a rating of each exercise, and of now. Returns the ratings given, by exercise id.

    `exercises` maps ids to names, in the order they were done.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "save", "Save", id="feedback.save", tooltip="Save what you rated"),
        Binding("down,tab", "app.focus_next", "Next", id="feedback.next", tooltip="The next exercise"),
        Binding("up", "app.focus_previous", "Previous", id="feedback.before", tooltip="The exercise before"),
        Binding("escape", "save", "Close", id="feedback.leave", tooltip="Close; your ratings are kept"),
    ]

    def __init__(self, clock: Clock, exercises: Mapping[str, str], summary: str) -> None:
        super().__init__()
        self._clock = clock
        self._exercises = {**exercises, OVERALL: "Right now"}
        self._summary = summary

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="form", can_focus=False) as form:
            form.border_title = Content(f"Done: {self._summary}")
            yield Label("How much did it hurt? 0 to 10. You can skip any question.", markup=False)
            for index, name in enumerate(self._exercises.values()):
                with Horizontal(classes="exercise"):
                    yield Label(one_line(name, 22), markup=False)
                    yield Scale(self._clock, id=f"scale-{index}")
        yield Footer(show_command_palette=False)

    def action_save(self) -> None:
        scales = [self.query_one(f"#scale-{index}", Scale).index for index in range(len(self._exercises))]
        pairs = zip(self._exercises, scales, strict=True)
        self.dismiss({exercise: nrs for exercise, nrs in pairs if nrs is not None})
