"""Choosing a routine: the shipped ones and the person's own."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from routines.exercise import Routine
from routines.session.plan import make_plan
from tui.session.view import count_exercises
from tui.text.clean import clock_time, one_line

MOST_FAULTS = 5


class RoutineScreen(ModalScreen[str | None]):
    """Asks for a routine and answers with its id. `faults` of the person's own files are shown below."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", "Back", id="routine.back", tooltip="Keep the routine as it is")
    ]

    def __init__(self, routines: Mapping[str, Routine], chosen: str, faults: Sequence[str]) -> None:
        super().__init__()
        self._routines = routines
        self._chosen = chosen
        self._faults = faults

    def compose(self) -> ComposeResult:
        with Vertical(id="card") as card:
            card.border_title = Content("Routine")
            yield OptionList(
                *(Option(self._row(routine)) for routine in self._routines.values()), markup=False
            )
            yield Static(Content("\n".join(self._fault_lines())), id="faults")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        self.query_one(OptionList).highlighted = list(self._routines).index(self._chosen)

    def _row(self, routine: Routine) -> Content:
        whose = " (yours)" if routine.own else ""
        facts = f"{count_exercises(len(routine.items))}, {clock_time(make_plan(routine).seconds)}"
        note = f"\n{one_line(routine.note, 200)}" if routine.note else ""
        return Content.assemble((one_line(routine.name, 50) + whose, "bold"), f"  {facts}", (note, "dim"))

    def _fault_lines(self) -> list[str]:
        more = len(self._faults) - MOST_FAULTS
        lines = [one_line(fault, 300) for fault in self._faults[:MOST_FAULTS]]
        return [*lines, f"and {more} more: tolerable check"] if more > 0 else lines

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(list(self._routines)[event.option_index])

    def action_leave(self) -> None:
        self.dismiss(None)
