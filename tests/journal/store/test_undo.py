"""Undo goes back through what was done by hand, and through nothing else."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.observations import Activity, Pain
from journal.record import Body, Draft, Source, Undo
from journal.store.store import Store
from journal.values import JournalError
from tests.journal.samples import DAY, RUN, a_set, activities, in_memory, known_days, noted, pains, session

YESTERDAY = DAY - timedelta(days=1)


@pytest.fixture
def store() -> Iterator[Store]:
    opened = in_memory()
    yield opened
    opened.close()


def shown(store: Store) -> dict[str, tuple[Body, date]]:
    return {entry.id: (entry.body, entry.day) for entry in store.entries()}


def imported(body: Body, day: date = DAY) -> Draft:
    return noted(body, day, source=Source.TABLE)


def test_undo_of_nothing_is_nothing(store: Store) -> None:
    assert store.undo() is None


def test_undo_takes_a_new_entry_away(store: Store) -> None:
    (record,) = store.write([noted(Pain(4))])
    deletion, undo = store.undo() or ()
    assert (deletion.entry, deletion.deleted) == (record.entry, True)
    assert undo.body == Undo(record.act)
    assert deletion.act == undo.act
    assert shown(store) == {}


def test_undo_gives_back_what_an_edit_replaced(store: Store) -> None:
    (record,) = store.write([noted(Pain(4, note="before"), YESTERDAY)])
    store.write([noted(Pain(6), entry=record.entry)])
    store.undo()
    assert shown(store) == {record.entry: (Pain(4, note="before"), YESTERDAY)}


def test_undo_gives_back_what_was_deleted(store: Store) -> None:
    (record,) = store.write([noted(Pain(4))])
    store.write([replace(noted(Pain(4), entry=record.entry), deleted=True)])
    store.undo()
    assert shown(store) == {record.entry: (Pain(4), DAY)}


def test_undo_goes_back_to_a_deletion_when_that_was_before(store: Store) -> None:
    (record,) = store.write([noted(Pain(4))])
    store.write([replace(noted(Pain(4), entry=record.entry), deleted=True)])
    store.write([noted(Pain(6), entry=record.entry)])
    restored, _ = store.undo() or ()
    assert (restored.body, restored.deleted) == (Pain(4), True)
    assert shown(store) == {}


def test_undo_takes_back_an_act_as_a_whole(store: Store) -> None:
    store.write([noted(Pain(1))])
    store.write([noted(Pain(4)), noted(Activity(steps=100)), noted(Pain(5), YESTERDAY)])
    store.undo()
    assert [body for body, _ in shown(store).values()] == [Pain(1)]


def test_undo_twice_goes_one_act_further_back(store: Store) -> None:
    (record,) = store.write([noted(Pain(4))])
    store.write([noted(Pain(6), entry=record.entry)])
    store.undo()
    store.undo()
    assert shown(store) == {}
    assert store.undo() is None


def test_after_an_undo_new_acts_are_undone_first(store: Store) -> None:
    (record,) = store.write([noted(Pain(4))])
    store.write([noted(Pain(6), entry=record.entry)])
    store.undo()
    store.write([noted(Pain(7), entry=record.entry)])
    store.undo()
    assert shown(store) == {record.entry: (Pain(4), DAY)}


def test_undo_never_touches_a_session(store: Store) -> None:
    (run, _) = store.write(
        [noted(session(60), source=Source.SESSION), noted(a_set("s", 2), source=Source.SESSION)]
    )
    before = shown(store)
    assert store.undo() is None
    assert store.undo_act(run.act) is None
    assert shown(store) == before


def test_undo_leaves_out_the_session_in_an_act_with_something_typed(store: Store) -> None:
    store.write([noted(session(60)), noted(Pain(4))])
    store.undo()
    assert [body for body, _ in shown(store).values()] == [session(60)]


def test_undo_passes_over_an_import(store: Store) -> None:
    store.write([noted(Pain(4))])
    store.import_values([imported(Activity(steps=1))], RUN)
    store.undo()
    assert [body for body, _ in shown(store).values()] == [Activity(steps=1)]


def test_an_import_is_taken_back_by_its_act(store: Store) -> None:
    store.import_values([imported(Activity(steps=1)), imported(Activity(steps=5), YESTERDAY)], RUN)
    before = shown(store)
    brought = store.import_values([imported(Activity(steps=2)), imported(Pain(3))], RUN)
    assert brought.act is not None
    assert store.undo_act(brought.act) is not None
    assert shown(store) == before
    assert store.undo_act(brought.act) is None
    assert [act.undone for act in store.imports()] == [False, True]


def test_what_a_later_import_changed_stays_when_the_earlier_is_taken_back(store: Store) -> None:
    first = store.import_values([imported(Activity(steps=1)), imported(Activity(steps=5), YESTERDAY)], RUN)
    store.import_values([imported(Activity(steps=2))], RUN)
    store.undo_act(first.act or "")
    assert [body for body, _ in shown(store).values()] == [Activity(steps=2)]


def test_an_undo_cannot_be_taken_back_and_an_unknown_act_is_nothing(store: Store) -> None:
    store.write([noted(Pain(4))])
    written = store.undo() or ()
    assert store.undo_act(written[0].act) is None
    assert store.undo_act("no such act") is None


def test_undoing_an_edit_of_a_total_brings_the_day_back(store: Store) -> None:
    (early,) = store.write([noted(Activity(steps=5000))])
    store.write([noted(Activity(steps=8000))])
    before = store.days()
    store.write([noted(Activity(steps=5500), entry=early.entry)])
    store.undo()
    assert store.days() == before


act_drafts = st.lists(
    st.tuples(pains | activities, known_days, st.integers(0, 5), st.booleans()), min_size=1, max_size=4
)


def as_drafts(store: Store, act: Sequence[tuple[Body, date, int, bool]]) -> list[Draft]:
    """New entries, edits and deletions, each of an entry that is shown, where there are enough of these."""
    known = sorted(shown(store))
    made = []
    for body, day, place, deleted in act:
        entry = known[place] if place < len(known) else None
        made.append(replace(noted(body, day, entry=entry), deleted=deleted and entry is not None))
    return made


@settings(max_examples=60)
@given(st.lists(act_drafts, max_size=8))
def test_undoing_everything_goes_back_through_every_state(
    acts: list[list[tuple[Body, date, int, bool]]],
) -> None:
    store = in_memory()
    states = []
    for act in acts:
        states.append((shown(store), store.days()))
        store.write(as_drafts(store, act))
    for entries, days in reversed(states):
        assert store.undo() is not None
        assert (shown(store), store.days()) == (entries, days)
    assert store.undo() is None
    assert store.check() == []
    store.close()


def test_a_journal_that_is_only_read_undoes_nothing(store: Store) -> None:
    store.write([noted(Pain(4))])
    store.read_only = "a reason"
    with pytest.raises(JournalError, match="a reason"):
        store.undo()
