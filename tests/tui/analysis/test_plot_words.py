"""A picture in words: the title that fits, and what it must not say."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.medium.answer import CurveAnswer, Lag, Span, Stage, Verdict
from tests.tui.analysis.plots import bare, picture
from tui.analysis.plot_data import PlotData
from tui.analysis.plot_words import axis_title, count_words, progress_words, title

WIDE, NARROW = 114, 74
"""Columns that a border has for its title in 120 and in 80 columns."""

LONGEST = {"steps": 6_543.0, "active_minutes": 123.4, "sitting_minutes": 1_234.5, "load": 4.25}


def medium(core: tuple[Span, ...], likely: tuple[Span, ...] = ((4_000.0, 9_000.0),)) -> PlotData:
    found = CurveAnswer(Verdict.MEDIUM, "", stage=Stage.EMERGING, best=6_234.0, core=core, likely=likely)
    return bare(answer=found)


def test_a_medium_says_first_which_range_then_where_it_was_lowest_and_how_sure_that_is() -> None:
    whole = medium(((5_100.0, 7_380.0),))
    said = "Tolerable middle, same day: 5,100 to 7,400 steps"
    assert title(whole, WIDE) == f"{said}, lowest around 6,200 · new"
    assert title(whole, NARROW) == f"{said} · new"
    assert title(whole, 50) == "Middle, same day: 5,100 to 7,400 steps · new"
    assert title(whole, 45) == "Middle, same day: 5,100 to 7,400 steps · new"


def test_without_a_sure_range_the_likely_one_is_said_as_perhaps() -> None:
    assert "same day: perhaps 4,000 to 9,000 steps, lowest" in title(medium(()), WIDE)
    assert title(medium((), ()), WIDE) == "Tolerable middle, same day · new"


@pytest.mark.parametrize(
    ("verdict", "lag", "words"),
    [
        (Verdict.NO_PATTERN, Lag.SAME, "No pattern, same day: there may still be one"),
        (
            Verdict.MORE,
            Lag.SAME,
            "Busier days, less pain, same day · bad days may be why you do less",
        ),
        (Verdict.MORE, Lag.NEXT, "Busier days, less pain, next day · in what you have tried"),
        (Verdict.LESS, Lag.NEXT, "Quieter days, less pain, next day · less movement is not the goal"),
        (Verdict.INVERTED, Lag.SAME, "Most pain on days in the middle, same day: less on both sides"),
        (Verdict.NOT_ENOUGH, Lag.SAME, "Pain and steps, same day: 12 of 28 days counted so far"),
    ],
)
def test_every_other_verdict_is_said_whole_in_80_columns(verdict: Verdict, lag: Lag, words: str) -> None:
    assert title(picture(verdict, lag=lag), NARROW) == words


def test_without_an_answer_the_title_says_what_is_drawn_and_how_far_it_is() -> None:
    assert title(bare(), WIDE) == "Pain and steps, same day"
    assert title(bare(toward="12 of 28 days"), WIDE) == "Pain and steps, same day: 12 of 28 days"


@given(st.sampled_from(Verdict), st.sampled_from(Lag), st.none() | st.sampled_from(Stage), st.integers(0, 3))
def test_no_title_is_cut_in_80_columns(verdict: Verdict, lag: Lag, stage: Stage | None, runs: int) -> None:
    for measure, most in LONGEST.items():
        core = tuple((n * most, (n + 0.5) * most) for n in range(1, runs + 1))
        found = CurveAnswer(verdict, "", stage=stage, best=most, core=core)
        drawn = bare(answer=found, lag=lag, measure=measure, toward="12 of 28 days counted so far")
        assert "…" not in title(drawn, NARROW)
        assert all(len(title(drawn, room)) <= max(room, 1) for room in range(120))


def test_hostile_words_are_shown_harmless() -> None:
    drawn = bare(measure="\x1b[2Jsteps", toward="\x1b]0;x\x07[/]\nfar")
    assert title(drawn, WIDE).isprintable()
    assert axis_title(drawn).isprintable()


def test_what_is_counted_and_what_is_missing_is_said() -> None:
    assert count_words(picture(Verdict.MEDIUM)) == "96 of the last 120 days counted"
    assert count_words(replace(picture(Verdict.MEDIUM), rows=0)) == ""
    assert progress_words(27) == "27 of 28 days counted so far"
    assert progress_words(28) == ""


def test_a_diary_of_long_ago_is_told_with_its_date() -> None:
    lately = picture(Verdict.MEDIUM)
    assert count_words(replace(lately, last=date(2026, 11, 15))) == "96 of the last 120 days counted"
    old = replace(lately, last=date(2025, 10, 21))
    assert count_words(old) == "96 of the 120 days up to 21 Oct 2025 counted"
