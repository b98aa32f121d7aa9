"""What was noted in words, for the list and for the detail: nothing of it a terminal would obey."""

from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from journal.days import DayRow
from journal.months import DayCell
from journal.observations import Activity, Note, Pain, Recall, Site, Skip
from journal.record import Body, Entry, Outcome, Record, SetRun, Source
from journal.trends import Change, Level
from tests.fakes import FakeClock
from tests.journal.samples import bodies, session
from tui.history.calendar_words import amount, cell_words, day_words
from tui.history.entry_list import line
from tui.history.reading import Detail, Filters
from tui.history.trend_words import activity_change, compared, levels, pain_change
from tui.history.words import (
    ELSEWHERE,
    NAMES,
    facts,
    filter_words,
    first_line,
    heading,
    history_of,
    marks,
    nothing_found,
    part_line,
    title,
    whole_note,
)

DAY = date(2026, 11, 22)
AT = datetime(2026, 11, 22, 13, 5, tzinfo=UTC)
HOSTILE = "[/] [@click=app.quit] \x1b[2J\x1b]52;c;AAAA\x07 \u202e\x00" + "x" * 20_000


def entry(body: Body, source: Source = Source.TYPED, *, late: int = 0, zone: str = "Europe/Berlin") -> Entry:
    return Entry("E", "A", DAY, AT, zone, AT + timedelta(days=late), source, body)


def record(body: Body, *, deleted: bool = False, days: int = 0) -> Record:
    at = AT + timedelta(days=days)
    return Record("R", "E", "A", DAY, AT, "Europe/Berlin", at, Source.TYPED, body, deleted)


def harmless(text: str) -> bool:
    return all(ch.isprintable() or ch in "\n\u200c\u200d" for ch in text)


def test_a_day_is_called_by_its_name_and_today_too() -> None:
    assert heading(DAY, DAY) == "Sunday 22 November 2026 · today"
    assert heading(DAY, DAY + timedelta(days=1)) == "Sunday 22 November 2026 · yesterday"
    assert heading(DAY, DAY + timedelta(days=9)) == "Sunday 22 November 2026"


def test_a_line_has_the_time_of_the_place_the_words_the_mark_and_the_first_line_of_the_note() -> None:
    body = Pain(4, sites=(Site.LEG,), note="after the stairs\nand more", tags=("stairs",))
    there = entry(body, late=2, zone="America/New_York")
    assert line(there, FakeClock()).plain == (
        "08:05  pain 4 now (leg)  added later  after the stairs … #stairs"
    )


def test_what_is_about_a_day_has_no_time() -> None:
    assert line(entry(Activity(steps=4_500)), FakeClock()).plain == "       4,500 steps"


def test_marks_say_where_an_entry_comes_from() -> None:
    assert marks(entry(Pain(4))) == ""
    assert marks(entry(Pain(4), late=2)) == "added later"
    assert marks(entry(Pain(4, Recall.AVERAGE), Source.TABLE, late=90)) == "imported"
    assert marks(entry(Pain(4, Recall.DURING, session="S"), Source.SESSION)) == "in a session"


@given(bodies)
def test_every_field_that_says_something_is_told(body: Body) -> None:
    told = dict(facts(body))
    for one in fields(body):
        value = getattr(body, one.name)
        if one.name not in ELSEWHERE and value not in (None, (), ""):
            assert NAMES.get(one.name, one.name.replace("_", " ")) in told
    assert all(harmless(name + value) and "\n" not in value for name, value in told.items())


@given(bodies, st.booleans())
def test_no_entry_of_any_kind_is_told_with_a_control_character(body: Body, deleted: bool) -> None:
    one = entry(body)
    detail = Detail(one, (record(body), record(body, deleted=deleted, days=1)))
    told = [
        line(one, FakeClock()).plain,
        title(one),
        part_line(one),
        whole_note(body),
        *history_of(detail, FakeClock()),
    ]
    assert all(harmless(text) for text in told)
    assert "\n" not in told[0]


def test_hostile_words_are_told_without_harm_and_cut() -> None:
    one = entry(Pain(4, note=HOSTILE))
    shown = line(one, FakeClock()).plain
    assert shown.startswith("14:05  pain 4 now  [/] [@click=app.quit]")
    assert len(shown) < 300
    assert Content(shown).plain == shown
    assert len(whole_note(one.body)) > 20_000
    assert harmless(filter_words(Filters(tag=HOSTILE, search=HOSTILE)))


def test_all_revisions_are_told_when_and_what_they_said_and_whether_they_deleted() -> None:
    detail = Detail(
        entry(Pain(5)), (record(Pain(4)), record(Pain(5), days=1), record(Pain(5), deleted=True, days=2))
    )
    assert list(history_of(detail, FakeClock())) == [
        "Sun 22 Nov 2026 14:05  added",
        "  pain 4 now",
        "Mon 23 Nov 2026 14:05  changed",
        "  pain 5 now",
        "Tue 24 Nov 2026 14:05  deleted",
    ]


def test_a_revision_about_another_time_says_which() -> None:
    earlier = replace(record(Pain(4)), at=AT - timedelta(hours=2))
    assert list(history_of(Detail(entry(Pain(4)), (earlier,)), FakeClock()))[1] == (
        "  pain 4 now, about Sun 22 Nov 2026 12:05"
    )


def test_the_parts_of_a_session_are_told_by_their_exercise() -> None:
    done = SetRun("S", "pelvic-tilt", 1, "left", 5, 5, Outcome.DONE)
    assert part_line(entry(done)) == "pelvic tilt, left: 5 of 5"
    assert part_line(entry(replace(done, reps_done=2, outcome=Outcome.STOPPED))) == (
        "pelvic tilt, left: 2 of 5, stopped"
    )
    rating = Pain(3, Recall.DURING, session="S", exercise="pelvic-tilt")
    assert part_line(entry(rating)) == "pain 3 in the session, after pelvic tilt"
    assert title(entry(session(600))) == "First days"


def test_filters_are_one_line_of_words_each_with_its_key() -> None:
    assert filter_words(Filters()) == "All entries, newest first"
    filters = Filters("pain", Site.LOW_BACK, "stairs", "walk", DAY)
    assert filter_words(filters) == (
        "pain (k: clear) · low back (w: clear) · tag stairs (#: clear) · "
        "“walk” in the note (/: clear) · Sun 22 Nov 2026 and before (g: clear)"
    )


def test_where_nothing_is_found_the_key_of_each_filter_is_named() -> None:
    assert list(nothing_found(Filters(kind="skip", search="walk")))[1:] == [
        "  k: clear skip",
        "  /: clear “walk” in the note",
    ]
    assert "Go back with esc" in list(nothing_found(Filters()))[1]


def test_a_note_of_several_lines_is_cut_to_its_first() -> None:
    assert first_line(Note("one\ntwo", tags=("a", "b"))) == "one … #a #b"
    assert first_line(Skip()) == ""


# Trends and calendar


@pytest.mark.parametrize(
    ("now", "before", "words"),
    [
        (4.0, 6.1, "lower by 2.1 points: a change people notice"),
        (6.0, 3.0, "higher by 3 points: a change people notice"),
        (2.0, 3.0, "lower by 1 point: a change people notice"),
        (4.0, 4.5, "about the same"),
        (4.0, None, ""),
    ],
)
def test_a_change_of_pain_is_said_in_words(now: float, before: float | None, words: str) -> None:
    assert pain_change(Change(now, before, 14, 14)) == words


def test_a_change_of_activity_is_a_share_and_no_judgement() -> None:
    assert activity_change(Change(6000, 5000, 14, 14)) == "higher by 20%"
    assert activity_change(Change(30, 0, 14, 14)) == "higher by 30"
    assert activity_change(Change(0, 0, 14, 14)) == "the same"


def test_what_is_missing_for_a_comparison_is_said() -> None:
    assert list(compared(Change(4.2, None, 9, 5), "pain", "")) == [
        "pain 4.2",
        "  before 5 of 7 days",
        "  2 more days for a mean",
    ]


def test_levels_have_a_number_beside_the_bar() -> None:
    found = (Level("low-back", 4.0, 12), Level("leg", None, 2), Level("buttock", None, 0))
    assert list(levels(found)) == ["low back       4.0 ▪▪▪▪         12", "leg            2 of 5 ratings"]


def test_parts_of_the_day_name_their_hours() -> None:
    found = tuple(Level(part, 4.0, 9) for part in ("morning", "midday", "evening", "night"))
    assert [one[:14].strip() for one in levels(found)] == [
        "morning 5–11",
        "midday 11–17",
        "evening 17–22",
        "night 22–5",
    ]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (2.5, "3"),
        (999.4, "999"),
        (999.6, "1.0k"),
        (4_520, "4.5k"),
        (9_949, "9.9k"),
        (9_960, "10k"),
        (200_000, "200k"),
    ],
)
def test_an_amount_has_four_characters_at_most(value: float, text: str) -> None:
    assert amount(value) == text


@given(st.floats(0, 200_000))
def test_any_amount_fits_its_cell(value: float) -> None:
    assert len(amount(value)) <= 4


def test_unknown_zero_left_out_and_noted_later_look_different() -> None:
    def said(cell: DayCell | None, *, of_pain: bool = True) -> str:
        return cell_words(cell, of_pain=of_pain)

    assert said(None) == "·"
    assert said(DayCell(DAY)) == "·"
    assert said(DayCell(DAY, 0)) == "0"
    assert said(DayCell(DAY, None, skipped=True)) == "s"
    assert said(DayCell(DAY, 2.5, backfilled=True)) == "(3)"
    assert said(DayCell(DAY, 4_500, backfilled=True), of_pain=False) == "4.5k"


def test_a_day_of_the_calendar_is_told_in_full() -> None:
    row = DayRow(DAY, 3.5, 4, 7, 2, {"steps": 4_500}, {}, {}, ("session",), backfilled=True)
    assert day_words(DAY, row) == (
        "Sunday 22 November 2026: pain 4 on average, 3.5 from 2 ratings, 7 at worst, added later; "
        "4,500 steps; session skipped"
    )
    assert day_words(DAY, None).endswith(": no entries")
