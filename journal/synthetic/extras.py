"""Extra entries of the example diary: heat, second ratings, longest times, notes, a skipped session."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta, tzinfo

from journal.observations import Activity, Note, Pain, Recall, Relief, Skip, Skipped
from journal.record import Body, Draft
from journal.synthetic.days import BESIDE, MEDIAN_STEPS, RATING_SD, Lived, chance_of, rated

EVENING = time(18)

BAD = 4
"""The evening pain from which heat may be used; chance decides, so that its effect can be estimated."""

HEAT, HEATED = 1.0, 0.35
"""Points of relief for the hour after heat, and the share of bad evenings with heat."""

AGAIN = 0.4
"""The share of bad evenings with only a second rating: the comparison for heat."""

SOON, LATER = 35, 60
"""Minutes from the first rating of an evening to the second."""

BOUT_DAYS, BOUTED = 60, 0.35
"""The last days that may have longest times, and the share of them that do."""

SITTING, SITTING_SD = 95, 25
ACTIVE, ACTIVE_SD = 35, 10
"""Minutes of the longest time without a break on a middling day."""

STEPS_A_MINUTE = 300
"""Extra steps for each extra minute of the longest active time."""

NOTES: Mapping[int, Note] = {
    5: Note("Long train ride. Stood by the door half of the way."),
    19: Note("Slept badly, up twice.", sleep=4),
    33: Note("Cleaned the windows in two rounds, with a break between."),
    48: Note("Visitors until late. Sat longer than I meant to."),
    71: Note("Wrote down questions for the physio."),
}
"""The notes, by the number of days with entries from then on."""

NOTED = time(21, 50)

SKIP_DAYS = 100
LEFT_OUT, SKIPPED = Skip(Skipped.SESSION, "ill"), time(19, 30)
"""The skip is logged on the newest of the last SKIP_DAYS without other entries."""


def with_bouts(days: Sequence[Lived], *, seed: int = BESIDE) -> list[Lived]:
    """Return the days, some with longest times without a break."""
    chance = chance_of(f"{seed} bouts")
    return [
        replace(lived_day, noted=tuple((at, _with_bout(body, chance)) for at, body in lived_day.noted))
        if chance.random() < BOUTED and place >= len(days) - BOUT_DAYS
        else lived_day
        for place, lived_day in enumerate(days)
    ]


def _with_bout(body: Pain | Activity, chance: random.Random) -> Pain | Activity:
    if not isinstance(body, Activity) or body.steps is None:
        return body
    longer = (body.steps - MEDIAN_STEPS) / STEPS_A_MINUTE
    return replace(
        body,
        longest_active_minutes=_by_fives(chance.gauss(ACTIVE + longer, ACTIVE_SD)),
        longest_sitting_minutes=_by_fives(chance.gauss(SITTING - longer, SITTING_SD)),
    )


def _by_fives(minutes: float) -> int:
    """Round as people estimate times."""
    return max(10, 5 * round(minutes / 5))


def asides(days: Sequence[Lived], *, zone_name: str, zone: tzinfo, seed: int = BESIDE) -> list[Draft]:
    """Return the extra entries of these days, except the last, which is not over."""
    chance = chance_of(f"{seed} asides")
    return [
        Draft(body, lived_day.day, datetime.combine(lived_day.day, time(), zone) + at, zone_name)
        for lived_day, more in zip(days[:-1], _by_day(days[:-1], chance), strict=True)
        for at, body in more
    ]


def _by_day(days: Sequence[Lived], chance: random.Random) -> Iterator[list[tuple[timedelta, Body]]]:
    """Yield the extra entries of each day, with their time since midnight."""
    logged_days = [lived_day for lived_day in days if lived_day.noted]
    notes = {logged_days[-ago].day: note for ago, note in NOTES.items() if ago <= len(logged_days)}
    silent = [lived_day.day for lived_day in days[-SKIP_DAYS:] if not lived_day.noted]
    for lived_day in days:
        more = list(_second(lived_day, chance))
        if lived_day.day in notes:
            more.append((_since_midnight(NOTED), notes[lived_day.day]))
        if lived_day.day in silent[-1:]:
            more.append((_since_midnight(SKIPPED), LEFT_OUT))
        yield more


def _second(lived_day: Lived, chance: random.Random) -> Iterator[tuple[timedelta, Body]]:
    """Yield what follows a bad evening: heat with a second rating, a second rating alone, or nothing."""
    evening = [(at, body) for at, body in lived_day.noted if at >= EVENING and isinstance(body, Pain)]
    what, minutes = chance.random(), chance.randrange(SOON, LATER)
    if not evening or evening[-1][1].nrs < BAD:
        return
    at, pain = _since_midnight(evening[-1][0]), evening[-1][1]
    if what < HEATED:
        after = rated(lived_day.pain - HEAT, RATING_SD, chance)
        yield at, Relief("heat", before=pain.nrs, after=after, after_minutes=minutes)
    elif what < HEATED + AGAIN:
        nrs = rated(lived_day.pain, RATING_SD, chance)
        yield at + timedelta(minutes=minutes), Pain(nrs, Recall.NOW, pain.sites)


def _since_midnight(at: time) -> timedelta:
    return timedelta(hours=at.hour, minutes=at.minute)
