"""What is read for looking back, and what is written when something is deleted there."""

from datetime import UTC, datetime, timedelta

import pytest

from journal.observations import Activity, Note, Pain, Recall, Relief, Site
from journal.record import Draft, Entry, Outcome, SessionState, SetRun, Source, of_a_session
from journal.store.store import Store
from tests.journal.samples import DAY, a_set, in_memory, noted, session
from tui.entry.editor import delete_entry
from tui.history.reading import PAGE, Filters, clear_filter, read_detail, read_page
from tui.history.trends import MOST_RATINGS, read_trends

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def store() -> Store:
    return in_memory()


def rated(store: Store, count: int, recall: Recall = Recall.NOW, of: str | None = None) -> None:
    """So many ratings, one a minute before noon, the last at noon."""
    store.write(
        [
            Draft(Pain(n % 11, recall, session=of), DAY, NOON - timedelta(minutes=count - 1 - n), "UTC")
            for n in range(count)
        ]
    )


def a_session(store: Store, state: SessionState = SessionState.FINISHED) -> Entry:
    """A session with a set and two ratings, and a rating beside it."""
    store.write([noted(session(600, state), source=Source.SESSION, entry="S")])
    store.write([noted(a_set("S", 5, Outcome.DONE), source=Source.SESSION, entry="S/set")])
    for recall in (Recall.DURING, Recall.MORNING):
        store.write([noted(Pain(3, recall, session="S"), source=Source.SESSION, entry=f"S/{recall}")])
    store.write([noted(Pain(4))])
    return next(entry for entry in store.entries() if entry.id == "S")


def kinds(entries: tuple[Entry, ...]) -> list[str]:
    return sorted(entry.kind for entry in entries)


def test_an_empty_journal_has_an_empty_page(store: Store) -> None:
    page = read_page(store, Filters())
    assert (page.entries, page.more) == ((), None)


def test_pages_follow_each_other_from_the_newest_back_and_leave_nothing_out(store: Store) -> None:
    rated(store, 2 * PAGE + 5)
    found: list[Entry] = []
    page = read_page(store, Filters())
    assert len(page.entries) == PAGE
    while True:
        found += page.entries
        if page.more is None:
            break
        page = read_page(store, Filters(), page.more)
    assert [entry.at for entry in found] == sorted((entry.at for entry in found), reverse=True)
    assert len({entry.id for entry in found}) == 2 * PAGE + 5


def test_the_parts_of_a_session_stand_in_its_detail_and_not_in_the_list(store: Store) -> None:
    entry = a_session(store)
    assert kinds(read_page(store, Filters()).entries) == ["pain", "session"]
    parts = read_detail(store, entry).parts
    assert sorted(part.id for part in parts) == ["S/during", "S/morning", "S/set"]
    assert [part.id for part in parts if of_a_session(part)] == ["S/during", "S/morning"]


def test_who_looks_for_pain_finds_that_of_sessions_too(store: Store) -> None:
    a_session(store)
    assert kinds(read_page(store, Filters(kind="pain")).entries) == ["pain"] * 3


def test_many_ratings_of_sessions_hide_no_page(store: Store) -> None:
    rated(store, 3, Recall.NOW)
    rated(store, 2 * PAGE, Recall.DURING, of="S")
    page = read_page(store, Filters())
    assert sum(not of_a_session(entry) for entry in page.entries) == len(page.entries) == 3


def test_filters_narrow_what_is_found_and_each_can_be_clear_filter(store: Store) -> None:
    store.write([noted(Pain(4, sites=(Site.LEG,), tags=("stairs",), note="after the STAIRS"))])
    store.write([noted(Relief("heat", tags=("stairs",)))])
    store.write([noted(Activity(steps=900), DAY - timedelta(days=3))])
    filters = Filters("pain", Site.LEG, "stairs", "stairs", DAY)
    assert kinds(read_page(store, filters).entries) == ["pain"]
    assert kinds(read_page(store, Filters(tag="stairs")).entries) == ["pain", "relief"]
    assert kinds(read_page(store, Filters(day=DAY - timedelta(days=1))).entries) == ["activity"]
    assert read_page(store, Filters(search="not there")).entries == ()
    for name in ("kind", "site", "tag", "search", "day"):
        filters = clear_filter(filters, name)
    assert filters == Filters()


def test_a_deleted_entry_is_gone_and_undo_brings_it_back(store: Store) -> None:
    store.write([noted(Note("a day"))])
    (entry,) = store.entries()
    delete_entry(store, entry)
    assert store.entries() == []
    store.undo()
    assert [again.body for again in store.entries()] == [Note("a day")]
    assert [record.deleted for record in store.revisions(entry.id)] == [False, True, False]


def test_a_session_is_deleted_with_its_parts_and_comes_back_with_them(store: Store) -> None:
    entry = a_session(store)
    before = store.entries()
    delete_entry(store, entry)
    assert kinds(tuple(store.entries())) == ["pain"]
    assert store.days()[0].activity["active_minutes"] is None
    store.undo()
    assert [(e.id, e.body, e.source) for e in store.entries()] == [(e.id, e.body, e.source) for e in before]


def test_what_was_imported_can_be_deleted_and_comes_back_as_imported(store: Store) -> None:
    store.write([noted(Pain(3, Recall.AVERAGE), source=Source.TABLE)])
    delete_entry(store, store.entries()[0])
    store.undo()
    assert [entry.source for entry in store.entries()] == [Source.TABLE]


def test_trends_look_at_ratings_of_the_moment_only(store: Store) -> None:
    a_session(store)
    store.write([noted(Pain(9, Recall.WORST))])
    trends = read_trends(store, DAY, 30)
    assert trends.ratings == 1
    assert sum(level.count for level in trends.parts) == 1
    assert len(trends.pain) == 30
    assert trends.pain[-1].value == 4
    assert not trends.empty


def test_trends_of_all_days_begin_with_the_first_that_is_known(store: Store) -> None:
    store.write([noted(Pain(4), DAY - timedelta(days=400)), noted(Activity(steps=5), DAY)])
    trends = read_trends(store, DAY, None)
    assert len(trends.pain) == 401
    assert read_trends(in_memory(), DAY, None).empty


def test_trends_look_at_a_bounded_number_of_ratings(store: Store) -> None:
    rated(store, MOST_RATINGS + 10)
    trends = read_trends(store, DAY, 30)
    assert (trends.ratings, trends.all_ratings) == (MOST_RATINGS, False)


def test_sets_are_no_kind_to_look_for(store: Store) -> None:
    store.write([noted(SetRun("S", "tilt", 1, None, 5, 5, Outcome.DONE))])
    assert read_page(store, Filters()).entries == ()
