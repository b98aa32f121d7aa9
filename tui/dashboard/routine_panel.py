"""The routine pane: exercises with their doses, marks, and cautions."""

from collections.abc import Mapping
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from routines.dose_words import dose_words
from routines.exclusions import LeftOut
from routines.exercise import Item
from tui.keys import DEFAULT_KEYMAP, Keymap
from tui.session.progress import NOW, SKIPPED, TO_DO
from tui.text.clean import clock_time, one_line
from tui.today.snapshot import TodaysRoutine

NOTHING_LEFT = """Every exercise of this routine is excluded.

{routine}   another routine
tolerable set leave_out ""
tolerable set leave_out_motions ""
include all again."""

MOST_FAULTS = 3
"""Faults of the person's own routine files shown at once."""


def row(mark: str, name: str, dose: str, width: int) -> str:
    """One line of exactly `width` cells: mark and name to the left, the dose to the right.

    A long name is cut before the dose is.
    """
    dose = one_line(dose)
    room = max(width - cell_len(dose) - 3, 0)
    name = one_line(name)
    if cell_len(name) > room:
        name = set_cell_size(name, max(room - 1, 0)).rstrip() + "…"
    return set_cell_size(f"{mark} {set_cell_size(name, room)} {dose}", max(width, 0))


def describe_exclusion(left: LeftOut) -> str:
    """An excluded exercise, and what replaces it."""
    instead = f" {one_line(left.instead, 100)}" if left.instead else ""
    return f"{SKIPPED} excluded: {one_line(left.exercise.name, 30)}.{instead}"


class RoutinePanel(Vertical):
    """The exercises of a plan. `enter` on one asks for its steps."""

    DEFAULT_CSS = """
    RoutinePanel OptionList, RoutinePanel OptionList:focus {
        border: none; padding: 0; height: auto; background: transparent;
    }
    RoutinePanel OptionList > .option-list--option { padding: 0; }
    """

    today: reactive[TodaysRoutine | None] = reactive(None, init=False)
    marks: reactive[Mapping[str, str]] = reactive({}.copy, init=False)
    nothing_left: reactive[bool] = reactive(default=False, init=False)
    faults: reactive[tuple[str, ...]] = reactive((), init=False)
    keys: reactive[Keymap] = reactive(DEFAULT_KEYMAP, init=False)

    @dataclass
    class ExerciseChosen(Message):
        """The person asked for the steps of an exercise, which may be an excluded one."""

        item: Item
        left_out: bool

    def compose(self) -> ComposeResult:
        yield OptionList(id="exercises", markup=False)
        yield Static(id="left-out", markup=False)
        yield Static(id="caution", markup=False)
        yield Static(id="faults", markup=False)

    def watch_today(self, today: TodaysRoutine | None) -> None:
        if today is not None:
            self.border_title = Content(f"Routine: {one_line(today.plan.routine.name, 40)}")
            self.border_subtitle = Content(
                f"{clock_time(today.plan.seconds)} · {self.keys.hint('routine', 'another')}"
            )
        lines = [describe_exclusion(left) for left in today.left_out] if today is not None else []
        self.query_one("#left-out", Static).update(Content("\n".join(lines)))
        self._fill()

    def watch_marks(self) -> None:
        self._fill()

    def watch_faults(self, faults: tuple[str, ...]) -> None:
        lines = [one_line(fault, 200) for fault in faults[:MOST_FAULTS]]
        more = [f"and {len(faults) - MOST_FAULTS} more: tolerable check"] if len(faults) > MOST_FAULTS else []
        self.query_one("#faults", Static).update(Content("\n".join([*lines, *more])))

    def on_resize(self) -> None:
        self._fill()

    def watch_nothing_left(self) -> None:
        self._fill()

    @property
    def _items(self) -> tuple[Item, ...]:
        """The exercises of the rows: those of the plan, then the excluded ones."""
        if self.today is None:
            return ()
        left_out = (Item(left.exercise, left.exercise.dose) for left in self.today.left_out)
        return (*self.today.plan.routine.items, *left_out)

    def _fill(self) -> None:
        """Write the rows. The highlight follows a running session, else stays where it is."""
        options = self.query_one(OptionList)
        rows = [self._row(item) for item in self._items]
        if options.option_count == len(rows):
            for index, text in enumerate(rows):
                options.replace_option_prompt_at_index(index, Content(text))
        else:
            options.clear_options()
            options.add_options([Option(Content(text)) for text in rows])
            options.highlighted = 0 if rows else None
        marked = [self.marks.get(item.exercise.id) for item in self._items]
        if NOW in marked:
            options.highlighted = marked.index(NOW)
        self._write_caution()

    def _row(self, item: Item) -> str:
        exercise = item.exercise
        width = self.query_one(OptionList).scrollable_content_region.width or self.content_size.width
        if self._is_left_out(item):
            return row(SKIPPED, exercise.name, "excluded", width)
        return row(self.marks.get(exercise.id, TO_DO), exercise.name, dose_words(exercise, item.dose), width)

    def _is_left_out(self, item: Item) -> bool:
        return self.today is not None and item.exercise in {left.exercise for left in self.today.left_out}

    @on(OptionList.OptionHighlighted)
    def show_caution(self) -> None:
        self._write_caution()

    def _write_caution(self) -> None:
        """Show the caution of the highlighted exercise, and the reason of its dose."""
        index = self.query_one(OptionList).highlighted
        items = self._items
        text = (
            Content(NOTHING_LEFT.format(routine=self.keys.display("routine")))
            if self.nothing_left
            else Content("")
        )
        if index is not None and index < len(items):
            text = self._caution(items[index])
        self.query_one("#caution", Static).update(text)

    def _caution(self, item: Item) -> Content:
        exercise, dose = item.exercise, dose_words(item.exercise, item.dose)
        caution = " ".join(caution.text for caution in exercise.cautions[:1])
        reason = "" if self.today is None else self.today.reasons.get(exercise.id, "")
        return Content.assemble(
            (f"{one_line(exercise.name)}: ", "bold") if caution else "",
            one_line(caution),
            f"\n{dose}: {one_line(reason)}" if reason else "",
            ("\nenter: steps", "dim"),
        )

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        items = self._items
        if event.option_index < len(items):
            item = items[event.option_index]
            self.post_message(self.ExerciseChosen(item, self._is_left_out(item)))
