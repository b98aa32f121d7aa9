"""The safety banner: when it comes, what it says, and what it takes to know that."""

from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, time, timedelta

import pytest

from journal.observations import Activity, Pain, Site
from journal.record import Body, Draft, Outcome, SetRun, Source
from journal.safety_signs.vocabulary import Sign
from journal.store.store import Store
from tests.journal import samples as making
from tests.journal.samples import DAY, NOON, Now
from tui.today.safety_banner import NAMES, Banner, banner_for, read_banner

FRIGHTENING = ("safe", "fine", "normal", "harmless", "dangerous", "emergency!", "cauda", "diagnos", "score")
STOPPED = SetRun("S", "tilt", 1, None, 5, 2, Outcome.STOPPED, "pain")


@pytest.fixture
def now() -> Now:
    return Now()


@pytest.fixture
def store(now: Now) -> Iterator[Store]:
    with closing(making.in_memory(now)) as made:
        yield made


def write(store: Store, now: Now, body: Body, about: datetime, *, written: datetime | None = None) -> None:
    """Note something about a moment, at that moment or another."""
    now.at = written or about
    day = about.date() if about.time() >= time(4) else about.date() - timedelta(days=1)
    source = Source.SESSION if isinstance(body, SetRun) else Source.TYPED
    store.write([Draft(body, day, about, "Europe/Berlin", source)])


def ago(days: float) -> datetime:
    return NOON - timedelta(days=days)


def test_a_day_with_nothing_of_it_has_no_banner(store: Store, now: Now) -> None:
    assert read_banner(store, DAY) is None
    write(store, now, Activity(steps=300), NOON)
    write(store, now, Pain(4), NOON)
    assert read_banner(store, DAY) is None


def test_what_was_noted_today_is_told_until_the_day_ends(store: Store, now: Now) -> None:
    write(store, now, Pain(8), NOON)
    assert read_banner(store, DAY) == Banner((Sign.SEVERE,))
    assert read_banner(store, DAY + timedelta(days=1)) is None


def test_at_most_once_a_week(store: Store, now: Now) -> None:
    write(store, now, Pain(8), ago(7))
    write(store, now, Pain(8), NOON)
    assert read_banner(store, DAY) is None
    write(store, now, Pain(8), NOON + timedelta(days=8))
    assert read_banner(store, DAY + timedelta(days=8)) == Banner((Sign.SEVERE,))


def test_what_is_written_down_this_morning_about_last_night_counts_as_today(store: Store, now: Now) -> None:
    night = ago(1).replace(hour=22)
    write(store, now, Pain(9), night, written=NOON.replace(hour=8))
    assert read_banner(store, DAY) == Banner((Sign.SEVERE,))


def test_what_was_written_before_the_day_ended_belongs_to_that_day(store: Store, now: Now) -> None:
    late = NOON.replace(hour=2)
    write(store, now, Pain(9), late)
    assert read_banner(store, DAY) is None
    assert read_banner(store, DAY - timedelta(days=1)) == Banner((Sign.SEVERE,))


def test_an_old_diary_typed_in_or_brought_in_is_nothing_new(store: Store, now: Now) -> None:
    write(store, now, Pain(9, note="fever"), ago(30), written=NOON)
    store.write([making.noted(Pain(9), DAY, source=Source.TABLE)])
    assert read_banner(store, DAY) is None


def test_a_stop_in_a_session_is_told_unless_there_was_one_in_the_week(store: Store, now: Now) -> None:
    write(store, now, STOPPED, NOON)
    assert read_banner(store, DAY) == Banner((Sign.STOPPED,))
    write(store, now, STOPPED, ago(5))
    assert read_banner(store, DAY) is None


def test_the_median_is_read_from_the_journal(store: Store, now: Now) -> None:
    for days in range(1, 15):
        write(store, now, Pain(3), ago(days))
    write(store, now, Pain(6), NOON)
    assert read_banner(store, DAY) == Banner((Sign.HIGHER,))


def test_the_command_line_and_the_dashboard_read_the_same(store: Store, now: Now) -> None:
    write(store, now, Pain(3, sites=(Site.LEG,)), NOON)
    entries = store.entries(since=DAY - timedelta(days=1), until=DAY)
    assert read_banner(store, DAY, entries=entries) == read_banner(store, DAY) == Banner((Sign.LEG,))
    assert banner_for(store.entries(), DAY) == Banner((Sign.LEG,))


def test_what_was_read_already_is_not_read_again(store: Store, now: Now) -> None:
    write(store, now, Pain(9), NOON)
    assert read_banner(store, DAY, entries=[]) is None


def test_of_very_many_entries_the_newest_are_read(store: Store, now: Now) -> None:
    write(store, now, Pain(9), ago(6))
    now.at = ago(3)
    store.write([making.noted(Pain(3), (DAY - timedelta(days=3))) for _ in range(299)])
    write(store, now, Pain(9), NOON)
    assert read_banner(store, DAY) == Banner((Sign.HIGHER,))
    store.write([making.noted(Pain(3), (DAY - timedelta(days=3)))])
    assert read_banner(store, DAY) == Banner((Sign.SEVERE, Sign.HIGHER))


@pytest.mark.parametrize("sign", Sign)
def test_every_sign_is_named_and_nothing_is_scored_or_reassured(sign: Sign) -> None:
    words = Banner((sign,)).words("999")
    assert NAMES[sign] in words
    assert not any(word in words.lower() for word in FRIGHTENING)
    assert len(words) < 150


@pytest.mark.parametrize("sign", [Sign.SADDLE, Sign.BLADDER, Sign.BOWEL, Sign.BOTH_LEGS, Sign.WEAKNESS])
def test_where_the_first_group_of_the_card_is_meant_the_number_is_named(sign: Sign) -> None:
    assert Banner((sign,)).words("999").endswith("an emergency department, or call 999.")


def test_fever_is_for_the_same_day_and_the_rest_names_no_number() -> None:
    assert "see a doctor the same day" in Banner((Sign.FEVER,)).words("999")
    assert Banner((Sign.SEVERE, Sign.LEG)).words("999") == "In your diary: pain of 8 or more, pain in a leg."


def test_what_goes_without_saying_is_not_said() -> None:
    assert Banner((Sign.SEVERE, Sign.HIGHER)).words("112") == "In your diary: pain of 8 or more."
    assert Banner((Sign.BELOW_KNEE, Sign.LEG)).words("112") == "In your diary: pain below the knee."


def test_what_was_put_away_is_gone_and_a_new_sign_is_not() -> None:
    both = Banner((Sign.FEVER, Sign.LEG))
    assert both.without(both.keys) is None
    assert both.without({"banner/fever"}) == Banner((Sign.LEG,))
    assert both.without(()) == both
