"""Questions about yesterday's session."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import timedelta

import pytest

from journal.observations import Pain, Recall
from journal.record import Body, Outcome, SessionRun, SessionState, SetRun
from journal.store.store import Store
from tests.journal import samples as making
from tui.session.ratings import morning_question

TODAY = making.DAY
YESTERDAY = TODAY - timedelta(days=1)
RUN = SessionRun("small", "Small", {"tilt": {"reps": 2.0}}, SessionState.FINISHED, 60, 60)


def tilt(session: str, done: int) -> SetRun:
    return SetRun(session, "tilt", 1, None, 2, done, Outcome.DONE if done else Outcome.LEFT)


@pytest.fixture
def store() -> Iterator[Store]:
    with closing(making.in_memory()) as journal:
        yield journal


def asked_of(store: Store) -> str | None:
    """The session of the day before that is asked about."""
    question = morning_question(store.entries(), TODAY)
    return None if question is None else question.session


def write(store: Store, session: str, *bodies: Body) -> None:
    store.write([making.noted(RUN, YESTERDAY, entry=session)])
    if bodies:
        store.write([making.noted(body, YESTERDAY) for body in bodies])


def test_the_question_is_about_a_session_of_yesterday_with_a_repetition(store: Store) -> None:
    write(store, "S", tilt("S", 1))
    assert asked_of(store) == "S"


@pytest.mark.parametrize("sets", [(), (tilt("S", 0),), (tilt("another", 2),)])
def test_a_session_in_which_nothing_was_done_is_not_asked_about(store: Store, sets: Sequence[SetRun]) -> None:
    write(store, "S", *sets)
    assert asked_of(store) is None


def test_a_session_in_which_nothing_was_done_does_not_hide_the_one_before_it(store: Store) -> None:
    write(store, "S", tilt("S", 2))
    write(store, "T", tilt("T", 0))
    assert asked_of(store) == "S"
    store.write([making.noted(Pain(3, Recall.MORNING, session="S"), TODAY)])
    assert asked_of(store) is None


def test_one_answer_about_yesterday_is_enough(store: Store) -> None:
    write(store, "S", tilt("S", 2))
    write(store, "T", tilt("T", 0))
    store.write([making.noted(Pain(3, Recall.MORNING, session="T"), TODAY)])
    assert asked_of(store) is None
