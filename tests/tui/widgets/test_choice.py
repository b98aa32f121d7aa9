"""A word of a row is chosen by its letter or with the arrows; what does not fit goes on in the next line."""

from collections.abc import Sequence

import pytest
from textual.app import App, ComposeResult

from tests.fakes import FakeClock
from tests.tui.entries import HOSTILE
from tui.entry.row import Field
from tui.entry.scale import Scale
from tui.text.clean import clean
from tui.widgets.choice import ChoiceField, MultiChoiceField
from tui.widgets.text_fields import NoteInput, RecentWords


class FieldApp(App[None]):
    """A field, and nothing else."""

    def __init__(self, field: Field) -> None:
        super().__init__()
        self.field = field
        self.changes = 0

    def compose(self) -> ComposeResult:
        yield self.field

    def on_choice_field_changed(self) -> None:
        self.changes += 1


def lines(field: ChoiceField) -> list[str]:
    return str(field.render()).split("\n")


async def pressed(field: Field, *keys: str, width: int = 60) -> str:
    """What stands in the field after these keys."""
    app = FieldApp(field)
    async with app.run_test(size=(width, 10)) as pilot:
        await pilot.press(*keys)
        return field.text


@pytest.mark.parametrize(
    ("keys", "chosen"),
    [
        (("m",), "massage"),
        (("e",), "medicine"),
        (("x",), ""),
        (("m", "backspace"), ""),
        (("right", "right"), "cold"),
        (("left",), "mud"),
    ],
)
async def test_a_word_is_chosen_by_its_letter_or_with_the_arrows(keys: Sequence[str], chosen: str) -> None:
    assert await pressed(ChoiceField(("heat", "cold", "massage", "medicine", "mud")), *keys) == chosen


@pytest.mark.parametrize(
    ("keys", "chosen"),
    [
        (("l", "e"), "low-back, leg"),
        (("e", "l"), "low-back, leg"),
        (("l", "e", "l"), "leg"),
        (("right", "right", "space"), "buttock"),
        (("space",), "low-back"),
        (("l", "e", "delete"), ""),
    ],
)
async def test_several_words_are_chosen_each_on_its_own(keys: Sequence[str], chosen: str) -> None:
    assert await pressed(MultiChoiceField(("low-back", "buttock", "leg")), *keys) == chosen


async def test_the_choice_is_bracketed_and_letters_are_marked_in_the_focused_row() -> None:
    choice = ChoiceField(("now", "average"), 1)
    async with FieldApp(choice).run_test(size=(60, 10)) as pilot:
        await pilot.pause()
        assert lines(choice) == [" now [average]"]
        assert [span.style for span in choice.render().spans].count("underline") == 1
        choice.blur()
        await pilot.pause()
        assert not any("underline" in str(span.style) for span in choice.render().spans)


async def test_a_long_row_continues_on_the_next_line_between_words() -> None:
    choice = ChoiceField(("below the knee", "low back", "leg"))
    async with FieldApp(choice).run_test(size=(27, 10)) as pilot:
        choice.styles.width = "1fr"
        await pilot.pause()
        assert lines(choice) == [" below the knee  low back ", " leg "]
        assert choice.size.height == 2


async def test_words_can_be_added_to_an_open_row_only() -> None:
    closed, free = ChoiceField(("heat",)), ChoiceField(("heat",), 0, open=True)
    for choice in (closed, free):
        choice.add_options(["mat", "heat", "mat"])
    assert (closed.text, free.text) == ("", "heat")
    closed.text = free.text = "mat"
    assert (closed.text, free.text) == ("", "mat")
    free.text = "acupuncture"
    assert free.text == "acupuncture"


@pytest.mark.parametrize("hostile", HOSTILE)
async def test_a_hostile_word_is_shown_short_and_harmless(hostile: str) -> None:
    choice = ChoiceField((), open=True)
    async with FieldApp(choice).run_test(size=(60, 10)) as pilot:
        choice.text = hostile
        await pilot.pause()
        assert choice.text == hostile
        assert all(clean(line) == line and len(line) <= 60 for line in lines(choice))


async def test_each_change_of_the_choice_is_reported_once() -> None:
    app = FieldApp(MultiChoiceField(("a", "b")))
    async with app.run_test() as pilot:
        await pilot.press("a")
        await pilot.pause()
        changes = app.changes
        await pilot.pause()
        assert app.changes == changes > 0


@pytest.mark.parametrize(
    ("text", "shown"), [("4", "4"), ("10", "10"), ("4.3", "4.3"), ("11", ""), ("nan", ""), ("x", "")]
)
async def test_a_scale_holds_only_ratings(text: str, shown: str) -> None:
    scale = Scale(FakeClock())
    async with FieldApp(scale).run_test():
        scale.text = text
        assert scale.text == shown


async def test_a_digit_replaces_a_rating_between_whole_numbers() -> None:
    scale = Scale(FakeClock())
    async with FieldApp(scale).run_test(size=(60, 10)) as pilot:
        scale.text = "4.3"
        await pilot.pause()
        assert lines(scale)[0].endswith("[4.3]")
        await pilot.press("5")
        assert scale.text == "5"
        await pilot.press("backspace")
        assert scale.text == ""


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("ti", "tired"),
        ("Ti", "Tired"),
        ("garden, t", "garden, tired"),
        ("tired, ", "tired, garden"),
        ("tired, garden, ", None),
        ("", None),
        ("[/]", None),
    ],
)
async def test_the_last_of_several_words_is_completed(typed: str, completed: str | None) -> None:
    again = RecentWords()
    again.words = ("tired", "garden")
    assert await again.get_suggestion(typed) == completed


async def test_a_line_stays_a_line() -> None:
    line = NoteInput()
    async with FieldApp(line).run_test():
        line.text = "one\ntwo\x1b[2J"
        assert line.text == "one two[2J"
