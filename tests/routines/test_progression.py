from collections.abc import Iterable
from dataclasses import replace

import pytest

from routines.exercise import Dose, Item, Routine
from routines.progression import doses_today, with_doses
from routines.trials import DoseToday, Trial
from tests.routines import samples as small
from tests.routines.practice import ALONE, CAMEL, CURL, MONDAY, ROUTINE, RUNGS, TILT, day, trial


def tilt_on(on: int, trials: Iterable[Trial], routine: Routine = ALONE) -> tuple[int, str, int]:
    """The repetitions, the reason and the change of the first exercise on a day."""
    first = doses_today(routine, tuple(trials), day(on))[0]
    return first.dose.reps, first.reason, first.change


GOOD = [trial(0), trial(1), trial(2)]
AT_TEN = [*GOOD, *(trial(n, 8) for n in (3, 4, 5)), trial(10, 10)]


def test_a_routine_begins_with_the_doses_written_in_it() -> None:
    full = Routine("full", "Full", (Item(TILT, RUNGS[2]), Item(CAMEL, RUNGS[0])))
    assert doses_today(full, (), MONDAY) == (
        DoseToday("tilt", RUNGS[2], "start here", 0),
        DoseToday("camel", RUNGS[0], "start here", 0),
    )


def test_the_doses_of_a_fixed_routine_stay_as_they_are_whatever_was_done() -> None:
    fixed = replace(ALONE, fixed=True)
    stop = trial(3, stopped=True, whole=False)
    for trials in ([], GOOD, [*GOOD, stop]):
        assert tilt_on(9, trials, fixed) == (5, "stays as it is", 0)


def test_three_whole_sessions_with_mornings_no_worse_lead_one_rung_up() -> None:
    assert tilt_on(2, GOOD[:2]) == (5, "same as last time: 2 of 3 sessions done", 0)
    assert tilt_on(3, GOOD) == (8, "5 to 8: three sessions done, mornings after not worse", 1)


def test_a_step_is_said_with_its_sides_once() -> None:
    roll = replace(small.ROLL, dose=RUNGS[0], rungs=RUNGS)
    done = [trial(n, exercise=roll) for n in range(3)]
    assert tilt_on(3, done, small.routine(roll))[1].startswith("5 to 8 a side: ")


def test_after_a_step_three_sessions_are_wanted_again() -> None:
    assert tilt_on(5, [*GOOD, trial(3, 8), trial(4, 8)]) == (8, "same as last time: 2 of 3 sessions done", 0)
    assert tilt_on(20, [*GOOD, *(trial(n, 8) for n in (10, 11, 12))])[0] == 10


@pytest.mark.parametrize(
    ("spoilt", "reason"),
    [
        (trial(2, rise=None), "same as last time: it needs a rating before and the morning after"),
        (trial(2, rise=1), "same as last time: pain 1 higher the morning after"),
        (trial(2, rise=2), "same as last time: pain 2 higher the morning after"),
        (trial(2, whole=False), "same as last time: not finished last time"),
        (trial(2, eased=True), "same as last time: you made it easier last time"),
        (trial(2, reps=8), "same as last time: you did another dose last time"),
    ],
)
def test_a_session_that_tells_nothing_good_holds(spoilt: Trial, reason: str) -> None:
    reps, said, _ = tilt_on(3, [*GOOD[:2], spoilt])
    assert (reps, said) == (5, reason)


def test_a_missing_rating_only_waits_while_a_clear_rise_or_an_easier_form_begins_the_count_anew() -> None:
    for spoilt, wanted in ((trial(2, rise=None), 8), (trial(2, rise=3), 5), (trial(2, eased=True), 5)):
        assert tilt_on(4, [*GOOD[:2], spoilt, trial(3)])[0] == wanted


def test_a_step_is_offered_only_after_a_session_that_speaks_for_it() -> None:
    assert tilt_on(4, [*GOOD, trial(3, rise=None)])[0] == 5
    assert tilt_on(5, [*GOOD, trial(3, rise=None), trial(4)])[0] == 8


def test_today_s_session_waits_for_tomorrow_s_rating() -> None:
    reps, reason, _ = tilt_on(2, [*GOOD[:2], trial(2, rise=None)])
    assert (reps, reason) == (5, "same as last time: the morning after is still to come")


def test_a_stop_for_pain_leads_one_rung_back_at_once() -> None:
    stop = trial(8, 10, stopped=True, whole=False, rise=None)
    assert tilt_on(8, [*AT_TEN[:-1], stop]) == (8, "back to 8: you stopped because of pain today", -1)
    assert tilt_on(9, [*AT_TEN[:-1], stop])[1] == "back to 8: you stopped because of pain on Tuesday"
    assert tilt_on(16, [*AT_TEN[:-1], stop])[1] == "back to 8: you stopped because of pain on 10 November"


def test_a_stop_at_the_first_rung_stays_there_and_says_so() -> None:
    stop = trial(0, stopped=True, whole=False)
    assert tilt_on(1, [stop]) == (5, "the smallest dose: you stopped because of pain on Monday", 0)


def test_a_stop_after_making_it_easier_leads_back_too() -> None:
    stop = trial(11, 3, stopped=True, eased=True, whole=False)
    assert tilt_on(12, [*AT_TEN, stop])[:2] == (8, "back to 8: you stopped because of pain on Friday")


@pytest.mark.parametrize("form", [5, 8, 10])
def test_a_stop_counts_at_the_dose_that_was_begun_with_whatever_rung_the_easier_form_has(form: int) -> None:
    stop = trial(11, form, stopped=True, eased=True, whole=False)
    assert tilt_on(12, [*AT_TEN, stop])[::2] == (8, -1)
    assert tilt_on(12, [*AT_TEN, replace(stop, routine="other")])[0] == 8


def test_two_stops_on_a_day_lead_below_both_doses() -> None:
    stops = [trial(11, 10, stopped=True), trial(11, 8, stopped=True)]
    assert tilt_on(11, [*AT_TEN, *stops])[0] == 5
    assert tilt_on(11, [*AT_TEN, *reversed(stops)])[0] == 5


def test_after_a_stop_and_a_session_at_the_lower_dose_nothing_changes_any_more() -> None:
    day_with_both = [trial(11, 10, stopped=True), trial(11, 8)]
    assert tilt_on(11, [*AT_TEN, *day_with_both])[::2] == (8, 0)


def test_making_the_second_session_of_a_day_easier_is_no_change_of_the_dose() -> None:
    raised = [*GOOD, trial(3, 8, rise=None), trial(3, 2, eased=True, rise=None)]
    assert tilt_on(3, raised) == (8, "same as last time: you made it easier last time", 0)


def test_a_stop_with_a_clear_rise_and_another_clear_rise_lead_back_twice() -> None:
    stop = trial(11, 10, stopped=True, whole=False, rise=3)
    assert tilt_on(13, [*AT_TEN, stop, trial(12, 8, rise=3)])[0] == 5
    assert tilt_on(13, [*AT_TEN, replace(stop, rise=None), trial(12, 8, rise=3)])[0] == 8


def test_a_clear_rise_holds_once_and_leads_back_when_it_comes_twice_running() -> None:
    once = [*AT_TEN, trial(11, 10, rise=3)]
    assert tilt_on(12, once) == (10, "same as last time: pain 3 higher the morning after", 0)
    twice = [*once, trial(12, 10, rise=2)]
    assert tilt_on(13, twice) == (8, "back to 8: pain was 2 or more higher on two mornings after", -1)


def test_a_morning_that_is_not_clearly_worse_ends_the_run_and_an_unrated_one_does_not() -> None:
    between = {0: 10, 1: 10, None: 8}
    for rise, wanted in between.items():
        trials = [*AT_TEN, trial(11, 10, rise=2), trial(12, 10, rise=rise), trial(13, 10, rise=2)]
        assert tilt_on(14, trials)[0] == wanted


def test_two_sessions_on_a_day_have_one_morning_after_and_the_worse_rating_counts() -> None:
    assert tilt_on(12, [*AT_TEN, trial(11, 10, rise=3), trial(11, 10, rise=2)])[0] == 10
    assert tilt_on(1, [trial(0), trial(0, rise=1)])[1] == "same as last time: pain 1 higher the morning after"
    assert tilt_on(2, [trial(0), trial(0), trial(1)])[0] == 8


def test_a_day_with_a_session_that_was_not_rated_counts_nothing() -> None:
    unrated = [trial(0), trial(0, rise=None)]
    assert tilt_on(1, unrated)[1] == "same as last time: it needs a rating before and the morning after"
    assert tilt_on(2, [*unrated, trial(1)])[1] == "same as last time: 1 of 3 sessions done"


def test_a_clear_rise_after_a_lighter_dose_elsewhere_does_not_lead_back() -> None:
    once = [*AT_TEN, trial(11, 10, rise=3)]
    assert tilt_on(13, [*once, trial(12, 5, routine="other", rise=3)])[0] == 10
    assert tilt_on(13, [*once, trial(12, 10, routine="other", rise=3)])[0] == 8


@pytest.mark.parametrize(
    ("away", "reps", "reason"),
    [
        (13, 10, "same as last time: 1 of 3 sessions done"),
        (14, 8, "back to 8: gentler after 2 weeks' break"),
        (27, 8, "back to 8: gentler after 3 weeks' break"),
        (28, 5, "back to 5: gentler after 4 weeks' break"),
        (400, 5, "the smallest dose: gentler after 57 weeks' break"),
    ],
)
def test_every_two_weeks_without_the_exercise_lead_one_rung_back(away: int, reps: int, reason: str) -> None:
    assert tilt_on(10 + away, AT_TEN)[:2] == (reps, reason)


def test_after_a_break_the_count_begins_anew() -> None:
    assert tilt_on(40, [trial(0), trial(1), trial(30), trial(31)])[0] == 5
    assert tilt_on(40, [trial(0), trial(1), *(trial(n) for n in (30, 31, 32))])[0] == 8


def test_it_goes_no_higher_than_the_last_rung() -> None:
    top = Routine("small", "Small", (Item(TILT, RUNGS[-1]),))
    done = [trial(n, RUNGS[-1].reps) for n in range(20)]
    assert tilt_on(20, done, top) == (12, "same as last time: this is the highest dose", 0)


def test_a_dose_between_the_rungs_is_the_person_s_own_and_stays_whatever_happens() -> None:
    own = Routine("small", "Small", (Item(TILT, Dose(reps=7)),))
    for trials in ([], [trial(n, 7) for n in range(9)], [trial(0, 7, stopped=True)]):
        assert tilt_on(30, trials, own) == (7, "your own dose", 0)


def test_an_exercise_without_rungs_keeps_its_dose() -> None:
    plain = replace(TILT, rungs=())
    assert tilt_on(9, GOOD, small.routine(plain)) == (5, "your own dose", 0)


def test_one_exercise_a_week_goes_up_and_the_next_is_the_one_that_waited() -> None:
    done = [trial(n, exercise=e) for n in range(3) for e in (TILT, CAMEL, CURL)]
    assert [d.dose.reps for d in doses_today(ROUTINE, done, day(3))] == [8, 5, 5]
    done += [trial(3 + n, reps, exercise=e) for n in range(7) for e, reps in ((TILT, 8), (CAMEL, 5))]
    waiting = doses_today(ROUTINE, done, day(9))
    assert [d.dose.reps for d in waiting] == [8, 5, 5]
    assert {d.reason for d in waiting} == {"same as last time: only one exercise goes up in a week"}
    assert [d.dose.reps for d in doses_today(ROUTINE, done, day(10))] == [8, 8, 5]
    done += [trial(10, reps, exercise=e) for e, reps in ((TILT, 8), (CAMEL, 8), (CURL, 5))]
    assert [d.dose.reps for d in doses_today(ROUTINE, done, day(17))] == [8, 8, 8]


def test_sessions_of_another_routine_lead_nothing_up() -> None:
    assert tilt_on(3, [trial(0), *(trial(n, routine="bad-day") for n in (1, 2, 3, 4))])[0] == 5


def test_a_stop_in_another_routine_at_the_same_dose_leads_back_and_a_session_there_is_no_break() -> None:
    elsewhere = trial(15, 10, routine="other", stopped=True)
    assert tilt_on(16, [*AT_TEN, elsewhere])[0] == 8
    assert tilt_on(26, [*AT_TEN, trial(20, 5, routine="other")])[0] == 10


def test_a_stop_at_a_lighter_dose_says_nothing_of_a_heavier_one_that_the_person_wrote_since() -> None:
    heavier = Routine("small", "Small", (Item(TILT, RUNGS[2]),))
    assert tilt_on(5, [trial(0), trial(1, stopped=True)], heavier)[0] == 10
    assert tilt_on(14, [trial(0, 10), trial(13, stopped=True)], heavier)[0] == 8
    rises = [trial(0, 10, rise=3), trial(1, stopped=True), trial(1, 10, rise=None), trial(2, 10, rise=3)]
    assert tilt_on(3, rises, heavier)[0] == 8


def test_what_was_done_before_a_routine_was_first_used_says_nothing() -> None:
    before = [trial(0, 10, routine="other", stopped=True), trial(1, 10, routine="other", rise=3)]
    assert tilt_on(90, before)[:2] == (5, "start here")


def test_a_trial_of_a_day_to_come_is_not_looked_at() -> None:
    assert tilt_on(2, GOOD[:2]) == tilt_on(2, [*GOOD[:2], trial(3), trial(4, stopped=True)])


def test_a_routine_with_doses_keeps_everything_else() -> None:
    doses = (DoseToday("camel", RUNGS[3], "", 1),)
    routine = with_doses(replace(ROUTINE, note="A note.", own=True), doses)
    assert [item.dose.reps for item in routine] == [5, 12, 5]
    assert (routine.id, routine.note, routine.own) == ("small", "A note.", True)


def test_where_a_log_was_cut_the_first_dose_stands_for_what_was_before() -> None:
    later = [trial(n, 10) for n in (20, 21)]
    assert doses_today(ALONE, later, day(22), cut=True)[0].dose.reps == 10
    assert doses_today(ALONE, later, day(22))[0].dose.reps == 5
    assert doses_today(ALONE, (), day(22), cut=True)[0].dose.reps == 5


def test_the_newest_sessions_lead_to_the_same_dose_as_all_of_them() -> None:
    climbed = [trial(n, RUNGS[min(n // 10, 3)].reps) for n in range(100)]
    whole = doses_today(ALONE, climbed, day(100))
    assert doses_today(ALONE, climbed[-40:], day(100), cut=True) == whole
