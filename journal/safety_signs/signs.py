"""Signs that the safety card speaks of, as the diary has them: pure, from entries alone.

It scores nothing and knows nothing of the person: it says what was newly noted, so that the card can be pointed to.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from journal.observations import BodySide, Pain, Recall, Site, Skip
from journal.record import Entry, Outcome, SessionRun, SessionState, SetRun, Source
from journal.safety_signs.in_notes import signs_in
from journal.safety_signs.vocabulary import Sign

QUIET = timedelta(days=7)
"""Days in which a sign is not shown again."""

USUAL = timedelta(days=14)
"""Days before that decide the usual pain, and whether pain in a leg is new."""

REACH = QUIET + USUAL
"""Days read for the signs of today, since earlier days are judged the same way."""

SEVERE = 8
ABOVE_USUAL = 3
FEWEST = 3
"""Fewest ratings for a usual median."""

LEGS = frozenset({Site.LEG, Site.BELOW_KNEE})

PAIN = "pain"
"""The reason of a set that was stopped because of pain, even when it was finished later."""


def new_signs(entries: Sequence[Entry], newly: Iterable[Entry], today: date) -> tuple[Sign, ...]:
    """The signs in what was `newly` noted that the 7 days before today do not have, the gravest first.

    `entries` are those of the days before, at most `REACH` back; what stands among `newly` is left out of them.
    """
    fresh = tuple(newly)
    names = {entry.id for entry in fresh}
    before = [entry for entry in entries if entry.id not in names and entry.day < today]
    found = _signs(fresh, before, today)
    days = {entry.day for entry in before if entry.day >= today - QUIET} if found else set()
    for day in days:
        found -= _signs([entry for entry in before if entry.day == day], before, day)
    return tuple(sign for sign in Sign if sign in found)


def _signs(noted: Sequence[Entry], entries: Sequence[Entry], day: date) -> frozenset[Sign]:
    """Find the signs of a day, compared with the usual pain of the days before."""
    signs = frozenset(sign for entry in noted for sign in signs_of(entry))
    usual = [e for e in entries if day - USUAL <= e.day < day and isinstance(e.body, Pain)]
    if Sign.LEG in signs and any(_in_a_leg(entry) for entry in usual):
        signs -= {Sign.LEG}
    return signs | {Sign.HIGHER} if _higher(noted, usual) else signs


def signs_of(entry: Entry) -> frozenset[Sign]:
    """Find the signs of a single entry."""
    found = signs_in(_words(entry))
    match entry.body:
        case Pain() as pain:
            return found | _of_pain(pain)
        case SessionRun(state=SessionState.STOPPED) | SetRun(outcome=Outcome.STOPPED):
            return found | {Sign.STOPPED}
        case SetRun(reason=str(reason)) if PAIN in reason:
            return found | {Sign.STOPPED}
    return found


def _words(entry: Entry) -> str:
    """Join all texts of an entry, one per line."""
    body = entry.body
    reason = body.reason if isinstance(body, Skip) else ""
    return "\n".join((getattr(body, "note", ""), reason, *getattr(body, "tags", ())))


def _of_pain(pain: Pain) -> frozenset[Sign]:
    legs = LEGS.intersection(pain.sites)
    has = {
        Sign.SEVERE: pain.nrs >= SEVERE,
        Sign.LEG: bool(legs),
        Sign.BELOW_KNEE: Site.BELOW_KNEE in legs,
        Sign.BOTH_LEGS: bool(legs) and pain.side is BodySide.BOTH,
    }
    return frozenset(sign for sign, so in has.items() if so)


def _in_a_leg(entry: Entry) -> bool:
    return isinstance(entry.body, Pain) and bool(LEGS.intersection(entry.body.sites))


def _higher(noted: Iterable[Entry], usual: Sequence[Entry]) -> bool:
    """Whether a rating lies well above the median of the days before; a worst is held against worsts."""
    return any(_above(entry.body, usual) for entry in noted if isinstance(entry.body, Pain))


def _above(pain: Pain, usual: Sequence[Entry]) -> bool:
    worst = pain.recall is Recall.WORST
    ratings = [
        entry.body.nrs
        for entry in usual
        if isinstance(entry.body, Pain) and (entry.body.recall is Recall.WORST) == worst
    ]
    return len(ratings) >= FEWEST and pain.nrs >= _median(ratings) + ABOVE_USUAL


def _median(values: Iterable[float]) -> float:
    """As `statistics.median`, whose module takes long to import."""
    ordered = sorted(values)
    return (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2


def may_have_signs(newly: Iterable[Entry]) -> bool:
    """Whether earlier entries need to be read."""
    return any(_may_be_higher(entry) or signs_of(entry) for entry in newly)


def _may_be_higher(entry: Entry) -> bool:
    return isinstance(entry.body, Pain) and entry.body.nrs >= ABOVE_USUAL


def by_hand(entry: Entry) -> bool:
    """Whether an entry was made by the person and not imported."""
    return entry.source is not Source.TABLE
