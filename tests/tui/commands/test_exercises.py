"""`tolerable exercises`: its lines and its document, over journals of every kind."""

import json
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journal.observations import Pain, Recall
from journal.record import Body, Draft, Entry, SessionRun, SessionState, Source
from tests.calibration.effects import HURTING
from tests.fakes import CommandLine
from tests.tui import entries as bodies
from tui.analysis.effect_words import EXERCISES_COUNT, EXERCISES_SAID, IN_BRACKETS, NO_EXERCISES

KEYS = ["exercise", "ratings", "mean_change", "interval", "verdict"]
TRUE_NAMES = dict(
    zip(
        (f"exercise-{n}" for n in range(8)),
        ("pelvic-tilt", "draw-in", "cat-camel", "partial-curl", "torso-twist", "a", "b", "c"),
        strict=True,
    )
)


def write(tolerable: CommandLine, drafts: Sequence[Draft]) -> None:
    with closing(tolerable.context().open_journal()) as journal:
        journal.write(drafts)


def drafts_of(entries: Sequence[Entry]) -> list[Draft]:
    """What writes these entries, under the names of exercises that are known or not."""
    return [
        Draft(_named(entry).body, entry.day, entry.at, entry.zone, Source.SESSION, entry.id)
        for entry in entries
    ]


def _named(entry: Entry) -> Entry:
    body = entry.body
    if isinstance(body, Pain) and body.exercise:
        return replace(entry, body=replace(body, exercise=TRUE_NAMES[body.exercise]))
    if isinstance(body, SessionRun):
        doses = {TRUE_NAMES[exercise]: dose for exercise, dose in body.doses.items()}
        return replace(entry, body=replace(body, doses=doses))
    return entry


def rated(tolerable: CommandLine, exercise: str, count: int, nrs: float = 3) -> None:
    """So many sessions of this exercise, each rated 3 before it."""
    run = SessionRun("r", "R", {exercise: {}}, SessionState.FINISHED, 60, 60)
    drafts: list[Draft] = []
    for number in range(count):
        at, name = tolerable.clock.now() - timedelta(days=number), f"s-{number}"
        ratings = (
            Pain(3, Recall.BEFORE, session=name),
            Pain(nrs, Recall.DURING, session=name, exercise=exercise),
        )
        named: dict[str, Body] = {name: run, **{f"{name}/{one.recall}": one for one in ratings}}
        for entry, body in named.items():
            drafts.append(Draft(body, at.date(), at, tolerable.clock.zone_name, Source.SESSION, entry))
    write(tolerable, drafts)


def test_without_a_journal_it_says_what_would_help_and_makes_no_file(tolerable: CommandLine) -> None:
    said = tolerable("exercises")
    assert (said.status, said.err, said.lines) == (0, "", [NO_EXERCISES])
    assert tolerable("exercises", "--json").json == []
    assert not tolerable.paths.data.exists()


def test_each_exercise_has_a_line_by_its_name_and_what_stands_out_comes_first(tolerable: CommandLine) -> None:
    write(tolerable, drafts_of(HURTING.entries(1)))
    said = tolerable("exercises")
    assert (said.status, said.err) == (0, "")
    *lines, brackets, last = said.lines
    assert (len(lines), brackets, last) == (8, IN_BRACKETS, EXERCISES_SAID)
    assert lines[0].startswith("Partial curl: was followed by more pain, +")
    assert lines[0].endswith(", 20 ratings.")
    assert sum("more pain, +" in line or "no sign of more pain" in line for line in lines) >= 7
    assert "aggravat" not in said.out


def test_the_document_has_every_key_of_every_exercise(tolerable: CommandLine) -> None:
    write(tolerable, drafts_of(HURTING.entries(1)))
    rated(tolerable, "new", 1)
    found = tolerable("exercises", "--json").json
    assert [list(one) for one in found] == [KEYS] * 9
    assert (found[0]["exercise"], found[0]["verdict"], found[0]["ratings"]) == (
        "partial-curl",
        "more-pain",
        20,
    )
    low, high = found[0]["interval"]
    assert low < found[0]["mean_change"] < high
    assert found[-1] == dict(zip(KEYS, ["new", 1, 0, None, "not-enough"], strict=True))
    json.dumps(found, allow_nan=False)


@pytest.mark.parametrize(
    ("ratings", "words"), [(1, "not enough yet: 7 more ratings."), (7, "not enough yet: 1 more rating.")]
)
def test_how_many_ratings_are_missing_is_said(tolerable: CommandLine, ratings: int, words: str) -> None:
    rated(tolerable, "pelvic-tilt", ratings)
    assert tolerable("exercises").lines == [f"Pelvic tilt: {words}", EXERCISES_COUNT, EXERCISES_SAID]


def test_a_rating_that_was_taken_back_does_not_count(tolerable: CommandLine) -> None:
    rated(tolerable, "pelvic-tilt", 8)
    with closing(tolerable.context().open_journal()) as journal:
        (one,) = (e for e in journal.parts("s-3") if "during" in e.id)
        journal.write([Draft(one.body, one.day, one.at, one.zone, entry=one.id, deleted=True)])
    assert tolerable("exercises", "--json").json[0]["ratings"] == 7
    tolerable("undo")
    assert tolerable("exercises", "--json").json[0]["ratings"] == 8


def test_what_was_rated_over_a_year_before_the_newest_does_not_count(tolerable: CommandLine) -> None:
    rated(tolerable, "pelvic-tilt", 400)
    assert tolerable("exercises", "--json").json[0]["ratings"] == 365


@pytest.mark.parametrize("name", bodies.HOSTILE)
def test_an_exercise_of_any_name_is_shown_without_harm(tolerable: CommandLine, name: str) -> None:
    rated(tolerable, name, 2)
    said = tolerable("exercises")
    assert (said.status, said.err, len(said.lines)) == (0, "", 3)
    assert not set(said.out) & set("\x1b\x07\x00\x9b\u202e\r")
    assert tolerable("exercises", "--json").json[0]["ratings"] == 2


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(st.lists(bodies.by_hand, max_size=10))
def test_it_never_fails_over_what_a_person_can_note(tolerable: CommandLine, noted: list[Body]) -> None:
    now = tolerable.clock.now()
    drafts = [Draft(body, now.date(), now, tolerable.clock.zone_name) for body in noted]
    write(tolerable, drafts)
    assert tolerable("exercises").status == 0
    assert tolerable("exercises", "--json").json == []
