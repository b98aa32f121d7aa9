"""Imports say one value each; taken back in any order, what the others said stands."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.observations import Activity, Pain, Recall
from journal.record import Body, Draft, Source
from journal.store.imports import spans
from journal.store.store import Store
from tests.journal.samples import DAY, RUN, in_memory, noted

YESTERDAY = DAY - timedelta(days=1)


@pytest.fixture
def store() -> Iterator[Store]:
    opened = in_memory()
    yield opened
    opened.close()


def imported(body: Body, day: date = DAY) -> Draft:
    return noted(body, day, source=Source.TABLE)


def brought(store: Store, *bodies: Body) -> str:
    """The act of an import for today."""
    return store.import_values([imported(body) for body in bodies], RUN).act or ""


def today(store: Store) -> dict[str, float]:
    row = next(iter(store.days()), None)
    return {measure: value for measure, value in row.activity.items() if value is not None} if row else {}


def test_another_measure_of_the_same_day_wipes_nothing(store: Store) -> None:
    brought(store, Activity(steps=10))
    again = store.import_values([imported(Activity(load=3))], RUN)
    assert (again.new, again.changed, again.same) == (1, (), 0)
    assert today(store) == {"steps": 10, "load": 3}


def test_a_measure_that_is_left_blank_keeps_the_value_that_is_held(store: Store) -> None:
    brought(store, Activity(steps=10, load=3))
    again = store.import_values([imported(Activity(load=4))], RUN)
    assert (again.new, again.same) == (0, 0)
    assert again.changed == ((DAY, Activity(load=3), Activity(load=4)),)
    assert today(store) == {"steps": 10, "load": 4}


def test_what_an_import_would_do_is_told_and_not_done(store: Store) -> None:
    brought(store, Activity(steps=10, load=3))
    drafts = [imported(Activity(steps=10, load=4)), imported(Pain(2, Recall.AVERAGE))]
    told = store.preview_import(drafts)
    assert (told.act, told.new, len(told.changed), told.same) == (None, 1, 1, 1)
    assert len(store.imports()) == 1
    done = store.import_values(drafts, RUN)
    assert (done.new, done.changed, done.same) == (told.new, told.changed, told.same)


def test_a_value_taken_back_is_not_brought_back_by_taking_back_a_later_one(store: Store) -> None:
    first, second = brought(store, Activity(steps=3)), brought(store, Activity(steps=5))
    store.undo_act(first)
    assert today(store) == {"steps": 5}
    store.undo_act(second)
    assert today(store) == {}
    assert store.days() == []


def test_taking_back_what_was_wholly_superseded_is_noted_once(store: Store) -> None:
    first, _ = brought(store, Activity(steps=3)), brought(store, Activity(steps=5))
    assert len(store.undo_act(first) or ()) == 1
    assert [act.undone for act in store.imports()] == [True, False]
    assert store.undo_act(first) is None


def test_a_value_that_a_later_import_confirmed_stays_until_that_is_taken_back_too(store: Store) -> None:
    january = brought(store, Activity(steps=3))
    both = brought(store, Activity(steps=3), Pain(2, Recall.AVERAGE))
    store.undo_act(january)
    assert today(store) == {"steps": 3}
    taken = store.undo_act(both) or ()
    assert sum(record.deleted for record in taken) == 2
    assert store.days() == []


def test_taking_back_what_only_confirmed_a_value_leaves_it_without_a_record(store: Store) -> None:
    brought(store, Activity(steps=3))
    both = brought(store, Activity(steps=3), Pain(2, Recall.AVERAGE))
    assert [r.body.kind for r in store.undo_act(both) or ()] == ["pain", "undo"]
    assert today(store) == {"steps": 3}


def test_what_was_typed_is_confirmed_by_no_import(store: Store) -> None:
    store.write([noted(Activity(steps=3))])
    both = brought(store, Activity(steps=3))
    store.undo()
    assert today(store) == {"steps": 3}
    store.undo_act(both)
    assert today(store) == {}


def test_days_that_follow_each_other_are_one_span() -> None:
    days = [DAY - timedelta(days=ago) for ago in (9, 3, 0, 1, 2)]
    drafts = [imported(Activity(steps=1), day) for day in days] + [imported(Pain(2, Recall.AVERAGE))]
    assert spans(drafts) == {
        "steps": [("2026-11-13", "2026-11-13"), ("2026-11-19", "2026-11-22")],
        "average": [("2026-11-22", "2026-11-22")],
    }


Values = dict[tuple[str, date], int]
"""What a file says, by topic and day; also what the journal then holds."""

few_days = st.integers(0, 3).map(lambda ago: DAY - timedelta(days=ago))
files = st.dictionaries(
    st.tuples(st.sampled_from(["steps", "load", "average"]), few_days),
    st.integers(0, 2),
    min_size=1,
    max_size=6,
)
BODIES: dict[str, Callable[[int], Body]] = {
    "steps": lambda value: Activity(steps=value),
    "load": lambda value: Activity(load=value),
    "average": lambda value: Pain(value, Recall.AVERAGE),
}


def held(store: Store) -> Values:
    found = {("average", row.day): row.average for row in store.days()}
    found |= {(topic, row.day): row.activity[topic] for row in store.days() for topic in ("steps", "load")}
    return {key: int(value) for key, value in found.items() if value is not None}


def overlaid(standing: dict[str, Values]) -> Values:
    """The plain model: of what the standing imports say about a thing, the last counts."""
    model: Values = {}
    for said in standing.values():
        model |= said
    return model


@settings(max_examples=120)
@given(st.lists(files | st.integers(0, 5), max_size=14))
def test_taken_back_in_any_order_the_last_that_stands_counts(steps: list[Values | int]) -> None:
    store = in_memory()
    standing: dict[str, Values] = {}
    for step in steps:
        if isinstance(step, dict):
            drafts = [imported(BODIES[topic](value), day) for (topic, day), value in step.items()]
            if act := store.import_values(drafts, RUN).act:
                standing[act] = step
        elif step < len(standing):
            act = list(standing)[step]
            del standing[act]
            assert store.undo_act(act) is not None
        assert held(store) == overlaid(standing)
    assert [act.act for act in store.imports() if not act.undone] == list(standing)
    assert store.check() == []
    store.close()
