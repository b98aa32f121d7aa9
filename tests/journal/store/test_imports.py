"""An import writes what is new, shows what changed, and can be repeated."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.importers.table import read_table
from journal.observations import Activity, Pain, Recall
from journal.record import Body, Draft, ImportAct, ImportResult, Source
from journal.store.store import Store
from tests.folders import SHARED
from tests.journal.samples import (
    BERLIN,
    DAY,
    RUN,
    activities,
    in_memory,
    known_days,
    noted,
    pains,
    rebuild,
    revisions,
)

YESTERDAY = DAY - timedelta(days=1)


@pytest.fixture
def store() -> Iterator[Store]:
    opened = in_memory()
    yield opened
    opened.close()


def imported(body: Body, day: date = DAY) -> Draft:
    return noted(body, day, source=Source.TABLE)


def test_an_import_is_one_act_and_is_listed(store: Store) -> None:
    brought = store.import_values([imported(Pain(3, Recall.AVERAGE)), imported(Activity(steps=10))], RUN)
    assert (brought.new, brought.changed, brought.same) == (2, (), 0)
    assert {entry.act for entry in store.entries()} == {brought.act}
    assert store.imports() == [ImportAct(brought.act or "", RUN, DAY, undone=False)]


def test_the_same_again_writes_nothing(store: Store) -> None:
    drafts = [imported(Pain(3, Recall.AVERAGE)), imported(Activity(steps=10))]
    store.import_values(drafts, RUN)
    assert store.import_values(drafts, RUN) == ImportResult(None, 0, (), 2)
    assert len(store.imports()) == 1


def test_a_day_that_changed_is_revised_and_shown_with_both_values(store: Store) -> None:
    store.import_values([imported(Activity(steps=10)), imported(Activity(steps=20), YESTERDAY)], RUN)
    brought = store.import_values(
        [imported(Activity(steps=11)), imported(Activity(steps=20), YESTERDAY)], RUN
    )
    assert (brought.new, brought.same) == (0, 1)
    assert brought.changed == ((DAY, Activity(steps=10), Activity(steps=11)),)
    (entry,) = store.entries(since=DAY)
    assert len(revisions(store, entry.id)) == 2


def test_what_was_typed_is_not_touched_and_still_counts(store: Store) -> None:
    store.write([noted(Activity(steps=500)), noted(Pain(2, Recall.AVERAGE))])
    brought = store.import_values([imported(Activity(steps=9)), imported(Pain(8, Recall.AVERAGE))], RUN)
    assert brought.new == 2
    (row,) = store.days()
    assert (row.average, row.activity["steps"], row.sources) == (2, 500, {"steps": "typed"})


def test_average_and_worst_of_a_day_are_two_things(store: Store) -> None:
    store.import_values([imported(Pain(3, Recall.AVERAGE))], RUN)
    brought = store.import_values([imported(Pain(5, Recall.WORST))], RUN)
    assert (brought.new, brought.changed) == (1, ())


def test_of_two_values_for_one_day_in_one_import_the_later_counts(store: Store) -> None:
    brought = store.import_values([imported(Activity(steps=1)), imported(Activity(steps=2))], RUN)
    assert brought.new == 1
    assert [entry.body for entry in store.entries()] == [Activity(steps=2)]


def test_a_note_with_half_characters_is_the_same_the_second_time(store: Store) -> None:
    drafts = [imported(Pain(3, Recall.AVERAGE, note="\udce9"))]
    store.import_values(drafts, RUN)
    assert store.import_values(drafts, RUN).act is None


def test_an_import_that_was_taken_back_can_be_made_again(store: Store) -> None:
    first = store.import_values([imported(Activity(steps=1))], RUN)
    store.undo_act(first.act or "")
    assert store.import_values([imported(Activity(steps=1))], RUN).new == 1


def test_an_empty_import_is_nothing(store: Store) -> None:
    assert store.import_values([], RUN) == ImportResult(None, 0, (), 0)


def test_a_real_diary_comes_back_as_its_days(store: Store) -> None:
    path = SHARED / "data" / "dose_response" / "P3_daily.csv"
    if not path.exists():
        pytest.skip("the sample diaries are not beside this checkout")
    mapping = {"date": "date", "pain": "pain_mean", "steps": "steps"}
    table = read_table(
        path.read_bytes(), path.name, mapping, zone_name="Europe/Paris", zone=BERLIN, today=DAY
    )
    assert store.import_values(table.drafts, RUN).new == len(table.drafts)
    assert store.import_values(table.drafts, RUN) == ImportResult(None, 0, (), len(table.drafts))
    lines = (line.split(",") for line in path.read_text().splitlines()[1:])
    expected = [
        (day, float(pain) if pain else None, float(steps) if steps else None)
        for day, pain, _, steps, _ in lines
        if pain or steps
    ]
    found = [(str(row.day), row.average, row.activity["steps"]) for row in store.days()]
    assert found == expected
    assert store.check() == []


Bodies = list[tuple[Pain | Activity, date]]

some_bodies: st.SearchStrategy[Bodies] = st.lists(st.tuples(pains | activities, known_days), max_size=3)
steps = st.tuples(st.sampled_from(["write", "import", "undo", "undo import", "delete"]), some_bodies)


def step(store: Store, what: str, bodies: Bodies) -> None:
    if what == "write":
        store.write([noted(body, day) for body, day in bodies])
    elif what == "import":
        store.import_values([imported(body, day) for body, day in bodies], RUN)
    elif what == "undo":
        store.undo()
    elif what == "undo import" and (acts := store.imports()):
        store.undo_act(acts[len(acts) // 2].act)
    elif what == "delete" and (entries := store.entries(newest=1)):
        (last,) = entries
        store.write([Draft(last.body, last.day, last.at, last.zone, entry=last.id, deleted=True)])


@settings(max_examples=80)
@given(st.lists(steps, max_size=15))
def test_whatever_was_done_the_view_is_what_the_records_make(
    done: list[tuple[str, Bodies]],
) -> None:
    store = in_memory()
    for what, bodies in done:
        step(store, what, bodies)
    assert store.check() == []
    before = store.entries(), store.days()
    rebuild(store)
    assert (store.entries(), store.days()) == before
    assert store.damaged == ()
    store.close()
