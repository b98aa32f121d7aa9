from contextlib import closing
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.labels import Facet, Label, labels
from journal.observations import Activity, Pain, Position, Posture, Relief, Site, Skip
from journal.record import Body, Draft, Entry, SetRun, to_json
from journal.store.store import Store
from tests.journal.samples import DAY, a_set, bodies, in_memory, known_days, noted, session

LEG: Label = (Facet.SITE, "leg")
STAIRS: Label = (Facet.TAG, "stairs")


@pytest.fixture
def store() -> Store:
    return in_memory()


def said(entries: list[Entry]) -> list[Body]:
    return [entry.body for entry in entries]


def write(store: Store, *bodies: Body) -> list[Entry]:
    """Write these one hour after the other."""
    start = datetime.combine(DAY, time(6), UTC)
    for hour, body in enumerate(bodies):
        store.write([Draft(body, DAY, start + timedelta(hours=hour), "UTC")])
    return store.entries()


def test_entries_are_found_by_a_site_and_by_a_tag_and_by_both(store: Store) -> None:
    in_leg, tagged = Pain(4, sites=(Site.LEG,)), Pain(5, tags=("Stairs",))
    both = Pain(6, sites=(Site.LEG, Site.LOW_BACK), tags=("stairs", "garden"))
    write(store, in_leg, tagged, both)
    assert said(store.entries(labels=[LEG])) == [in_leg, both]
    assert said(store.entries(labels=[STAIRS])) == [tagged, both]
    assert said(store.entries(labels=[LEG, STAIRS])) == [both]
    assert store.entries(labels=[(Facet.TAG, "leg")]) == []


def test_a_label_an_entry_lost_does_not_find_it_any_more(store: Store) -> None:
    (entry,) = write(store, Pain(4, sites=(Site.LEG,), note="Stairs"))
    store.write([noted(Pain(4, note="garden"), entry=entry.id)])
    assert store.entries(labels=[LEG]) == []
    assert store.entries(search="stairs") == []
    store.undo()
    assert said(store.entries(labels=[LEG])) == said(store.entries(search="STAIRS")) == [entry.body]


def test_a_deleted_entry_is_not_found(store: Store) -> None:
    (entry,) = write(store, Relief("heat", note="a bottle", tags=("stairs",)))
    store.write([Draft(entry.body, entry.day, entry.at, entry.zone, entry=entry.id, deleted=True)])
    assert store.entries(search="bottle") == store.entries(labels=[STAIRS]) == []


def test_the_page_before_another_ends_where_that_begins(store: Store) -> None:
    write(store, *(Pain(nrs) for nrs in range(10)))
    last = store.entries(newest=4)
    before = store.entries(newest=4, before=last[0])
    assert [pain.nrs for pain in said([*before, *last]) if isinstance(pain, Pain)] == [2, 3, 4, 5, 6, 7, 8, 9]
    assert said(store.entries(newest=4, before=before[0])) == [Pain(0), Pain(1)]


def test_pages_of_several_kinds_are_in_one_order(store: Store) -> None:
    every: list[Body] = [
        Pain(1),
        Position(Posture.SITTING),
        Pain(2),
        Relief("heat"),
        Position(Posture.LYING),
        Pain(3),
    ]
    write(store, *every, Activity(steps=5))
    kinds = {Pain.kind, Position.kind, Relief.kind}
    last = store.entries(kinds=kinds, newest=3)
    assert said(store.entries(kinds=kinds, newest=9, before=last[0])) + said(last) == every


def test_what_is_searched_for_may_hold_anything(store: Store) -> None:
    notes = ["100 %", "under_score", "it's", 'a "quote"', "a\nline", "nul\0byte", "STRASSE", "straße", "😀"]
    write(store, *(Pain(4, note=note) for note in notes))
    for note in notes:
        assert note in [str(to_json(body)["note"]) for body in said(store.entries(search=note))]
    assert len(store.entries(search="strasse")) == 2
    assert len(store.entries(search="%")) == 1


def test_a_day_is_found_wherever_on_earth_it_was(store: Store) -> None:
    morning = datetime(2026, 11, 22, 4, 30, tzinfo=UTC)
    far_east = Draft(Pain(1), DAY, morning - timedelta(hours=14), "Pacific/Kiritimati")
    far_west = Draft(Pain(2), DAY, morning + timedelta(hours=35), "Pacific/Niue")
    store.write([far_east, far_west])
    assert len(store.entries(since=DAY, until=DAY)) == 2
    assert store.entries(since=DAY + timedelta(days=1)) == store.entries(until=DAY - timedelta(days=1)) == []


def test_the_parts_of_a_session_are_its_sets_and_its_ratings(store: Store) -> None:
    mine, other = a_set("s", 2), a_set("t", 2)
    before, after = Pain(3, session="s"), Pain(4, session="s")
    store.write([noted(body) for body in (session(60), before, mine, other, Pain(5), after)])
    assert {type(body) for body in said(store.parts("s"))} == {SetRun, Pain}
    assert [body for body in said(store.parts("s")) if body != mine] == [before, after]
    assert store.parts("u") == []


def test_every_revision_of_an_entry_is_kept(store: Store) -> None:
    (entry,) = write(store, Pain(4))
    store.write([noted(Pain(5), entry=entry.id)])
    store.undo()
    bodies = [(record.body, record.deleted) for record in store.revisions(entry.id)]
    assert bodies == [(Pain(4), False), (Pain(5), False), (Pain(4), False)]


def test_the_last_day_is_the_newest_that_has_a_row(store: Store) -> None:
    assert store.last_day() is None
    store.write([noted(Pain(4), DAY - timedelta(days=3)), noted(Skip(), DAY - timedelta(days=2))])
    store.write([noted(Position(Posture.LYING), DAY)])
    assert store.last_day() == DAY - timedelta(days=2)


@settings(max_examples=60)
@given(
    st.lists(st.tuples(bodies, known_days), max_size=12),
    st.fixed_dictionaries(
        {},
        optional={
            "since": known_days,
            "until": known_days,
            "kinds": st.sets(st.sampled_from(["pain", "activity", "relief", "position", "set"])),
            "labels": st.lists(st.sampled_from([LEG, STAIRS, (Facet.MEANS, "heat")]), max_size=2),
            "search": st.sampled_from(["", "a", "A ", "é", "ß"]),
        },
    ),
)
def test_what_is_found_is_what_looking_at_every_entry_finds(
    written: list[tuple[Body, date]], query: dict[str, Any]
) -> None:
    def fits(entry: Entry) -> bool:
        note = str(getattr(entry.body, "note", "")).casefold()
        return (
            query.get("since", entry.day) <= entry.day <= query.get("until", entry.day)
            and entry.kind in query.get("kinds", {entry.kind})
            and set(query.get("labels", ())) <= labels(entry.body)
            and query.get("search", "").casefold() in note
        )

    with closing(in_memory()) as store:
        for body, day in written:
            store.write([noted(body, day)])
        assert store.entries(**query) == [entry for entry in store.entries() if fits(entry)]
        assert store.check() == []
