"""What is asked and shown follows from what is known."""

from dataclasses import replace

import pytest

from journal.observations import Pain, Recall
from routines.files.loader import load_library
from routines.session.events import Status
from routines.session.machine import pause, stop_for_pain
from tests.fakes import A_SUNDAY
from tests.tui.today.states import CUT_SHORT, a_night_after, before_a_session, live_session, session, todays
from tui.keys import DEFAULT_KEYMAP
from tui.session.live import LiveSession
from tui.session.ratings import PainQuestion, RatingAnswer
from tui.session.view import SessionView, confirm_leave, ready_keys
from tui.today.snapshot import DiaryDays
from tui.today.state import DashboardState, current_figure, make_session_view, question_text

EARLY = A_SUNDAY.replace(hour=7)
IN_THE_GAP = 42
"""Seconds after which the small tilt is done and the small lift comes."""

OVER = 300
START = load_library().routines["start"]


def shown(state: DashboardState) -> SessionView:
    made = make_session_view(state)
    assert made is not None
    return made


def led(of: LiveSession) -> DashboardState:
    return replace(before_a_session(), live_session=of)


@pytest.mark.parametrize(
    ("of", "live", "running"),
    [
        (LiveSession(), False, False),
        (live_session(session()), True, True),
        (live_session(pause(session(36), 36.0)[0]), True, False),
        (live_session(stop_for_pain(session(36), 36.0)[0]), True, False),
        (live_session(session(OVER)), False, False),
    ],
)
def test_a_session_is_under_way_from_its_start_to_its_end(of: LiveSession, live: bool, running: bool) -> None:
    assert (of.live, of.running) == (live, running)


def test_while_nothing_is_known_nothing_is_shown() -> None:
    nothing = DashboardState(A_SUNDAY, None, None, None, LiveSession())
    assert make_session_view(nothing) is None
    assert nothing.question is None
    assert [nothing.is_first_session, nothing.is_empty, nothing.has_message] == [False] * 3


def test_with_everything_left_out_there_is_nothing_to_start() -> None:
    assert make_session_view(replace(before_a_session(), today=None)) is None


def test_before_a_session_its_routine_is_ready() -> None:
    made = shown(before_a_session(DiaryDays(A_SUNDAY.date(), has_sessions=True)))
    assert (made.status, made.name, made.question, made.hint) == (
        Status.READY,
        "Small routine",
        "",
        ready_keys(DEFAULT_KEYMAP),
    )


def test_before_the_first_session_ever_it_is_said_when_to_stop() -> None:
    first = before_a_session()
    assert first.is_first_session
    assert first.has_message
    assert "numbness" in shown(first).hint


def test_a_session_cut_short_is_offered_in_place_of_a_new_one() -> None:
    suggestions = replace(before_a_session(a_night_after(Pain(1))), interrupted=CUT_SHORT)
    made = shown(suggestions)
    assert suggestions.has_message
    assert made.word == "Interrupted"
    assert made.counts == CUT_SHORT.description
    assert "k: finish here and keep it" in made.hint


def test_early_in_the_day_what_bends_may_wait_unless_something_is_asked() -> None:
    early = replace(before_a_session(now=EARLY), today=todays(START))
    assert early.better_later == ("partial-curl", "torso-twist")
    assert shown(early).question == "Just got up? m: skip the curl and the twist for now"
    assert shown(replace(early, now=A_SUNDAY)).question == ""
    assert "yesterday" in shown(replace(early, diary=a_night_after())).question


def test_the_morning_after_a_session_is_asked_about_until_it_is_answered() -> None:
    question = before_a_session(a_night_after()).question
    assert isinstance(question, PainQuestion)
    assert (question.recall, question.session) == (Recall.MORNING, "S")
    answered = before_a_session(a_night_after(Pain(4, Recall.MORNING, session="S")))
    assert answered.question is None


def test_a_morning_just_answered_is_open_to_another_digit() -> None:
    pending = before_a_session(a_night_after()).question
    assert pending is not None
    answered = before_a_session(a_night_after(Pain(4, Recall.MORNING, session="S")))
    typed = replace(answered, live_session=LiveSession(last_answer=RatingAnswer(pending, 4, 0.0)))
    assert typed.question == pending
    assert question_text(typed).startswith("Saved: 4.")


def test_in_the_gap_after_an_exercise_it_is_asked_about_and_then_no_more() -> None:
    gap = led(live_session(session(IN_THE_GAP)))
    assert shown(gap).question.startswith("Pain after Small tilt?")
    assert shown(led(live_session(session(IN_THE_GAP + 15)))).question == ""


def test_an_answer_is_shown_at_its_own_question_only() -> None:
    of = live_session(session(IN_THE_GAP))
    question = of.question
    assert question is not None
    own, other = (
        RatingAnswer(question, 6, 0.0),
        RatingAnswer(PainQuestion(Recall.BEFORE, "S", None, ""), 6, 0.0),
    )
    assert shown(led(replace(of, last_answer=own))).question == "Saved: 6. Another digit changes it."
    assert shown(led(replace(of, last_answer=other))).question.startswith("Pain after Small tilt?")


def test_a_rating_from_before_is_not_asked_for_again() -> None:
    assert shown(led(live_session(session()))).question.startswith("Pain before you begin?")
    assert shown(led(live_session(session(), before=3.0))).question == ""


def test_a_session_that_is_over_stays_shown_and_asks_nothing() -> None:
    over = replace(led(live_session(session(OVER))), diary=a_night_after())
    assert over.question is None
    assert shown(over).word == "Done"


def test_who_wants_to_leave_is_asked() -> None:
    of = live_session(pause(session(36), 36.0)[0])
    assert shown(led(replace(of, confirming_leave=True))).hint == confirm_leave(DEFAULT_KEYMAP)
    assert shown(led(of)).hint != confirm_leave(DEFAULT_KEYMAP)


def test_an_empty_journal_is_known_to_be_empty_only_when_it_was_read() -> None:
    assert before_a_session().is_empty
    assert not before_a_session(DiaryDays(A_SUNDAY.date(), has_sessions=True)).is_empty
    assert not replace(before_a_session(), diary=None).is_empty


def a_tilt_under_way() -> LiveSession:
    """A pelvic tilt of the shipped library, a second before it is let go."""
    tilting = load_library().exercises["pelvic-tilt"]
    return live_session(session(36, replace(START, items=tuple(i for i in START if i.exercise == tilting))))


def test_the_figure_moves_with_the_time() -> None:
    of = a_tilt_under_way()
    assert current_figure(of, 37.0, moves=True) is not None
    assert current_figure(of, 37.0, moves=True) != current_figure(of, 38.0, moves=True)


def test_where_nothing_may_move_the_figure_stands_still_within_a_step() -> None:
    of = a_tilt_under_way()
    assert current_figure(of, 37.0, moves=False) is not None
    assert current_figure(of, 37.0, moves=False) == current_figure(of, 38.0, moves=False)


def test_without_a_session_under_way_there_is_no_figure() -> None:
    assert current_figure(LiveSession(), 0.0, moves=True) is None
    assert current_figure(live_session(session(OVER)), OVER, moves=True) is None
