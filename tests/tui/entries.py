"""Things that a person may have noted, for hypothesis."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from journal.days import day_of
from journal.observations import (
    BOUTS,
    MEASURES,
    OF_A_DAY,
    WELLBEING,
    Activity,
    Basis,
    BodySide,
    Doing,
    Note,
    Pain,
    Position,
    Posture,
    Quality,
    Relief,
    Site,
    Skip,
    Skipped,
)
from journal.record import Body, Entry, Source
from tests.fakes import A_SUNDAY
from tui.text.clean import clean

HOSTILE = (
    "[/]",
    "[@click=app.quit]x",
    "\x1b]52;c;AAAA\x07",
    "\x1b[2J",
    "a\x00b",
    "\u202eabc\u2066",
    "\x9b31m",
    "\ud800",
    "one\r\ntwo\u2028three",
    "'); DROP TABLE entries; --",
    "=cmd()",
    "x" * 20_000,
    "naïve 日本語 👩‍👩‍👧",
)
notes = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=200), st.just(""))
ratings = st.none() | st.integers(0, 10)
between = st.none() | st.floats(0, 10, allow_nan=False).map(lambda value: round(value, 1))
tags = st.lists(st.sampled_from(["tired", "garden", "[/]", "long day", "café"]), max_size=5).map(tuple)


def several(kind: Iterable[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    """Any of these, in their own order, as a form has them."""
    options = list(kind)
    return st.sets(st.sampled_from(options)).map(lambda some: tuple(one for one in options if one in some))


def amounts(values: st.SearchStrategy[Any] | None = None) -> dict[str, st.SearchStrategy[Any]]:
    every = {**MEASURES, **BOUTS}
    return {name: values or st.none() | st.integers(0, int(most)) for name, most in every.items()}


felt = dict.fromkeys(WELLBEING, ratings)
pains = st.builds(
    Pain,
    nrs=st.integers(0, 10),
    recall=st.sampled_from(OF_A_DAY),
    sites=several(Site),
    side=st.none() | st.sampled_from(BodySide),
    qualities=several(Quality),
    interference=ratings,
    note=notes,
    tags=tags,
    **felt,
)
activities = st.builds(
    Activity,
    doing=several(Doing).filter(bool),
    basis=st.none() | st.sampled_from(Basis),
    note=notes,
    tags=tags,
    **amounts(),
)
positions = st.builds(
    Position,
    posture=st.sampled_from(Posture),
    comfortable_minutes=st.none() | st.integers(0, 1440),
    note=notes,
    tags=tags,
)
reliefs = st.builds(
    Relief,
    means=st.sampled_from(["heat", "bath", "[/] tape", "tens unit"]),
    before=ratings,
    after=ratings,
    after_minutes=st.none() | st.integers(0, 1440),
    effect_minutes=st.none() | st.integers(0, 1440),
    note=notes,
    tags=tags,
)
skips = st.builds(
    Skip,
    what=st.sampled_from(Skipped),
    reason=st.sampled_from(["", "tired", "rain [/]"]),
    note=notes,
    tags=tags,
)
written_notes = st.builds(Note, note=notes.map(lambda text: f"so {text}"), tags=tags, **felt)
by_hand = st.one_of(pains, activities, positions, reliefs, skips, written_notes)
"""What a person can type, but for what a terminal would obey in its notes."""

from_elsewhere = st.one_of(
    st.builds(Pain, nrs=between.filter(lambda nrs: nrs is not None), mood=between, note=notes),
    st.builds(Activity, steps=st.just(11_012), load=between, active_minutes=between, note=notes),
    st.builds(Relief, means=st.just("a\x1b[2J, b"), before=between, note=notes),
    st.builds(Note, note=st.just("x"), tags=st.just(("one, two", "\x1b[31mred"))),
)
"""What comes from an import or the command line: values between whole numbers, and words that no form would take."""


def as_typed(body: Any) -> Any:
    """The same with its note as a form holds it."""
    return replace(body, note=clean(body.note))


def entry(body: Body, at: datetime = A_SUNDAY, zone: str = "Europe/Berlin") -> Entry:
    """This, noted a minute ago."""
    local = (at - timedelta(minutes=1)).astimezone(ZoneInfo(zone))
    return Entry("e-1", "a-1", day_of(local), local.astimezone(UTC), zone, at, Source.TYPED, body)
