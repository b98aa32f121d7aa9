"""Two thousand journals in which nothing holds together: the effects of each raise nothing and contradict nothing."""

import math
import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from journal.effects.exercises import exercise_effects
from journal.effects.reliefs import relief_effects
from journal.observations import Pain, Recall, Relief
from journal.record import Body, Entry, Outcome, SessionRun, SessionState, SetRun, Source
from tests.calibration.effects import FIRST, HURTING, RELIEF

JOURNALS = 2_000
NAMES = ("a", "b", "", "[/]", "\x00\x1b")
RATINGS = (0, 10, 5, 5.5, 1e-300, 9.999999)
EDGES = (datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC))


def body(chance: random.Random) -> Body:
    name, other = chance.choice(NAMES), chance.choice(NAMES)
    nrs = chance.choice(RATINGS)
    match chance.randrange(8):
        case 0:
            plan = chance.choices(NAMES, k=chance.randrange(4))
            return SessionRun(name, name, {one: {} for one in plan}, chance.choice(list(SessionState)), 1)
        case 1:
            return SetRun(name, other, 1, None, 5, chance.randrange(6), chance.choice(list(Outcome)))
        case 2:
            before, after = (chance.choice((None, nrs, 3)) for _ in range(2))
            return Relief(chance.choice("ab"), before, after, chance.choice((None, 0, 30, 60, 1440)))
        case 3 | 4:
            return Pain(nrs)
        case _:
            return Pain(nrs, chance.choice(list(Recall)), session=name, exercise=chance.choice((None, other)))


def moment(chance: random.Random) -> datetime:
    edge = chance.choice(EDGES) if chance.random() < 0.02 else None
    minutes = chance.choice((0, 30, 60, 300)) + chance.randrange(20) * 24 * 60
    return edge or FIRST + timedelta(minutes=minutes)


def noted(chance: random.Random, number: int) -> Entry:
    at = moment(chance)
    name = chance.choice(NAMES) if chance.random() < 0.3 else f"e{number}"
    return Entry(name, name, at.date(), at, "Europe/Berlin", at, Source.TYPED, body(chance))


def scattered(chance: random.Random) -> list[Entry]:
    """Anything at any time."""
    return [noted(chance, number) for number in range(chance.randrange(80))]


def spoilt(chance: random.Random, seed: int) -> list[Entry]:
    """What a person noted, with a tenth of it missing, there twice, at another time, or something else."""
    entries = [*HURTING.entries(seed), *replace(RELIEF, days=60, level=5).entries(seed)]
    found: list[Entry] = []
    for number, entry in enumerate(entries):
        match chance.randrange(40):
            case 0:
                pass
            case 1:
                found += [entry, replace(entry, id=f"again {number}")]
            case 2:
                found.append(replace(entry, at=moment(chance)))
            case 3:
                found.append(replace(entry, body=body(chance)))
            case _:
                found.append(entry)
    return found


def journal(seed: int) -> list[Entry]:
    chance = random.Random(seed)
    return spoilt(chance, seed) if seed % 20 == 0 else scattered(chance)


def test_the_effects_of_anything_raise_nothing_and_contradict_nothing() -> None:
    said: dict[str, set[str]] = {"exercise": set(), "relief": set()}
    for seed in range(JOURNALS):
        entries = journal(seed)
        exercises, reliefs = exercise_effects(entries), relief_effects(entries)
        means = [(e.mean_change, e.interval) for e in exercises] + [
            (r.difference, r.interval) for r in reliefs
        ]
        for mean, interval in means:
            if interval is not None and mean is not None:
                low, high = interval
                assert math.isfinite(low)
                assert math.isfinite(high)
                assert low < mean < high
                assert -20 <= mean <= 20
        said["exercise"] |= {effect.verdict for effect in exercises}
        said["relief"] |= {effect.verdict for effect in reliefs}
    assert min(map(len, said.values())) >= 3  # so much was tried
