"""The card of an exercise: steps, easier version, cautions."""

from collections.abc import Iterator
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Footer, Static

from routines.dose_words import dose_words
from routines.exercise import Dose, Exercise
from tui.text.clean import one_line


class ExerciseScreen(ModalScreen[None]):
    """One exercise with its dose; here it can be excluded, or included again."""

    @dataclass
    class LeaveOut(Message):
        """Exclude something from every session: `part` goes into the list of the setting."""

        setting: str
        part: str

    BINDINGS = [  # noqa: RUF012 - as Textual has it
        Binding("escape,enter,q", "dismiss", "Back", id="exercise.back", tooltip="Back"),
        Binding(
            "l",
            "leave_out",
            "Exclude",
            id="exercise.out",
            tooltip="Exclude this exercise, or include it again",
        ),
        Binding(
            "m",
            "leave_motion_out",
            "Exclude movement",
            id="exercise.motion",
            tooltip="Exclude all exercises with this movement",
        ),
    ]

    @dataclass
    class TakeIn(Message):
        """Include an excluded exercise again."""

        exercise: Exercise

    def __init__(self, exercise: Exercise, dose: Dose, *, left_out: bool = False) -> None:
        super().__init__()
        self._left_out = left_out
        self._exercise = exercise
        self._dose = dose

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="card") as card:
            card.border_title = Content(one_line(self._exercise.name))
            yield Static(Content("\n").join(self._lines()), id="card-text")
        yield Footer()

    def on_mount(self) -> None:
        self.query_one("#card").focus()

    def action_leave_out(self) -> None:
        """Exclude this exercise, or include it again."""
        out = self.LeaveOut("leave_out", self._exercise.id)
        self.post_message(self.TakeIn(self._exercise) if self._left_out else out)
        self.dismiss()

    def action_leave_motion_out(self) -> None:
        """Exclude every exercise with the first movement of this one."""
        if self._exercise.motion and not self._left_out:
            self.post_message(self.LeaveOut("leave_out_motions", self._exercise.motion[0]))
            self.dismiss()

    def _lines(self) -> Iterator[Content]:
        exercise = self._exercise
        where = " or ".join(exercise.surface)
        facts = f"{dose_words(exercise, self._dose)} · {exercise.position}, {where} · {exercise.aim}"
        yield Content.styled(facts, "dim")
        if self._left_out:
            yield Content.styled("Excluded. l: include it again", "bold")
        elif exercise.motion:
            yield Content.styled(
                f"l: exclude it · m: exclude all with {exercise.motion[0].replace('-', ' ')}", "dim"
            )
        if exercise.aka:
            yield Content.styled(one_line("also called " + ", ".join(exercise.aka)), "dim")
        yield Content("")
        for number, step in enumerate(exercise.steps, 1):
            yield Content(f"{number}. {one_line(step)}")
        if exercise.breathing:
            yield Content(f"\n{one_line(exercise.breathing)}")
        if exercise.easier is not None:
            yield Content.assemble(
                ("\nEasier: ", "bold"),
                one_line(exercise.easier.text),
                (f" ({dose_words(exercise, exercise.easier.dose)})", "dim"),
            )
        for caution in exercise.cautions:
            instead = f" {one_line(caution.instead)}" if caution.instead else ""
            yield Content.assemble(("\n! ", "bold $text-warning"), one_line(caution.text), instead)
