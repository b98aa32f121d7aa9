"""How each exercise went in past sessions, for today's doses."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from journal.labels import Facet
from journal.observations import Pain, Recall
from journal.record import Entry, Outcome, SessionRun, SetRun
from journal.store.store import Store
from routines.exercise import Dose, Routine
from routines.progression import doses_today, with_doses
from routines.trials import DoseToday, Trial
from tui.session.recorder import EASIER, PAIN, set_reasons

SetsByExercise = Mapping[tuple[str, str], Sequence[SetRun]]
"""Sets by session entry and exercise."""


MOST_SESSIONS, MOST_OF_ROUTINE = 60, 30
"""How many of the newest sessions are read, of all routines and of this one; older ones change no dose of today."""


def todays_routine(store: Store, routine: Routine, today: date) -> tuple[Routine, tuple[DoseToday, ...]]:
    """The routine with today's doses, and the doses with their reasons. Raises JournalError."""
    entries, cut = _recent_entries(store, routine.id, today)
    doses = doses_today(routine, build_trials(entries), today, cut=cut)
    return with_doses(routine, doses), doses


def _recent_entries(store: Store, routine: str, today: date) -> tuple[list[Entry], bool]:
    """The newest sessions, oldest first, each with its sets and ratings; and whether there are older ones."""
    newest = store.entries(until=today, kinds={SessionRun.kind}, newest=MOST_SESSIONS)
    of_routine = store.entries(until=today, labels=[(Facet.ROUTINE, routine)], newest=MOST_OF_ROUTINE)
    runs = {run.id: run for run in (*newest, *of_routine)}
    ordered = sorted(runs.values(), key=lambda run: (run.at, run.id))
    entries = [entry for run in ordered for entry in (run, *store.parts(run.id))]
    return entries, len(newest) == MOST_SESSIONS


def build_trials(entries: Sequence[Entry]) -> tuple[Trial, ...]:
    """How each exercise went in each session, oldest first; `entries` are in this order, too.

    An exercise without a repetition is no trial, unless it was stopped because of pain.
    """
    sets, rises = _group_sets(entries), _pain_rises(entries)
    return tuple(
        trial
        for entry in entries
        if isinstance(entry.body, SessionRun)
        for trial in _session_trials(entry, entry.body, sets, rises.get(entry.id))
    )


def _group_sets(entries: Iterable[Entry]) -> SetsByExercise:
    sets: dict[tuple[str, str], list[SetRun]] = defaultdict(list)
    for entry in entries:
        if isinstance(entry.body, SetRun):
            sets[entry.body.session, entry.body.exercise].append(entry.body)
    return sets


def _pain_rises(entries: Sequence[Entry]) -> Mapping[str, float]:
    """The rise in pain to the next morning, by session; one morning rating counts for all sessions of the day before."""
    days = {entry.id: entry.day for entry in entries if isinstance(entry.body, SessionRun)}
    rated = [(e.body.session, e.body) for e in entries if isinstance(e.body, Pain) and e.body.session in days]
    before = {session: pain.nrs for session, pain in rated if pain.recall is Recall.BEFORE}
    morning = {days[session]: pain.nrs for session, pain in rated if pain.recall is Recall.MORNING}
    return {
        session: morning[day] - before[session]
        for session, day in days.items()
        if session in before and day in morning
    }


def _session_trials(
    entry: Entry, run: SessionRun, sets: SetsByExercise, rise: float | None
) -> Iterator[Trial]:
    for exercise, values in run.doses.items():
        done = sets.get((entry.id, exercise), ())
        stopped = any(_was_stopped(set_run) for set_run in done)
        if stopped or any(set_run.reps_done for set_run in done):
            dose = _read_dose(values)
            eased = any(EASIER in set_reasons(set_run) for set_run in done)
            yield Trial(
                entry.day, run.routine, exercise, dose, _all_reps_done(dose, done), stopped, eased, rise
            )


def _was_stopped(set_run: SetRun) -> bool:
    """Whether the set was stopped because of pain, even if it continued later."""
    return set_run.outcome is Outcome.STOPPED or PAIN in set_reasons(set_run)


def _all_reps_done(dose: Dose, done: Sequence[SetRun]) -> bool:
    """Whether every repetition of every set was done, on both sides if the exercise has sides."""
    finished = {(run.set, run.side) for run in done if run.reps_done == run.planned_reps}
    sides = {None} if any(run.side is None for run in done) else {"left", "right"}
    return finished >= {(number, side) for number in range(1, dose.sets + 1) for side in sides}


def _read_dose(values: Mapping[str, float | None]) -> Dose:
    """The dose from its values in the journal; missing ones have their default."""
    plain = Dose()
    return Dose(
        reps=int(values.get("reps") or plain.reps),
        sets=int(values.get("sets") or plain.sets),
        rest=values.get("rest") or plain.rest,
        hold=values.get("hold"),
        seconds=values.get("seconds"),
    )
