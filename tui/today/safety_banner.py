"""The safety banner: one or two lines when today's entries mention a sign of the safety card.

Never a modal; each sign at most once a week. It scores nothing, reassures nobody and names no illness: it points to the
card.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from journal.days import DAY_ENDS, ONE_DAY, day_of
from journal.observations import Activity, Note, Pain, Position, Relief, Skip
from journal.record import Entry, SessionRun, SetRun
from journal.safety_signs.signs import QUIET, REACH, by_hand, may_have_signs, new_signs
from journal.safety_signs.vocabulary import Sign
from journal.store.store import Store
from tui.system.clock import local_time

NAMES: Mapping[Sign, str] = {
    Sign.SADDLE: "numbness between the thighs",
    Sign.BLADDER: "the bladder",
    Sign.BOWEL: "the bowels",
    Sign.BOTH_LEGS: "both legs",
    Sign.WEAKNESS: "weakness",
    Sign.ACCIDENT: "an accident",
    Sign.FEVER: "fever",
    Sign.STOPPED: "a stop because of pain",
    Sign.SEVERE: "pain of 8 or more",
    Sign.HIGHER: "more pain than in the two weeks before",
    Sign.BELOW_KNEE: "pain below the knee",
    Sign.LEG: "pain in a leg",
}

AT_ONCE = frozenset({Sign.SADDLE, Sign.BLADDER, Sign.BOWEL, Sign.BOTH_LEGS, Sign.WEAKNESS, Sign.ACCIDENT})
"""The signs of the first group of the card: help at once."""

IMPLIED: Mapping[Sign, frozenset[Sign]] = {
    Sign.HIGHER: frozenset({Sign.SEVERE}),
    Sign.LEG: frozenset({Sign.BELOW_KNEE, Sign.BOTH_LEGS}),
}
"""Signs that are not named beside one that implies them."""

MOST_NAMED = 2

MOST_READ = 300
"""Entries of earlier days read at most, newest first."""

NOTED = frozenset(kind.kind for kind in (Activity, Note, Pain, Position, Relief, SessionRun, Skip))
"""The kinds of entries that may have a sign; sets, which are many, are read only after a stop."""


@dataclass(frozen=True, slots=True)
class Banner:
    """The new signs, at least one, the gravest first."""

    signs: tuple[Sign, ...]

    @property
    def keys(self) -> frozenset[str]:
        """The keys by which it is hidden."""
        return frozenset(f"banner/{sign}" for sign in self.signs)

    def without(self, dismissed: Collection[str]) -> "Banner | None":
        """The banner without the hidden signs; None when none is left."""
        left = tuple(sign for sign in self.signs if f"banner/{sign}" not in dismissed)
        return replace(self, signs=left) if left else None

    def words(self, number: str) -> str:
        """The signs and what the card says of them; `number` is the emergency number."""
        named = [sign for sign in self.signs if not IMPLIED.get(sign, frozenset()).intersection(self.signs)]
        logged = f"In your diary: {', '.join(NAMES[sign] for sign in named[:MOST_NAMED])}."
        if AT_ONCE.intersection(named):
            return f"{logged} New or getting worse: an emergency department, or call {number}."
        if Sign.FEVER in named:
            return f"{logged} Fever with back pain: see a doctor the same day."
        return logged


def banner_for(entries: Iterable[Entry], today: date, ends: time = DAY_ENDS) -> Banner | None:
    """The banner for the new signs in today's entries; `entries` reach back at least `REACH` of the signs.

    Today's entries are those about today, and those about yesterday that were recorded today.
    """
    known = [entry for entry in entries if entry.day <= today]
    signs = new_signs(known, _recorded_today(known, today, ends), today)
    return Banner(signs) if signs else None


def _recorded_today(entries: Iterable[Entry], today: date, ends: time) -> list[Entry]:
    """The entries made today, by hand or in a session."""
    return [entry for entry in entries if by_hand(entry) and _today(entry, today, ends)]


def _today(entry: Entry, today: date, ends: time) -> bool:
    if entry.day == today:
        return True
    written = day_of(local_time(entry.recorded_at, entry.zone), ends)
    return entry.day == today - ONE_DAY and written >= today


def read_banner(
    store: Store, today: date, ends: time = DAY_ENDS, entries: Sequence[Entry] | None = None
) -> Banner | None:
    """The banner for today; `entries` are those of today and yesterday, if they were read already.

    Earlier days are read only if today may have a sign. Raises JournalError.
    """
    days = store.entries(since=today - ONE_DAY, until=today) if entries is None else entries
    if not may_have_signs(_recorded_today(days, today, ends)):
        return None
    known = [*_before(store, today, REACH, NOTED), *days]
    banner = banner_for(known, today, ends)
    if banner is not None and Sign.STOPPED in banner.signs:
        banner = banner_for([*_before(store, today, QUIET, {SetRun.kind}), *known], today, ends)
    return banner


def _before(store: Store, today: date, reach: timedelta, kinds: Collection[str]) -> list[Entry]:
    until = today - 2 * ONE_DAY
    return store.entries(since=today - reach, until=until, kinds=kinds, newest=MOST_READ)
