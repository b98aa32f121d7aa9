"""The forms as a person uses them: few keys, nothing lost, and what is typed is what the journal holds."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import Footer, Label, Static

from journal.observations import Activity, Note, Pain, Position, Posture, Recall, Relief, Site, Skip, Skipped
from journal.record import Body, Draft, Entry, Source, from_json
from tests.fakes import CommandLine
from tests.tui.app_harness import AppHarness, until
from tests.tui.entries import as_typed, by_hand, entry
from tui.dashboard.safety_screen import SafetyScreen
from tui.dashboard.screen import DashboardScreen
from tui.entry.activity import ActivityScreen
from tui.entry.evening import EveningScreen
from tui.entry.form import EntryForm
from tui.entry.forms import EDITORS, FORMS, form_for
from tui.entry.note import NoteScreen
from tui.entry.pain import PainScreen
from tui.entry.position import PositionScreen
from tui.entry.relief import ReliefScreen
from tui.entry.row import FieldRow, rows_in
from tui.entry.values import field_texts
from tui.text.clean import clean

WIDE, NARROW = (120, 40), (80, 24)
HOSTILE = "[/] [@click=app.quit]x \x1b]52;c;AAAA\x07 \u202eabc\nsecond line"
F = TypeVar("F", bound=EntryForm)


@pytest.fixture
def harness(tmp_path: Path) -> AppHarness:
    return AppHarness(tmp_path)


@asynccontextmanager
async def opened(harness: AppHarness, size: tuple[int, int] = WIDE) -> AsyncIterator[Pilot[str]]:
    async with harness.app.run_test(size=size) as pilot:
        dashboard = harness.app.screen_stack[1]
        assert isinstance(dashboard, DashboardScreen)
        await until(pilot, lambda: dashboard.state.today is not None)
        yield pilot


def noted(harness: AppHarness, *kinds: str) -> list[Body]:
    return [entry.body for entry in harness.entries(*kinds)]


def note(harness: AppHarness, body: Body, ago: float = 0, source: Source = Source.TYPED) -> Entry:
    """Something noted so many minutes ago."""
    now = harness.clock.now() - timedelta(minutes=ago)
    draft = Draft(body, now.date(), now, harness.clock.zone_name, source)
    harness.thread.submit(lambda store: store.write([draft])).result(10)
    return harness.entries()[-1]


def form(harness: AppHarness, kind: type[F]) -> F:
    screen = harness.app.screen
    assert isinstance(screen, kind)
    return screen


def aside(harness: AppHarness, name: str) -> str:
    row = harness.app.screen.query_one(f"#field-{name}").parent
    assert isinstance(row, FieldRow)
    return str(row.query_one(".aside", Label).render())


def shown(harness: AppHarness, name: str) -> str:
    return str(harness.app.screen.query_one(f"#{name}", Static).render())


async def keys(harness: AppHarness, pilot: Pilot[str], *pressed: str, count: int) -> None:
    """Press keys, of which there are so many."""
    assert len(pressed) == count
    await pilot.press(*pressed)
    await until(pilot, lambda: not isinstance(harness.app.screen, EntryForm))


# As few keys as there can be


async def test_pain_takes_three_keys(harness: AppHarness) -> None:
    async with opened(harness) as pilot:
        await keys(harness, pilot, "p", "4", "enter", count=3)
        await until(pilot, lambda: noted(harness) == [Pain(4)])


async def test_the_worst_pain_takes_four_keys(harness: AppHarness) -> None:
    async with opened(harness) as pilot:
        await keys(harness, pilot, "p", "1", "0", "enter", count=4)
        await until(pilot, lambda: noted(harness) == [Pain(10)])


async def test_activity_takes_six_keys(harness: AppHarness) -> None:
    async with opened(harness) as pilot:
        await keys(harness, pilot, "a", "5", "0", "0", "0", "enter", count=6)
        await until(pilot, lambda: noted(harness) == [Activity(steps=5000)])


async def test_undo_takes_one_key(harness: AppHarness) -> None:
    async with opened(harness) as pilot:
        await keys(harness, pilot, "p", "4", "enter", count=3)
        await until(pilot, lambda: bool(noted(harness)))
        await pilot.press("u")
        await until(pilot, lambda: not noted(harness))


@pytest.mark.parametrize(
    ("letter", "posture"),
    [("s", Posture.SITTING), ("t", Posture.STANDING), ("l", Posture.LYING), ("w", Posture.WALKING)],
)
async def test_a_position_is_chosen_by_one_key(harness: AppHarness, letter: str, posture: Posture) -> None:
    async with opened(harness) as pilot:
        await keys(harness, pilot, "o", letter, "enter", count=3)
        await until(pilot, lambda: noted(harness) == [Position(posture)])


async def test_a_position_is_chosen_by_the_arrows_too(harness: AppHarness) -> None:
    async with opened(harness) as pilot:
        await keys(harness, pilot, "o", "right", "right", "right", "enter", count=5)
        await until(pilot, lambda: noted(harness) == [Position(Posture.LYING)])


async def test_relief_takes_three_keys(harness: AppHarness) -> None:
    async with opened(harness) as pilot:
        await keys(harness, pilot, "w", "h", "enter", count=3)
        await until(pilot, lambda: noted(harness) == [Relief("heat")])


async def test_an_evening_takes_three_keys_at_least_and_u_takes_back_all_of_it(harness: AppHarness) -> None:
    async with opened(harness) as pilot:
        await keys(harness, pilot, "v", "3", "enter", count=3)
        await until(pilot, lambda: noted(harness) == [Pain(3, recall=Recall.AVERAGE)])
        await pilot.press("v", "3", "down", "6", "down", *"5200", "down", *"40", "ctrl+s")
        await until(pilot, lambda: len(noted(harness)) == 4)
        assert noted(harness)[1:] == [
            Pain(3, recall=Recall.AVERAGE),
            Pain(6, recall=Recall.WORST),
            Activity(steps=5200, active_minutes=40),
        ]
        await pilot.press("u")
        await until(pilot, lambda: len(noted(harness)) == 1)


# Everything else is there, and never needed


async def test_all_of_pain_is_reached_by_one_key_after_the_other(harness: AppHarness) -> None:
    async with opened(harness) as pilot:
        await pilot.press("p", "6", "tab", *"08:15", "tab", "tab", "l", "e", "tab", "right", "tab", "a")
        await pilot.press("tab", "5", "tab", "4", "tab", "3", "tab", "2", "tab", "1", "tab", *"Stairs, rain")
        await pilot.press("tab", *"two", "enter", *"lines", "ctrl+s")
        await until(pilot, lambda: bool(noted(harness)))
        (entry,) = harness.entries()
        assert entry.body == Pain(
            6,
            sites=(Site.LOW_BACK, Site.LEG),
            side="left",  # type: ignore[arg-type]
            qualities=("aching",),  # type: ignore[arg-type]
            interference=5,
            mood=4,
            stress=3,
            sleep=2,
            stiffness=1,
            tags=("stairs", "rain"),
            note="two\nlines",
        )
        assert f"{entry.at:%H:%M}" == "07:15"  # UTC


async def test_the_whole_pain_form_is_seen_at_once_in_a_large_terminal(harness: AppHarness) -> None:
    async with opened(harness) as pilot:
        await pilot.press("p")
        box = harness.app.screen.query_one("#form")
        assert box.max_scroll_y == 0
        assert box.region.height < 38


@pytest.mark.parametrize("key", ["p", "a", "w", "o", "j", "v"])
async def test_in_a_small_terminal_the_first_field_is_seen_and_the_last_can_be_reached(
    harness: AppHarness, key: str
) -> None:
    async with opened(harness, NARROW) as pilot:
        await pilot.press(key)
        rows = list(rows_in(harness.app.screen).values())
        screen = harness.app.screen
        assert screen.focused is rows[0].field
        assert rows[0].region.bottom < 24
        await pilot.press("shift+tab")
        await until(pilot, lambda: rows[-1].field.has_focus and rows[-1].region.bottom <= 23)


@pytest.mark.parametrize("key", ["p", "a", "w", "o", "j", "v"])
async def test_a_form_without_an_answer_says_what_is_needed_and_saves_nothing(
    harness: AppHarness, key: str
) -> None:
    async with opened(harness) as pilot:
        await pilot.press(key, "ctrl+s")
        await until(pilot, lambda: bool(shown(harness, "fault")))
        assert isinstance(harness.app.screen, EntryForm)
        await pilot.press("escape")
        assert noted(harness) == []


@pytest.mark.parametrize("key", ["p", "a", "w", "o", "j", "v"])
async def test_every_key_of_a_form_is_explained(harness: AppHarness, key: str) -> None:
    async with opened(harness) as pilot:
        await pilot.press(key)
        named = [
            binding for nodes in harness.app.screen._bindings.key_to_bindings.values() for binding in nodes
        ]
        ours = [b for b in named if not (b.system or b.action.startswith(("screen.", "app.copy")))]
        assert [b.key for b in ours if not (b.id and b.description and b.tooltip)] == []
        assert len(harness.app.screen.query(Footer)) == 1


async def test_f1_shows_when_to_get_help_and_the_form_stays(harness: AppHarness) -> None:
    async with opened(harness) as pilot:
        await pilot.press("p", "7", "f1")
        await until(pilot, lambda: isinstance(harness.app.screen, SafetyScreen))
        await pilot.press("escape", "enter")
        await until(pilot, lambda: noted(harness) == [Pain(7)])


# Faults lose nothing


@pytest.mark.parametrize(
    ("pressed", "field", "said"),
    [
        (("p", "4", "tab", *"0800"), "when", "is not a time"),
        (("p", "4", "tab", *"25:00"), "when", "There is no time 25:00"),
        (("p", "4", "tab", *"23:00"), "when", "in the future"),
        (("a", *"4k"), "steps", "not '4k'"),
        (("a", *"1773", "down", *"1441"), "active_minutes", "0 to 1440"),
        (("w", "h", *["down"] * 4, *"soon"), "after_minutes", "whole number"),
        (("o", "s", "down", "down", "5"), "former", "There is no earlier position"),
    ],
)
async def test_what_cannot_be_meant_is_named_where_it_stands(
    harness: AppHarness, pressed: Sequence[str], field: str, said: str
) -> None:
    async with opened(harness) as pilot:
        await pilot.press(*pressed)
        before = form(harness, EntryForm).texts
        await pilot.press("enter")
        await until(pilot, lambda: said in shown(harness, "fault"))
        assert form(harness, EntryForm).texts == before
        assert harness.app.screen.focused is harness.app.screen.query_one(f"#field-{field}")
        assert noted(harness) == []


async def test_what_cannot_be_saved_stays_field_by_field_with_the_reason(harness: AppHarness) -> None:
    async with opened(harness) as pilot:
        await pilot.press("w", "m", "down", *"mud", "down", "5", "down", "3")
        harness.thread.close()
        before = form(harness, ReliefScreen).texts
        await pilot.press("ctrl+s")
        await until(
            pilot, lambda: isinstance(harness.app.screen, EntryForm) and "closed" in shown(harness, "fault")
        )
        assert form(harness, ReliefScreen).texts == before


# What a paste brings


async def test_a_paste_into_a_note_keeps_its_lines_and_loses_what_a_terminal_would_obey(
    harness: AppHarness,
) -> None:
    async with opened(harness) as pilot:
        await pilot.press("j")
        harness.app.post_message(Paste(HOSTILE))
        await until(pilot, lambda: form(harness, NoteScreen).texts["note"] == clean(HOSTILE))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: noted(harness) == [Note(clean(HOSTILE))])


async def test_a_note_has_no_limit(harness: AppHarness) -> None:
    long = "a line of words\n" * 5_000
    async with opened(harness) as pilot:
        await pilot.press("j")
        harness.app.post_message(Paste(long))
        await until(pilot, lambda: form(harness, NoteScreen).texts["note"] == long)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: noted(harness) == [Note(long)])


# What was noted before is offered again


async def test_tags_used_before_are_shown_and_completed(harness: AppHarness) -> None:
    note(harness, Pain(3, tags=("garden", "tired")))
    async with opened(harness) as pilot:
        await pilot.press("p", "2")
        await until(pilot, lambda: aside(harness, "tags") == "recent: garden, tired")
        harness.app.screen.query_one("#field-tags").focus()
        await pilot.press(*"ti")
        await pilot.pause()
        await pilot.press("right", *", ")
        await pilot.pause()
        await pilot.press("right", "enter")
        await until(pilot, lambda: Pain(2, tags=("tired", "garden")) in noted(harness))


async def test_what_helped_before_can_be_chosen(harness: AppHarness) -> None:
    note(harness, Relief("acupuncture mat"))
    async with opened(harness) as pilot:
        await pilot.press("w")
        await until(pilot, lambda: bool(form(harness, ReliefScreen).suggestions.means))
        await pilot.press("a", "enter")
        await until(pilot, lambda: noted(harness) == [Relief("acupuncture mat")] * 2)


async def test_a_reason_given_before_can_be_chosen(harness: AppHarness) -> None:
    note(harness, Skip(Skipped.PAIN, reason="quiet day"))
    async with opened(harness) as pilot:
        await pilot.press("j")
        await until(pilot, lambda: bool(form(harness, NoteScreen).suggestions.reasons))
        await pilot.press("down", "s", "down", "q", "enter")
        await until(pilot, lambda: Skip(Skipped.SESSION, reason="quiet day") in noted(harness))


@pytest.mark.parametrize(("ago", "suggestions"), [(119, True), (121, False)])
async def test_the_last_rating_is_offered_and_not_filled_in(
    harness: AppHarness, ago: float, suggestions: bool
) -> None:
    note(harness, Pain(6), ago)
    note(harness, Pain(2, recall=Recall.WORST), 1)
    async with opened(harness) as pilot:
        await pilot.press("w", "h", "down", "down")
        await until(pilot, lambda: form(harness, ReliefScreen).suggestions.rating is not None)
        assert ("space: 6" in aside(harness, "before")) is suggestions
        assert form(harness, ReliefScreen).texts["before"] == ""
        await pilot.press("space", "enter")
        await until(pilot, lambda: Relief("heat", before=6 if suggestions else None) in noted(harness))


# A day so far


async def test_what_is_known_of_the_day_stands_beside_its_fields(harness: AppHarness) -> None:
    note(harness, Activity(steps=4200, longest_sitting_minutes=50))
    async with opened(harness) as pilot:
        await pilot.press("a")
        await until(pilot, lambda: aside(harness, "steps") == "so far 4,200")
        assert aside(harness, "longest_sitting_minutes") == "so far 50"
        assert aside(harness, "sitting_minutes") == ""


async def test_another_day_is_looked_up(harness: AppHarness) -> None:
    note(harness, Activity(steps=9000), ago=24 * 60, source=Source.TABLE)
    async with opened(harness) as pilot:
        await pilot.press("a")
        harness.app.screen.query_one("#field-day").focus()
        await pilot.press(*"yesterday")
        await until(pilot, lambda: aside(harness, "steps") == "so far 9,000, imported")
        await pilot.press("x")
        await until(pilot, lambda: aside(harness, "steps") == "")
        await pilot.press("backspace", "shift+tab", "shift+tab", "shift+tab", "7", "enter")
        await until(pilot, lambda: Activity(load=7) in noted(harness))
        assert f"{harness.entries()[-2].day}" == "2026-11-21"


async def test_an_evening_shows_what_was_said_of_the_day(harness: AppHarness) -> None:
    note(harness, Pain(5, recall=Recall.AVERAGE))
    async with opened(harness) as pilot:
        await pilot.press("v")
        await until(pilot, lambda: aside(harness, "average") == "so far 5")
        assert str(harness.app.screen.query_one("#form").border_title) == "How was Sunday?"


async def test_after_midnight_the_evening_is_still_that_of_the_day_before(harness: AppHarness) -> None:
    harness.clock.advance(11 * 3600)
    async with opened(harness) as pilot:
        await pilot.press("v", "2", "enter")
        await until(pilot, lambda: bool(noted(harness)))
        assert [f"{entry.day}" for entry in harness.entries()] == ["2026-11-22"]


# Positions


async def test_what_was_kept_until_now_is_said_and_one_key_says_all_of_it_was_comfortable(
    harness: AppHarness,
) -> None:
    note(harness, Position(Posture.SITTING), 35)
    async with opened(harness) as pilot:
        await pilot.press("o")
        await until(pilot, lambda: shown(harness, "kept") == "Sitting since 13:30, 35 min")
        await pilot.press("t", "a", "enter")
        await until(pilot, lambda: len(noted(harness)) == 2)
        assert noted(harness) == [
            Position(Posture.SITTING, comfortable_minutes=35),
            Position(Posture.STANDING),
        ]
        await pilot.press("u")
        await until(pilot, lambda: noted(harness) == [Position(Posture.SITTING)])


async def test_how_long_each_position_stays_comfortable_is_told(harness: AppHarness) -> None:
    for ago, minutes in ((900, 30), (800, 40), (700, 35)):
        note(harness, Position(Posture.SITTING, comfortable_minutes=minutes), ago)
    async with opened(harness) as pilot:
        await pilot.press("o")
        await until(pilot, lambda: "sitting 35 min (3 times)" in shown(harness, "comforts"))


async def test_since_when_moves_what_was_kept(harness: AppHarness) -> None:
    note(harness, Position(Posture.LYING), 60)
    async with opened(harness) as pilot:
        await pilot.press("o", "w")
        await until(pilot, lambda: "60 min" in shown(harness, "kept"))
        await pilot.press("down", *"13:35", "down", "a", "enter")
        await until(pilot, lambda: len(noted(harness)) == 2)
        assert noted(harness) == [Position(Posture.LYING, comfortable_minutes=30), Position(Posture.WALKING)]


# Drafts


async def test_what_was_typed_and_not_saved_is_back_and_one_key_empties_it(
    harness: AppHarness, tmp_path: Path
) -> None:
    folder = tmp_path / "state" / "drafts"
    folder.mkdir(parents=True)
    (folder / "pain.json").write_text('{"nrs": "7", "note": "[/] \\u001b[2Jback", "sites": "leg", "x": "y"}')
    async with opened(harness) as pilot:
        await pilot.press("p")
        assert "Draft of" in shown(harness, "back")
        texts = form(harness, PainScreen).texts
        assert (texts["nrs"], texts["note"], texts["sites"]) == ("7", "[/] [2Jback", "leg")
        await pilot.press("ctrl+n")
        assert not any(value for name, value in form(harness, PainScreen).texts.items() if name != "recall")
        assert not harness.app.screen.query_one("#back").display
        await until(pilot, lambda: not (folder / "pain.json").exists())


@pytest.mark.parametrize("leaving", ["ctrl+s", "escape"])
async def test_a_draft_is_gone_once_the_form_is_saved_or_left(
    harness: AppHarness, tmp_path: Path, leaving: str
) -> None:
    draft = tmp_path / "state" / "drafts" / "note.json"
    async with opened(harness) as pilot:
        await pilot.press("j", *"words")
        await until(pilot, draft.exists)
        await pilot.press(leaving)
        await until(pilot, lambda: not draft.exists())
        await pilot.press("j")
        assert not harness.app.screen.query_one("#back").display


async def test_words_of_a_damaged_draft_that_no_field_has_are_left_out(
    harness: AppHarness, tmp_path: Path
) -> None:
    folder = tmp_path / "state" / "drafts"
    folder.mkdir(parents=True)
    (folder / "pain.json").write_text(
        '{"nrs": "eleven", "recall": "never", "sites": "nose, leg", "side": "up", "mood": "99"}'
    )
    async with opened(harness) as pilot:
        await pilot.press("p")
        texts = form(harness, PainScreen).texts
        assert [texts[name] for name in ("nrs", "recall", "sites", "side", "mood")] == ["", "", "leg", "", ""]


# Changing an entry


def test_every_kind_that_is_noted_by_hand_can_be_changed(harness: AppHarness) -> None:
    bodies: list[Body] = [
        Pain(1),
        Activity(steps=1),
        Relief("x"),
        Position(Posture.LYING),
        Note("x"),
        Skip(Skipped.PAIN),
    ]
    assert {body.kind for body in bodies} == set(EDITORS)
    assert all(form_for(note(harness, body)) is EDITORS[body.kind] for body in bodies)
    assert set(FORMS.values()) == {*EDITORS.values(), EveningScreen}


async def edit(harness: AppHarness, pilot: Pilot[str], entry: Entry) -> None:
    """Open the form of an entry."""
    harness.app.run_worker(harness.app.services.editor.edit(entry), exclusive=False)
    await until(
        pilot, lambda: isinstance(harness.app.screen, EntryForm) and bool(form(harness, EntryForm)._opened)
    )


async def test_an_entry_is_changed_in_its_form_and_keeps_its_moment(harness: AppHarness) -> None:
    entry = note(harness, Pain(4, note="raw \x1b[2J"), 600)
    async with opened(harness) as pilot:
        await edit(harness, pilot, entry)
        assert str(harness.app.screen.query_one("#form").border_title) == "Change: Pain"
        assert form(harness, PainScreen).texts["when"] == "2026-11-22 04:05"
        await pilot.press("6", "ctrl+s")
        await until(pilot, lambda: noted(harness) == [Pain(6, note="raw \x1b[2J")])
        (now,) = harness.entries()
        assert (now.id, now.at, now.zone, now.day) == (entry.id, entry.at, entry.zone, entry.day)
        await pilot.press("u")
        await until(pilot, lambda: noted(harness) == [entry.body])


async def test_a_rating_between_two_numbers_stays_until_another_is_typed(harness: AppHarness) -> None:
    entry = note(harness, Pain(4.3, recall=Recall.AVERAGE), source=Source.TABLE)
    async with opened(harness) as pilot:
        await edit(harness, pilot, entry)
        assert form(harness, PainScreen).texts["nrs"] == "4.3"
        await pilot.press("shift+tab", "x", "ctrl+s")
        await until(pilot, lambda: noted(harness) == [Pain(4.3, recall=Recall.AVERAGE, note="x")])


async def test_a_rating_of_a_session_goes_on_to_belong_to_it(harness: AppHarness) -> None:
    entry = note(harness, Pain(4, recall=Recall.AFTER, session="s-1"))
    async with opened(harness) as pilot:
        await edit(harness, pilot, entry)
        assert "recall" not in form(harness, PainScreen).texts
        await pilot.press("3", "enter")
        await until(pilot, lambda: noted(harness) == [Pain(3, recall=Recall.AFTER, session="s-1")])


@pytest.mark.parametrize(
    ("body", "kind", "fields"),
    [
        (Note("x"), NoteScreen, {"what": False, "mood": True}),
        (Skip(Skipped.PAIN), NoteScreen, {"what": True, "mood": False}),
        (Position(Posture.LYING), PositionScreen, {"former": False, "comfortable_minutes": True}),
        (Activity(steps=1), ActivityScreen, {"steps": True}),
    ],
)
async def test_of_an_entry_its_form_shows_what_it_has(
    harness: AppHarness, body: Body, kind: type[EntryForm], fields: dict[str, bool]
) -> None:
    entry = note(harness, body)
    async with opened(harness) as pilot:
        await edit(harness, pilot, entry)
        texts = form(harness, kind).texts
        assert {name: name in texts for name in fields} == fields


async def test_how_long_a_position_stayed_comfortable_can_be_said_later(harness: AppHarness) -> None:
    entry = note(harness, Position(Posture.LYING))
    async with opened(harness) as pilot:
        await edit(harness, pilot, entry)
        await pilot.press("down", "down", *"25", "enter")
        await until(pilot, lambda: noted(harness) == [Position(Posture.LYING, comfortable_minutes=25)])


# All of it, through the form and the journal and out again


def new(body: Body) -> Body:
    """How long a position stays comfortable is said when the next one is taken."""
    return replace(body, comfortable_minutes=None) if isinstance(body, Position) else body


@given(st.lists(by_hand.map(new), min_size=6, max_size=12))
@settings(
    max_examples=3,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.generate],  # to shrink takes minutes
)
def test_everything_typed_in_a_form_comes_out_of_history_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str], bodies: list[Body]
) -> None:
    home = tmp_path_factory.mktemp("home")
    asyncio.run(typed_into_forms(AppHarness(home), bodies))
    told = CommandLine(home, capsys)("history", "--json").json
    assert [from_json(entry["kind"], entry["body"]) for entry in told] == list(map(as_typed, bodies))


async def typed_into_forms(harness: AppHarness, bodies: Sequence[Body]) -> None:
    async with opened(harness) as pilot:
        for count, body in enumerate(bodies, start=1):
            harness.clock.advance(60)
            await pilot.press(KEYS[body.kind])
            await until(pilot, lambda: isinstance(harness.app.screen, EntryForm))
            texts = field_texts(entry(body))
            form(harness, EntryForm).fill(
                {name: texts[name] for name in texts if name not in {"when", "day"}}
            )
            await pilot.press("ctrl+s")
            await until(pilot, partial(_has, harness, count), patience=3)
            await until(pilot, lambda: not isinstance(harness.app.screen, EntryForm))
    harness.thread.close()


def _has(harness: AppHarness, count: int) -> bool:
    return len(harness.entries()) == count


KEYS = {"pain": "p", "activity": "a", "relief": "w", "position": "o", "note": "j", "skip": "j"}
