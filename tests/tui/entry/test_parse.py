"""What stands in a form means what was noted, both ways; whatever stands there, it is read or refused in words."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.days import DAY_ENDS
from journal.observations import Activity, Note, Pain, Position, Posture, Recall, Relief, Site, Skip, Skipped
from journal.positions import stretches
from journal.record import Body, Entry
from tests.fakes import A_SUNDAY
from tests.tui.entries import HOSTILE, as_typed, by_hand, entry, from_elsewhere
from tui.entry import activity, evening, pain, position, relief
from tui.entry import note as other
from tui.entry.new_entry import NewEntry
from tui.entry.values import FieldError, FieldTexts, FormValues, field_texts
from tui.text.clean import clean
from tui.text.parse import DayMoment

Read = Callable[[FormValues], tuple[NewEntry, ...]]
READERS: dict[str, Read] = {
    Pain.kind: pain.parse,
    Activity.kind: activity.parse,
    Position.kind: position.parse,
    Relief.kind: relief.parse,
    Skip.kind: other.parse,
    Note.kind: other.parse,
    "evening": evening.parse,
}
SUNDAY = date(2026, 11, 22)


def written(texts: FieldTexts, now: datetime = A_SUNDAY) -> FormValues:
    return FormValues(texts, now, DAY_ENDS)


def changed(noted: Entry, **texts: str) -> FormValues:
    opened = field_texts(noted)
    return FormValues({**opened, **texts}, A_SUNDAY, DAY_ENDS, noted, opened)


def read(kind: str, texts: FieldTexts, now: datetime = A_SUNDAY) -> tuple[Body, ...]:
    return tuple(new_entry.body for new_entry in READERS[kind](written(texts, now)))


@given(by_hand)
def test_what_was_noted_comes_back_from_the_sheet_that_shows_it(body: Body) -> None:
    texts = {name: text for name, text in field_texts(entry(body)).items() if name not in {"when", "day"}}
    assert read(body.kind, texts) == (as_typed(body),)


@given(st.one_of(by_hand, from_elsewhere), st.sampled_from(["Europe/Berlin", "Pacific/Auckland", "-03:30"]))
def test_an_entry_that_is_only_looked_at_stays_as_it_is_to_the_last_digit(body: Body, zone: str) -> None:
    local = "America/St_Johns" if zone.startswith("-") else zone
    noted = replace(entry(body, zone=local), zone=zone)
    (new_entry,) = READERS[body.kind](changed(noted))
    assert new_entry == NewEntry(body, DayMoment(noted.day, noted.at), noted.id, zone)


fields = st.sampled_from(
    sorted(
        {
            name
            for body in (Pain(1), Relief("x"), Note("x"), Activity(steps=1))
            for name in field_texts(entry(body))
        }
    )
)
anything = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(max_size=40),
    st.sampled_from(["4", "11", "9e3", "-1", "99:99", "yesterday"]),
)


@given(st.sampled_from(sorted(READERS)), st.dictionaries(fields, anything))
def test_whatever_stands_in_a_sheet_is_read_or_refused_on_one_clean_line(
    kind: str, texts: FieldTexts
) -> None:
    refused, noted = outcome(kind, {name: text for name, text in texts.items() if name not in CHOSEN})
    assert bool(refused) is not bool(noted)
    assert (refused or "said").isprintable()
    assert len(refused) <= 200
    assert all(getattr(body, "note", "") == clean(getattr(body, "note", "")) for body in noted)


def outcome(kind: str, texts: FieldTexts) -> tuple[str, tuple[Body, ...]]:
    """Why a sheet is refused, or what it notes."""
    try:
        return "", read(kind, texts)
    except FieldError as error:
        return str(error), ()


CHOSEN = {"recall", "sites", "side", "qualities", "doing", "basis", "posture", "what"}
"""Fields of which only the widget's own words can be chosen."""


@pytest.mark.parametrize("kind", sorted(READERS))
def test_an_empty_sheet_is_refused_with_what_is_needed(kind: str) -> None:
    with pytest.raises(FieldError):
        read(kind, {})


def test_empty_is_unknown_and_nought_is_nought() -> None:
    assert read("activity", {"steps": "0", "active_minutes": ""}) == (Activity(steps=0),)


@pytest.mark.parametrize(
    ("when", "day", "clock"),
    [
        ("08:00", SUNDAY, "08:00"),
        ("yesterday 21:30", date(2026, 11, 21), "21:30"),
        ("yesterday", date(2026, 11, 21), "03:59"),
        ("2026-11-20", date(2026, 11, 20), "03:59"),
    ],
)
def test_a_rating_is_about_the_moment_that_is_written(when: str, day: date, clock: str) -> None:
    (new_entry,) = pain.parse(written({"nrs": "4", "when": when}))
    assert new_entry.about is not None
    assert (new_entry.about.day, f"{new_entry.about.at:%H:%M}") == (day, clock)


def test_without_a_moment_it_is_now_when_it_is_written_down() -> None:
    (new_entry,) = pain.parse(written({"nrs": "4", "when": "  "}))
    assert new_entry.about is None


@pytest.mark.parametrize("when", ["0800", "8", "later", "23:59", "2031-01-01", "\x1b[2J", "x" * 5_000])
def test_a_moment_that_cannot_be_meant_is_named(when: str) -> None:
    with pytest.raises(FieldError) as caught:
        pain.parse(written({"nrs": "4", "when": when}))
    assert caught.value.field == "when"


@pytest.mark.parametrize("recall", ["average", "worst"])
def test_an_average_is_about_the_whole_day(recall: str) -> None:
    (today,) = pain.parse(written({"nrs": "4", "recall": recall}))
    assert today.about == DayMoment(SUNDAY, A_SUNDAY)
    (before,) = pain.parse(written({"nrs": "4", "recall": recall, "when": "yesterday 10:00"}))
    assert before.about is not None
    assert (before.about.day, f"{before.about.at:%d %H:%M}") == (date(2026, 11, 21), "22 03:59")


def test_after_midnight_it_is_still_the_same_evening() -> None:
    late = datetime(2026, 11, 23, 1, 30, tzinfo=ZoneInfo("Europe/Berlin"))
    for new_entry in evening.parse(written({"average": "4", "steps": "5000"}, late)):
        assert new_entry.about == DayMoment(SUNDAY, late)


def test_an_evening_makes_a_record_of_each_answer() -> None:
    texts = {"average": "4", "worst": "7", "steps": "5000", "load": "3", "note": "a good day"}
    assert read("evening", texts) == (
        Pain(4, recall=Recall.AVERAGE),
        Pain(7, recall=Recall.WORST),
        Activity(steps=5000, load=3),
        Note("a good day"),
    )


def test_a_word_of_ones_own_goes_before_one_that_is_chosen() -> None:
    assert read("relief", {"means": "heat", "other": " Mud  Bath "}) == (Relief("mud bath"),)


def test_a_skip_with_how_one_feels_is_two_records() -> None:
    texts = {"what": "session", "reason": "tired", "note": "long night", "sleep": "2"}
    assert read("skip", texts) == (
        Skip(Skipped.SESSION, reason="tired", note="long night"),
        Note(sleep=2),
    )


def test_changing_one_thing_of_an_entry_leaves_the_others() -> None:
    noted = entry(Pain(4.3, sites=(Site.LEG,), note="\x1b[2Jraw", session="s-1", recall=Recall.AFTER))
    (new_entry,) = pain.parse(changed(noted, mood="3"))
    assert isinstance(noted.body, Pain)
    assert new_entry.body == replace(noted.body, mood=3)
    assert (new_entry.entry, new_entry.zone) == (noted.id, noted.zone)


def test_another_moment_of_an_entry_is_on_the_clock_of_today() -> None:
    noted = entry(Pain(4), zone="Pacific/Auckland")
    (new_entry,) = pain.parse(changed(noted, when="09:00"))
    assert new_entry.zone is None
    assert new_entry.about is not None
    assert new_entry.about.at == A_SUNDAY.replace(hour=9, minute=0)


def test_an_entry_of_now_that_becomes_an_average_is_about_its_whole_day() -> None:
    noted = entry(Pain(4), A_SUNDAY - timedelta(days=3))
    (new_entry,) = pain.parse(changed(noted, recall="average"))
    assert new_entry.about is not None
    assert new_entry.about.day == noted.day
    assert f"{new_entry.about.at:%d %H:%M}" == "20 03:59"


# Positions

SAT = entry(Position(Posture.SITTING, note="\x07chair"), A_SUNDAY - timedelta(minutes=34))
BEFORE = stretches([entry(Position(Posture.LYING), A_SUNDAY - timedelta(hours=3)), SAT])


@pytest.mark.parametrize(("typed", "minutes"), [("a", 35), ("20", 20), (" 0 ", 0)])
def test_how_long_the_position_before_stayed_comfortable_revises_it(typed: str, minutes: int) -> None:
    former, new = position.parse(written({"posture": "standing", "former": typed}), BEFORE)
    assert former == NewEntry(
        Position(Posture.SITTING, comfortable_minutes=minutes, note="\x07chair"),
        DayMoment(SAT.day, SAT.at),
        SAT.id,
        SAT.zone,
    )
    assert new == NewEntry(Position(Posture.STANDING))


def test_all_of_it_is_until_the_moment_from_which_the_new_one_is_kept() -> None:
    former, _ = position.parse(written({"posture": "walking", "former": "a", "when": "13:40"}), BEFORE)
    assert former.body == Position(Posture.SITTING, comfortable_minutes=10, note="\x07chair")


@pytest.mark.parametrize("before", [(), BEFORE[:0]])
def test_comfort_of_nothing_is_refused_in_words(before: tuple[()]) -> None:
    with pytest.raises(FieldError, match="There is no earlier position"):
        position.parse(written({"posture": "walking", "former": "a"}), before)


def test_nothing_said_of_the_position_before_changes_nothing() -> None:
    assert position.parse(written({"posture": "lying"}), BEFORE) == (NewEntry(Position(Posture.LYING)),)
