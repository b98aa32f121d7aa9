"""The safety banner: one or two lines when something newly noted is what the safety card speaks of. Pure but for reading.

Never a modal; each sign at most once a week. It scores nothing, reassures nobody and names no illness: it points to
the card.
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
"""What the first group of the card is meant for."""

IMPLIED: Mapping[Sign, frozenset[Sign]] = {
    Sign.HIGHER: frozenset({Sign.SEVERE}),
    Sign.LEG: frozenset({Sign.BELOW_KNEE, Sign.BOTH_LEGS}),
}
"""What goes without saying beside one of these."""

MOST_NAMED = 2

MOST_READ = 300
"""Of the days before so many entries are read at most, the newest: who notes more has them in fewer days."""

NOTED = frozenset(kind.kind for kind in (Activity, Note, Pain, Position, Relief, SessionRun, Skip))
"""The kinds in which a sign may be; the sets of a session beside, which are many, only after a stop."""


@dataclass(frozen=True, slots=True)
class Banner:
    """The signs that were newly noted, at least one, the gravest first."""

    signs: tuple[Sign, ...]

    @property
    def keys(self) -> frozenset[str]:
        """What names it when it is put away."""
        return frozenset(f"banner/{sign}" for sign in self.signs)

    def without(self, dismissed: Collection[str]) -> "Banner | None":
        """What is left of it after some was put away."""
        left = tuple(sign for sign in self.signs if f"banner/{sign}" not in dismissed)
        return replace(self, signs=left) if left else None

    def words(self, number: str) -> str:
        """What was noted and what the card says of it, without keys; `number` is the emergency number."""
        told = [sign for sign in self.signs if not IMPLIED.get(sign, frozenset()).intersection(self.signs)]
        noted = f"Noted: {', '.join(NAMES[sign] for sign in told[:MOST_NAMED])}."
        if AT_ONCE.intersection(told):
            return f"{noted} New or getting worse: an emergency department, or call {number}."
        if Sign.FEVER in told:
            return f"{noted} With back pain that is for a doctor on the same day."
        return noted


def banner_for(entries: Iterable[Entry], today: date, ends: time = DAY_ENDS) -> Banner | None:
    """The banner for what was noted today, if it is new; `entries` reach at least `journal.signs.REACH` back.

    Noted today is what is about today, and what is about yesterday and was written down today.
    """
    known = [entry for entry in entries if entry.day <= today]
    signs = new_signs(known, _newly(known, today, ends), today)
    return Banner(signs) if signs else None


def _newly(entries: Iterable[Entry], today: date, ends: time) -> list[Entry]:
    """What was noted by hand or in a session today."""
    return [entry for entry in entries if by_hand(entry) and _today(entry, today, ends)]


def _today(entry: Entry, today: date, ends: time) -> bool:
    if entry.day == today:
        return True
    written = day_of(local_time(entry.recorded_at, entry.zone), ends)
    return entry.day == today - ONE_DAY and written >= today


def read_banner(
    store: Store, today: date, ends: time = DAY_ENDS, entries: Sequence[Entry] | None = None
) -> Banner | None:
    """The banner for today; `entries` are those of today and yesterday, where they were read already.

    Of the days before, no more is read than it takes. Raises JournalError.
    """
    days = store.entries(since=today - ONE_DAY, until=today) if entries is None else entries
    if not may_have_signs(_newly(days, today, ends)):
        return None
    known = [*_before(store, today, REACH, NOTED), *days]
    banner = banner_for(known, today, ends)
    if banner is not None and Sign.STOPPED in banner.signs:
        banner = banner_for([*_before(store, today, QUIET, {SetRun.kind}), *known], today, ends)
    return banner


def _before(store: Store, today: date, reach: timedelta, kinds: Collection[str]) -> list[Entry]:
    until = today - 2 * ONE_DAY
    return store.entries(since=today - reach, until=until, kinds=kinds, newest=MOST_READ)
