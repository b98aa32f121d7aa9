"""Diary days: the day of a moment, and the row built from the entries of a day."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Any

from journal.observations import BOUTS, MEASURES, Activity, Pain, Recall, Skip
from journal.record import Entry, SessionRun, Source

DAY_ENDS = time(4, 0)
"""Local time at which a diary day ends: late evenings still belong to the day before."""

ONE_DAY = timedelta(days=1)

LEAST_SECONDS = 60.0
"""A shorter session is not activity: it was started by mistake, or ended at once."""

DAY_KINDS = frozenset({Pain.kind, Activity.kind, SessionRun.kind, Skip.kind})
"""The kinds of entries that make a day's row."""

MEAN_DIGITS = 6
MINUTES_DIGITS = 1


def day_of(local: datetime, ends: time = DAY_ENDS) -> date:
    """Return the diary day of a moment in the person's local time."""
    return local.date() - ONE_DAY if local.time() < ends else local.date()


def end_of(day: date, zone: tzinfo, ends: time = DAY_ENDS) -> datetime:
    """The last second of a diary day, aware, in `zone`.

    When the clocks go back over that second, it is the later of the two.
    """
    wall = datetime.combine(day + ONE_DAY, ends) - timedelta(seconds=1)
    return wall.replace(tzinfo=zone, fold=1)


@dataclass(frozen=True, slots=True)
class DayRow:
    """Pain and activity of one day. None is unknown; 0 is a value.

    `now` is the mean of the day's `ratings` momentary ratings, `average` and `worst` are ratings of the whole day,
    all from 0 to 10. `activity` has every measure, `sources` the origin of those that are known. `bouts` has the
    known longest times without a break, `skipped` the things skipped on purpose. `backfilled`: all ratings that
    count for its pain were added over 24 hours later.
    """

    day: date
    now: float | None
    average: float | None
    worst: float | None
    ratings: int
    activity: Mapping[str, float | None]
    sources: Mapping[str, str]
    bouts: Mapping[str, float] = field(default_factory=dict)
    skipped: tuple[str, ...] = ()
    backfilled: bool = False

    @property
    def pain(self) -> float | None:
        """The day's pain for the analysis: the rated average, else the mean of the ratings."""
        return self.now if self.average is None else self.average

    def as_json(self) -> dict[str, Any]:
        """Return the row as plain JSON values with every key."""
        pain = {"now": self.now, "average": self.average, "worst": self.worst, "ratings": self.ratings}
        return {
            "day": self.day.isoformat(),
            "pain": pain,
            "activity": dict(self.activity),
            "sources": dict(self.sources),
        }

    def stored(self) -> dict[str, Any]:
        """Return all of the row as plain JSON values."""
        extra = {
            "bouts": dict(self.bouts),
            "skipped": list(self.skipped),
            "backfilled": self.backfilled,
        }
        return {**self.as_json(), **{name: value for name, value in extra.items() if value}}

    @classmethod
    def from_stored(cls, values: Mapping[str, Any]) -> "DayRow":
        """Restore a row from `stored`."""
        return cls(
            day=date.fromisoformat(values["day"]),
            activity=values["activity"],
            sources=values["sources"],
            bouts=values.get("bouts", {}),
            skipped=tuple(values.get("skipped", ())),
            backfilled=values.get("backfilled", False),
            **values["pain"],
        )


def day_row(day: date, entries: Sequence[Entry]) -> DayRow | None:
    """Build the row of a day from its entries, in the order recorded; None without a value.

    A session counts toward the day only by its active minutes, from one minute on: a shorter one alone makes no
    row.
    """
    pains = [(entry.source, entry.body) for entry in entries if isinstance(entry.body, Pain)]
    ratings = [pain.nrs for _, pain in pains if pain.recall is Recall.NOW]
    known, bouts = _activity(entries), _bouts(entries)
    skipped = dict.fromkeys(str(entry.body.what) for entry in entries if isinstance(entry.body, Skip))
    if not (pains or known or bouts or skipped):
        return None
    return DayRow(
        day=day,
        now=_mean(ratings),
        average=_rating_of_day(pains, Recall.AVERAGE),
        worst=_rating_of_day(pains, Recall.WORST),
        ratings=len(ratings),
        activity={measure: known[measure][0] if measure in known else None for measure in MEASURES},
        sources={measure: str(source) for measure, (_, source) in known.items()},
        bouts=bouts,
        skipped=tuple(skipped),
        backfilled=_is_backfilled(entries),
    )


def _is_backfilled(entries: Iterable[Entry]) -> bool:
    """Whether all ratings that count for the day's pain were typed over 24 hours later."""
    rated: dict[Recall, list[bool]] = {Recall.AVERAGE: [], Recall.NOW: []}
    for entry in entries:
        if isinstance(entry.body, Pain) and entry.body.recall in rated:
            rated[entry.body.recall].append(entry.backfilled and entry.source is Source.TYPED)
    counted = rated[Recall.AVERAGE] or rated[Recall.NOW]
    return bool(counted) and all(counted)


def _rating_of_day(pains: Iterable[tuple[Source, Pain]], recall: Recall) -> float | None:
    chosen = _outranking((pain.nrs, source) for source, pain in pains if pain.recall is recall)
    return chosen[0] if chosen else None


def _activity(entries: Sequence[Entry]) -> dict[str, tuple[float, Source]]:
    """Return the known measures with value and source; values of two sources are never added."""
    acts = [(entry.source, entry.body.values()) for entry in entries if isinstance(entry.body, Activity)]
    known = {}
    for measure in MEASURES:
        chosen = _outranking((values[measure], source) for source, values in acts if measure in values)
        if chosen:
            known[measure] = chosen
    minutes = _session_minutes(entries)
    if minutes and "active_minutes" not in known:
        known["active_minutes"] = (minutes, Source.SESSION)
    return known


def _bouts(entries: Sequence[Entry]) -> dict[str, float]:
    """Return the known longest times without a break."""
    acts = [(entry.source, entry.body.bouts()) for entry in entries if isinstance(entry.body, Activity)]
    found = {
        bout: _outranking((values[bout], source) for source, values in acts if bout in values)
        for bout in BOUTS
    }
    return {bout: chosen[0] for bout, chosen in found.items() if chosen}


def _outranking(values: Iterable[tuple[float, Source]]) -> tuple[float, Source] | None:
    """Return the newest typed value, else the newest other; `values` are in the order recorded."""
    newest = {source is Source.TYPED: (value, source) for value, source in values}
    return newest.get(True, newest.get(False))


def _session_minutes(entries: Sequence[Entry]) -> float:
    sessions = [entry.body.active_seconds for entry in entries if isinstance(entry.body, SessionRun)]
    seconds = sum(active for active in sessions if active >= LEAST_SECONDS)
    return _plain(round(seconds / 60, MINUTES_DIGITS))


def _mean(ratings: Sequence[float]) -> float | None:
    return _plain(round(sum(ratings) / len(ratings), MEAN_DIGITS)) if ratings else None


def _plain(value: float) -> float:
    """Return the value as an int when it is whole: 4, not 4.0."""
    return int(value) if value == int(value) else value
