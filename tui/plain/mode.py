"""Plain mode: a session as lines and sound, for screen readers and simple terminals."""

import asyncio
import re
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial

from routines.exclusions import LeftOut
from routines.session.events import Status
from routines.session.machine import Session, begin, pause
from tui.journal_access import JournalAccess
from tui.plain.keyboard import Keys
from tui.plain.lines import (
    CONFIRM_LEAVE,
    MORNING_CHOICES,
    RESUME_CHOICES,
    change_lines,
    opening_lines,
    pause_line,
)
from tui.session.commands import command_for_key
from tui.session.lock import SessionLock
from tui.session.ratings import (
    PainQuestion,
    PendingQuestion,
    RatingAnswer,
    answer_with_digit,
    exercises_done,
    exercises_for_later,
    morning_question,
    question_after,
    session_question,
)
from tui.session.recorder import SessionRecorder, new_recorder
from tui.session.runner import Runner
from tui.settings.preferences import Preferences
from tui.sound.output import AudioOutput
from tui.system.clock import today
from tui.system.environment import Context
from tui.system.signals import first_completed
from tui.text.clean import one_line
from tui.today.safety_card import card
from tui.today.snapshot import Snapshot, Today, read_known

RATING = re.compile(r"[0-9]|10")
OR_NOTHING = "0 to 10, or enter"


class PlainModeError(Exception):
    """Why no session can be started."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The session to do, what writes it, and what is left out of its routine today."""

    session: Session
    recorder: SessionRecorder
    left_out: tuple[LeftOut, ...] = ()


class PlainMode:
    """Leads through one session, from the questions before it to those after it.

    `say` takes each line. What could not be written is said, and tried again by the desk.
    """

    def __init__(
        self,
        context: Context,
        preferences: Preferences,
        journal: JournalAccess,
        *,
        keys: Keys,
        say: Callable[[str], None],
        open_audio: Callable[[], AudioOutput],
    ) -> None:
        self._clock = context.clock
        self._new_entry = context.ids()
        self._lock = SessionLock(context.paths.lock)
        self._preferences = preferences
        self._journal = journal
        self._keys = keys
        self._say = say
        self._open_audio = open_audio
        self._first = False
        self._leaving = False
        self._quits = False
        self._asked: PainQuestion | None = None
        self._rated: RatingAnswer | None = None
        self._ratings: dict[str, int] = {}
        self._seen: Session | None = None
        self._stands = asyncio.Event()
        self._told: BaseException | None = None

    async def run(self) -> None:
        """Lead through the session.

        Raises PlainModeError when there is nothing to do or another session runs, JournalError when the journal
        cannot be read, OSError when a line cannot be said; then, as after a signal, it is offered the next time.
        """
        if not self._lock.take():
            raise PlainModeError("a session runs in another window already: end it first")
        with ExitStack() as stack:
            stack.callback(self._lock.release)
            if (chosen := await self._choose()) is not None:
                ended = await self._lead(chosen)
                await self._ask_how_it_was(ended, chosen.recorder.entry)

    # Before the session

    async def _choose(self) -> Chosen | None:
        """The session to do: one that was cut short, or a new one; None when the person would rather quit."""
        day = today(self._clock)
        known = await self._journal.ask(
            lambda store: read_known(store, self._preferences.routine, self._preferences.settings, day)
        )
        self._first = not known.diary.has_sessions
        for fault in (*self._preferences.faults, *map(str, self._preferences.library.faults)):
            self._say(fault)
        chosen = await self._taken_up(known)
        return chosen if chosen is not None or self._quits else await self._anew(known)

    async def _anew(self, known: Snapshot) -> Chosen | None:
        """A new session, after what is asked before it."""
        if known.today is None:
            raise PlainModeError(
                "everything in this routine is left out: see tolerable set leave_out, or choose another"
            )
        await self._ask_about_the_night(known)
        planned = await self._ask_about_the_morning(known.today)
        log = new_recorder(self._new_entry(), planned.plan, self._clock, known.diary.entries)
        return None if self._quits else Chosen(begin(planned.plan), log, planned.left_out)

    async def _taken_up(self, known: Snapshot) -> Chosen | None:
        """The session that was cut short, if the person goes on with it; else it is kept as far as it came."""
        if known.unfinished is None:
            return None
        taken_up = known.unfinished.resume(self._preferences.library, self._clock.now())
        key = (
            "k"
            if taken_up is None
            else await self._ask_key(f"{taken_up.description}. {RESUME_CHOICES}", "space", "k", "q")
        )
        self._quits = key == "q"
        if key == "k":
            self._journal.write_later([known.unfinished.ended_draft()])
        return (
            Chosen(taken_up.session, taken_up.recorder) if taken_up is not None and key == "space" else None
        )

    async def _ask_key(self, words: str, *expected: str) -> str:
        """Which of the keys is pressed; `k` where none can come: what was done is kept."""
        self._say(words)
        while (key := await self._keys.read_key()) is not None and key not in expected:
            self._say(words)
        return key or "k"

    async def _ask_about_the_night(self, known: Snapshot) -> None:
        """How it is after the session of the day before, if the person wants to be asked."""
        if not self._preferences.settings.prompt_morning:
            return
        question = morning_question(known.diary.entries, known.diary.today)
        if question is not None and not self._keys.closed:
            await self._ask(question, f"How is it after yesterday's session? {OR_NOTHING}")

    async def _ask_about_the_morning(self, today: Today) -> Today:
        """What is to be done: early in the day without what is better left for later, if the person wants that."""
        later = exercises_for_later(today.plan, self._clock.now())
        without = today.without(later)
        if without == today or self._keys.closed:
            return today
        names = " and ".join(one_line(today.plan.item(one).exercise.name, 40) for one in later)
        key = await self._ask_key(MORNING_CHOICES.format(names), "m", "space", "q")
        self._quits = key == "q"
        return without if key == "m" else today

    # The session

    async def _lead(self, chosen: Chosen) -> Session:
        """Run the session until it is over, or no key can come that it waits for; how it ended.

        It is ended only so: what tears it down before, a signal or a fault, leaves it to be gone on with.
        """
        session, log, audio = chosen.session, chosen.recorder, self._open_audio()
        runner = Runner(
            session,
            log,
            clock=self._clock,
            save=self._journal.write_later,
            show=partial(self._see, log),
            sound=audio.sound,
            wait_for_space=self._first and not (audio.audible or self._keys.line_mode),
        )
        self._seen = session
        with ExitStack() as stack:
            stack.callback(audio.sound.close)
            stack.callback(audio.awake.end)
            self._open(chosen, audio)
            await first_completed(runner.run(), self._heed_keys(runner))
            runner.leave()
        return runner.session

    def _open(self, chosen: Chosen, audio: AudioOutput) -> None:
        plan, line_mode = chosen.session.plan, self._keys.line_mode
        for line in opening_lines(plan, chosen.left_out, first=self._first, line_mode=line_mode):
            self._say(line)
        audio.awake.begin()
        if audio.awake.fault:
            self._say(audio.awake.fault)

    def _see(self, log: SessionRecorder, session: Session) -> None:
        """Say what has happened, and ask what there is to ask."""
        before, self._seen = self._seen or session, session
        for line in change_lines(before, session):
            self._say(line)
        question = session_question(session, log.entry, before=log.before is not None)
        if question is not None and question != self._asked:
            self._say(question.words)
        self._asked = question
        if session.status in {Status.PAUSED, Status.FROZEN}:
            self._stands.set()
        else:
            self._stands.clear()
        self._say_not_saved()

    def _say_not_saved(self) -> None:
        if self._journal.fault is not self._told and self._journal.fault is not None:
            self._say(f"Not saved yet; it is tried again with what comes next: {self._journal.fault}")
        self._told = self._journal.fault

    async def _heed_keys(self, runner: Runner) -> None:
        """Do what the keys mean. Returns when the session is over, or when none can come and it waits for one."""
        while (key := await self._keys.read_key()) is not None:
            self._press(runner, key)
            if not runner.live:
                return
        await self._stands.wait()
        self._say("No key can come any more, so the session ends here. What you did is kept.")

    def _press(self, runner: Runner, key: str) -> None:
        leaving, self._leaving = self._leaving, False
        command = command_for_key(key, runner.session.status)
        if key == "q":
            self._leave(runner, sure=leaving)
        elif key == "s":
            self._show_card(runner)
        elif key in "0123456789" and self._rate(int(key)):
            pass
        elif command is not None:
            runner.do(command.apply)
        else:
            self._say(pause_line(runner.session))

    def _leave(self, runner: Runner, *, sure: bool) -> None:
        """Leave when the person is sure; else pause, and ask."""
        self._leaving = not sure
        if sure:
            self._quits = True
            runner.leave()
        else:
            runner.do(pause)
            self._say(CONFIRM_LEAVE)

    def _show_card(self, runner: Runner) -> None:
        runner.do(pause)
        for line in card(self._preferences.settings.emergency_number):
            self._say(line)

    def _rate(self, digit: int) -> bool:
        """Write the rating that a digit makes; False when nothing is asked."""
        rated = answer_with_digit(self._rated, self._asked, digit, self._clock.monotonic())
        if rated is None:
            return False
        self._rated = rated
        self._write(rated.question, rated.nrs)
        return True

    def _write(self, question: PendingQuestion, nrs: int) -> None:
        self._journal.write_later([question.answer(nrs, self._clock)])
        self._ratings[question.entry] = nrs
        self._say(f"Noted: {nrs}.")

    # After the session

    async def _ask_how_it_was(self, session: Session, entry: str) -> None:
        """How each exercise felt, of which something was done, and how it is now."""
        done = exercises_done(session)
        if not done or self._quits or self._keys.closed:
            return
        for exercise, name in {**done, "": ""}.items():
            words = f"Pain after {name}?" if exercise else "Pain now, after all of it?"
            if not await self._ask(question_after(entry, exercise), f"{words} {OR_NOTHING}"):
                return
        self._say("It is in your journal.")

    async def _ask(self, question: PainQuestion, words: str) -> bool:
        """Ask for a rating, which is a line, until it is one or nothing; False when no line can come any more."""
        if (noted := self._ratings.get(question.entry)) is not None:
            words = f"{words} to leave it at {noted}"
        self._say(words)
        while (line := await self._keys.read_line()) is not None:
            if RATING.fullmatch(line.strip()):
                self._write(question, int(line))
            if RATING.fullmatch(line.strip()) or not line.strip():
                return True
            self._say(f"That is no number from 0 to 10. {words}")
        return False
