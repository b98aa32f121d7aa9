"""What an invented diary has beside pain and steps: heat, second ratings, longest times, notes, a day left out."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta, tzinfo

from journal.observations import Activity, Note, Pain, Recall, Relief, Skip, Skipped
from journal.record import Body, Draft
from journal.synthetic.days import BESIDE, MEDIAN_STEPS, RATING_SD, Lived, chance_of, rated

EVENING = time(18)

BAD = 4
"""From so much pain in the evening on heat may be used. Chance decides whether, and so it can be told what it did."""

HEAT, HEATED = 1.0, 0.35
"""How much less it hurts for the hour after, in points, and on how many bad evenings."""

AGAIN = 0.4
"""On how many of them the pain is only rated once more: what heat can be compared with."""

SOON, LATER = 35, 60
"""Minutes from the first rating of an evening to the second."""

BOUT_DAYS, BOUTED = 60, 0.35
"""Of how many of the last days longest times are known."""

SITTING, SITTING_SD = 95, 25
ACTIVE, ACTIVE_SD = 35, 10
"""Minutes of the longest time without a break on a middling day."""

STEPS_A_MINUTE = 300
"""So many more steps than usual, and the longest active time is a minute longer."""

NOTES: Mapping[int, Note] = {
    5: Note("Long train ride. Stood by the door half of the way."),
    19: Note("Slept badly, up twice.", sleep=4),
    33: Note("Cleaned the windows in two rounds, with a break between."),
    48: Note("Visitors until late. Sat longer than I meant to."),
    71: Note("Wrote down questions for the physio."),
}
"""What was written, by how many days that tell anything came after."""

NOTED = time(21, 50)

SKIP_DAYS = 100
LEFT_OUT, SKIPPED = Skip(Skipped.SESSION, "ill"), time(19, 30)
"""Of the last days the newest of which nothing else is told."""


def with_bouts(days: Sequence[Lived], *, seed: int = BESIDE) -> list[Lived]:
    """The days, with the longest times without a break where these were noted with the steps."""
    chance = chance_of(f"{seed} bouts")
    return [
        replace(one, noted=tuple((at, _with_bout(body, chance)) for at, body in one.noted))
        if chance.random() < BOUTED and place >= len(days) - BOUT_DAYS
        else one
        for place, one in enumerate(days)
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
    """As somebody tells a time that nobody stopped."""
    return max(10, 5 * round(minutes / 5))


def asides(days: Sequence[Lived], *, zone_name: str, zone: tzinfo, seed: int = BESIDE) -> list[Draft]:
    """What else was noted on these days, by day; the last of them is not over, and nothing more is told of it."""
    chance = chance_of(f"{seed} asides")
    return [
        Draft(body, one.day, datetime.combine(one.day, time(), zone) + at, zone_name)
        for one, more in zip(days[:-1], _by_day(days[:-1], chance), strict=True)
        for at, body in more
    ]


def _by_day(days: Sequence[Lived], chance: random.Random) -> Iterator[list[tuple[timedelta, Body]]]:
    """What else is noted on each day, by the time since midnight."""
    told = [one for one in days if one.noted]
    notes = {told[-ago].day: note for ago, note in NOTES.items() if ago <= len(told)}
    silent = [one.day for one in days[-SKIP_DAYS:] if not one.noted]
    for one in days:
        more = list(_second(one, chance))
        if one.day in notes:
            more.append((_since_midnight(NOTED), notes[one.day]))
        if one.day in silent[-1:]:
            more.append((_since_midnight(SKIPPED), LEFT_OUT))
        yield more


def _second(one: Lived, chance: random.Random) -> Iterator[tuple[timedelta, Body]]:
    """What follows a bad evening: heat with a rating after it, a second rating without, or nothing."""
    evening = [(at, body) for at, body in one.noted if at >= EVENING and isinstance(body, Pain)]
    what, minutes = chance.random(), chance.randrange(SOON, LATER)
    if not evening or evening[-1][1].nrs < BAD:
        return
    at, pain = _since_midnight(evening[-1][0]), evening[-1][1]
    if what < HEATED:
        after = rated(one.pain - HEAT, RATING_SD, chance)
        yield at, Relief("heat", before=pain.nrs, after=after, after_minutes=minutes)
    elif what < HEATED + AGAIN:
        nrs = rated(one.pain, RATING_SD, chance)
        yield at + timedelta(minutes=minutes), Pain(nrs, Recall.NOW, pain.sites)


def _since_midnight(at: time) -> timedelta:
    return timedelta(hours=at.hour, minutes=at.minute)
