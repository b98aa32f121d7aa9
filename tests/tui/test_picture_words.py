"""A picture in words: the title that fits, and what it must not say."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.medium.answer import CurveAnswer, Lag, Stage, Verdict
from tests.tui.pictures import bare, picture
from tui.picture import Picture
from tui.picture_words import axis_title, count, title, toward

WIDE, NARROW = 114, 74
"""Columns that a border has for its title in 120 and in 80 columns."""

LONGEST = {"steps": 6_543.0, "active_minutes": 123.4, "sitting_minutes": 1_234.5, "load": 4.25}


def medium(interval: tuple[float | None, float | None] | None, best: float | None = 6_234.0) -> Picture:
    found = CurveAnswer(Verdict.MEDIUM, "", stage=Stage.EMERGING, best=best, best_interval=interval)
    return bare(answer=found)


def test_a_medium_says_where_and_how_sure() -> None:
    assert title(medium((5_100.0, 7_380.0)), WIDE) == (
        "Tolerable medium, same day: lowest around 6,200 steps, plausibly 5,100 to 7,400 · emerging"
    )
    assert title(medium((5_100.0, 7_380.0)), NARROW) == (
        "Tolerable medium, same day: around 6,200 steps, 5,100 to 7,400 · emerging"
    )
    assert title(medium((5_100.0, 7_380.0)), 45) == "Medium, same day: around 6,200 · emerging"


@pytest.mark.parametrize(
    ("interval", "words"),
    [
        ((None, 7_380.0), "plausibly 7,400 or less"),
        ((5_100.0, None), "plausibly 5,100 or more"),
        ((None, None), "but where is not sure"),
        (None, "but where is not sure"),
    ],
)
def test_an_end_at_the_edge_of_what_was_tried_is_never_a_number(
    interval: tuple[float | None, float | None] | None, words: str
) -> None:
    assert words in title(medium(interval), WIDE)


@pytest.mark.parametrize(
    ("verdict", "lag", "words"),
    [
        (Verdict.NO_PATTERN, Lag.SAME, "No pattern, same day: that is not proof that there is none"),
        (Verdict.MORE, Lag.SAME, "Busier days, less pain, same day · on bad days you may simply do less"),
        (Verdict.MORE, Lag.NEXT, "Busier days, less pain, next day · within what you have tried"),
        (Verdict.LESS, Lag.NEXT, "Quieter days, less pain, next day · within what you have tried"),
        (Verdict.INVERTED, Lag.SAME, "Upside down, same day: most pain on middling days, less on both sides"),
        (Verdict.NOT_ENOUGH, Lag.SAME, "Pain against steps, same day: 12 of 28 days toward an answer"),
    ],
)
def test_every_other_verdict_is_said_whole_in_80_columns(verdict: Verdict, lag: Lag, words: str) -> None:
    assert title(picture(verdict, lag=lag), NARROW) == words


def test_without_an_answer_the_title_says_what_is_drawn_and_how_far_it_is() -> None:
    assert title(bare(), WIDE) == "Pain against steps, same day"
    assert title(bare(toward="12 of 28 days"), WIDE) == "Pain against steps, same day: 12 of 28 days"


ENDS = st.none() | st.tuples(st.booleans(), st.booleans())


@given(st.sampled_from(Verdict), st.sampled_from(Lag), st.none() | st.sampled_from(Stage), ENDS)
def test_no_title_is_cut_in_80_columns(
    verdict: Verdict, lag: Lag, stage: Stage | None, ends: tuple[bool, bool] | None
) -> None:
    for measure, most in LONGEST.items():
        known = ends and (most if ends[0] else None, 2 * most if ends[1] else None)
        found = CurveAnswer(verdict, "", stage=stage, best=most, best_interval=known)
        drawn = bare(answer=found, lag=lag, activity=measure, toward="12 of 28 days toward an answer")
        assert "…" not in title(drawn, NARROW)
        assert all(len(title(drawn, room)) <= max(room, 1) for room in range(120))


def test_hostile_words_are_shown_harmless() -> None:
    drawn = bare(activity="\x1b[2Jsteps", toward="\x1b]0;x\x07[/]\nfar")
    assert title(drawn, WIDE).isprintable()
    assert axis_title(drawn).isprintable()


def test_what_is_counted_and_what_is_missing_is_said() -> None:
    assert count(picture(Verdict.MEDIUM)) == "96 of the last 120 days counted"
    assert count(replace(picture(Verdict.MEDIUM), rows=0)) == ""
    assert toward(27) == "27 of 28 days toward an answer"
    assert toward(28) == ""
