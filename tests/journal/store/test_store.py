"""What is written is kept, whole and for good."""

import re
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.observations import Activity, Pain, Recall
from journal.record import Draft, SessionRun, SetRun, Source
from journal.store.store import Store
from journal.values import JournalError
from tests.journal.samples import (
    BERLIN,
    DAY,
    NOON,
    RUN,
    Now,
    a_set,
    drafts,
    in_memory,
    noted,
    rebuild,
    revisions,
    session,
)

YESTERDAY = DAY - timedelta(days=1)


@pytest.fixture
def now() -> Now:
    return Now()


@pytest.fixture
def store(now: Now) -> Iterator[Store]:
    opened = in_memory(now)
    yield opened
    opened.close()


@given(st.lists(drafts, min_size=1, max_size=5))
def test_what_is_written_is_read_back(written: list[Draft]) -> None:
    store = in_memory()
    records = store.write(written)
    for draft, record in zip(written, records, strict=True):
        assert (record.body, record.day, record.at) == (draft.body, draft.day, draft.at)
        assert (record.zone, record.source) == (draft.zone, draft.source)
        assert revisions(store, record.entry) == [record]
    shown = {entry.id: (entry.body, entry.at, entry.source) for entry in store.entries()}
    assert shown == {
        record.entry: (d.body, d.at, d.source) for d, record in zip(written, records, strict=True)
    }
    assert len({record.act for record in records}) == 1
    assert store.check() == []
    store.close()


def test_an_act_whose_last_draft_cannot_be_kept_is_not_written_at_all(store: Store) -> None:
    bad = replace(noted(Pain(1)), at=datetime(2026, 11, 22, 12, 0))  # noqa: DTZ001 - that is the fault
    with pytest.raises(JournalError, match="a time with a zone"):
        store.write([noted(Pain(4)), bad])
    assert store.entries() == []
    assert store.days() == []
    assert len(store.write([noted(Pain(4))])) == 1


def test_a_number_that_json_cannot_hold_is_refused(store: Store) -> None:
    with pytest.raises(JournalError, match="cannot be kept"):
        store.write([noted(replace(session(60.0), doses={"tilt": {"reps": float("nan")}}))])
    assert store.entries() == []


def test_an_act_without_drafts_writes_nothing(store: Store) -> None:
    assert store.write([]) == ()


def test_moments_are_kept_in_utc_with_the_zone_they_were_in(store: Store, now: Now) -> None:
    at = datetime(2026, 7, 1, 23, 30, 0, 250, tzinfo=BERLIN)
    now.at = at + timedelta(hours=25)
    (record,) = store.write([Draft(Pain(2), at.date(), at, "Europe/Berlin")])
    (entry,) = store.entries()
    assert record.at == entry.at == at
    assert entry.at.tzinfo is UTC
    assert entry.zone == "Europe/Berlin"
    assert entry.backfilled


@pytest.mark.parametrize(
    "note",
    [
        "[/] [@click=app.quit]x[/]",
        "\x1b]52;c;Zm9v\x07\x1b[2J\x9b2J",
        "NUL \0 in the middle",
        "\u202etfel ot thgir\u202c",
        "x" * 20_000,
        "'; DROP TABLE records; --",
        "emoji \U0001f9d8 and U+FFFD \ufffd",
    ],
)
def test_a_note_may_hold_anything(store: Store, note: str) -> None:
    store.write([noted(Pain(4, note=note))])
    (entry,) = store.entries()
    assert isinstance(entry.body, Pain)
    assert entry.body.note == note
    assert store.check() == []


def test_half_characters_of_a_command_line_become_the_replacement_character(store: Store) -> None:
    (record,) = store.write([noted(Pain(4, note="caf\udce9 \ud83d"))])
    assert record.body == Pain(4, note="caf\ufffd \ufffd")
    assert [entry.body for entry in store.entries()] == [record.body]


def test_a_revision_replaces_what_is_shown_and_keeps_what_was(store: Store, now: Now) -> None:
    (first,) = store.write([noted(Pain(4))])
    now.at = NOON + timedelta(hours=3)
    (second,) = store.write([noted(Pain(6), YESTERDAY, entry=first.entry)])
    (entry,) = store.entries()
    assert (entry.body, entry.day, entry.act) == (Pain(6), YESTERDAY, second.act)
    assert entry.recorded_at == NOON
    assert revisions(store, first.entry) == [first, second]
    assert [row.day for row in store.days()] == [YESTERDAY]


def test_a_deleted_entry_is_no_longer_shown_but_still_there(store: Store) -> None:
    (record,) = store.write([noted(Pain(4))])
    store.write([replace(noted(Pain(4), entry=record.entry), deleted=True)])
    assert store.entries() == []
    assert store.days() == []
    assert [revision.deleted for revision in revisions(store, record.entry)] == [False, True]


def test_an_entry_can_be_named_before_it_is_first_written(store: Store) -> None:
    store.write([noted(session(0), source=Source.SESSION, entry="my-session")])
    store.write([noted(session(60), source=Source.SESSION, entry="my-session")])
    assert [(entry.id, entry.body) for entry in store.entries()] == [("my-session", session(60))]


def test_each_finished_repetition_is_a_revision_of_its_set(store: Store) -> None:
    (run,) = store.write([noted(session(0), source=Source.SESSION)])
    (begun,) = store.write([noted(a_set(run.entry, 0), source=Source.SESSION)])
    for done in (1, 2, 3):
        store.write([noted(a_set(run.entry, done), source=Source.SESSION, entry=begun.entry)])
    kept = [r.body.reps_done for r in revisions(store, begun.entry) if isinstance(r.body, SetRun)]
    assert kept == [0, 1, 2, 3]
    assert [entry.body for entry in store.entries(kinds={"set"})] == [a_set(run.entry, 3)]


def test_no_statement_ever_changes_or_removes_a_record(store: Store) -> None:
    statements: list[str] = []
    store._connection.set_trace_callback(statements.append)
    (record, _) = store.write([noted(Pain(4)), noted(session(60), source=Source.SESSION)])
    store.write([noted(Pain(5), entry=record.entry)])
    store.undo()
    store.undo()
    brought = store.import_values([noted(Activity(steps=1), source=Source.TABLE)], RUN)
    store.import_values([noted(Activity(steps=2), source=Source.TABLE)], RUN)
    store.undo_act(brought.act or "")
    rebuild(store)
    assert sum(statement.startswith("INSERT INTO records") for statement in statements) == 12
    changing = re.compile(
        r"(UPDATE|DELETE\s+FROM|REPLACE\s+INTO|DROP\s+TABLE|ALTER\s+TABLE)\s+records\b", re.IGNORECASE
    )
    assert [statement for statement in statements if changing.search(statement)] == []


def test_ids_grow_with_every_record_even_when_the_clock_runs_backwards(store: Store) -> None:
    made = [record.id for n in range(20) for record in store.write([noted(Pain(n % 10)), noted(Pain(0))])]
    assert made == sorted(set(made))


def some_days(store: Store) -> None:
    store.write([noted(Pain(1, note="Long WALK"), DAY - timedelta(days=2))])
    store.write(
        [noted(Activity(steps=10, note="stairs"), YESTERDAY), noted(Pain(2, Recall.WORST), YESTERDAY)]
    )
    store.write([noted(session(60), source=Source.SESSION), noted(Pain(3, note="a walk, Straße"))])


def test_entries_are_told_oldest_first_by_the_moment_they_are_about(store: Store) -> None:
    store.write([noted(Pain(3))])
    store.write([noted(Pain(1), DAY - timedelta(days=5))])
    assert [entry.body for entry in store.entries()] == [Pain(1), Pain(3)]


def test_entries_are_found_by_day_and_kind(store: Store) -> None:
    some_days(store)
    assert {entry.day for entry in store.entries(since=YESTERDAY)} == {YESTERDAY, DAY}
    assert [entry.kind for entry in store.entries(until=YESTERDAY, kinds={"pain"})] == ["pain", "pain"]
    assert len(store.entries(since=YESTERDAY, until=YESTERDAY)) == 2
    assert store.entries(kinds=set()) == []


def test_notes_are_searched_in_whatever_case(store: Store) -> None:
    some_days(store)
    assert [entry.day for entry in store.entries(search="walk")] == [DAY - timedelta(days=2), DAY]
    assert [entry.day for entry in store.entries(search="STRASSE")] == [DAY]
    assert store.entries(search="%") == []


def test_the_newest_are_the_last_of_what_was_asked_for(store: Store) -> None:
    some_days(store)
    assert [entry.day for entry in store.entries(search="walk", newest=1)] == [DAY]
    assert store.entries(newest=0) == []
    assert store.entries(newest=2) == store.entries()[-2:]
    assert store.entries(newest=99) == store.entries()


def test_bookkeeping_is_no_entry(store: Store) -> None:
    store.import_values([noted(Activity(steps=1), source=Source.TABLE)], RUN)
    store.write([noted(Pain(4))])
    store.undo()
    assert {entry.kind for entry in store.entries()} == {"activity"}


def test_days_are_found_by_their_day(store: Store) -> None:
    some_days(store)
    assert [row.day for row in store.days(since=YESTERDAY)] == [YESTERDAY, DAY]
    assert [row.day for row in store.days(until=YESTERDAY)] == [DAY - timedelta(days=2), YESTERDAY]
    (row,) = store.days(since=YESTERDAY, until=YESTERDAY)
    assert (row.worst, row.activity["steps"]) == (2, 10)


def test_the_last_typed_total_of_a_day_counts_whatever_moment_it_is_about(store: Store) -> None:
    store.write([noted(Activity(steps=5000))])
    earlier = replace(noted(Activity(steps=7000)), at=NOON - timedelta(hours=6))
    store.write([earlier])
    assert store.days()[0].activity["steps"] == 7000


def test_a_day_without_entries_left_has_no_row(store: Store) -> None:
    (record,) = store.write([noted(SessionRun("r", "R", {}, session(0).state, 1.0, 120.0))])
    assert store.days()[0].activity["active_minutes"] == 2
    store.write([noted(session(0), entry=record.entry)])
    assert store.days() == []


def test_a_name_that_is_no_text_is_told_in_a_line(store: Store) -> None:
    with pytest.raises(JournalError, match="not valid text"):
        store.undo_act("\udcff")


def test_a_closed_journal_says_so_in_a_line() -> None:
    store = in_memory()
    store.close()
    store.close()
    with pytest.raises(JournalError, match="closed"):
        store.entries()


def test_a_journal_belongs_to_the_thread_that_opened_it(store: Store) -> None:
    raised: list[Exception] = []

    def elsewhere() -> None:
        with pytest.raises(JournalError) as caught:
            store.entries()
        raised.append(caught.value)

    thread = threading.Thread(target=elsewhere)
    thread.start()
    thread.join()
    assert "thread" in str(raised[0])


def test_bookkeeping_names_the_zone_or_the_offset(store: Store, now: Now) -> None:
    now.at = datetime(2026, 11, 23, 1, 0, tzinfo=timezone(timedelta(hours=5, minutes=45)))
    store.write([noted(Pain(4))])
    *_, undo = store.undo() or ()
    assert (undo.zone, undo.day) == ("+05:45", date(2026, 11, 22))
