"""Pain ratings in plain mode: by a digit during the session, by a line before and after it."""

import re
from collections.abc import Sequence
from datetime import date

from journal.record import Entry
from routines.session.session import Session
from tui.journal_access import JournalAccess
from tui.plain.dialog import Dialog
from tui.session.ratings import (
    PainQuestion,
    PendingQuestion,
    RatingAnswer,
    answer_with_digit,
    exercises_done,
    morning_question,
    question_after,
)
from tui.system.clock import Clock

RATING = re.compile(r"[0-9]|10")
SCALE = "0 to 10, or enter"


class RatingPrompts:
    """Asks for ratings and saves the answers. A second answer to a question replaces the first."""

    def __init__(self, dialog: Dialog, journal: JournalAccess, clock: Clock) -> None:
        self._dialog = dialog
        self._journal = journal
        self._clock = clock
        self._question: PainQuestion | None = None
        self._last_answer: RatingAnswer | None = None
        self._ratings: dict[str, int] = {}

    def show(self, question: PainQuestion | None) -> None:
        """Ask the session's question, unless it is already asked; None: nothing is asked now."""
        if question is not None and question != self._question:
            self._dialog.say(question.words)
        self._question = question

    def answer(self, digit: int) -> bool:
        """Save the rating that the digit makes; False when nothing is asked."""
        answer = answer_with_digit(self._last_answer, self._question, digit, self._clock.monotonic())
        if answer is None:
            return False
        self._last_answer = answer
        self._save(answer.question, answer.nrs)
        return True

    async def ask_about_yesterday(self, entries: Sequence[Entry], today: date) -> None:
        """Ask how it is after yesterday's session, unless that was answered."""
        question = morning_question(entries, today)
        if question is not None and not self._dialog.keys.closed:
            await self._ask(question, f"How is it after yesterday's session? {SCALE}")

    async def ask_about_session(self, session: Session, entry: str) -> None:
        """Ask how each exercise felt and how it is now; nothing when no exercise was done."""
        done = exercises_done(session)
        if not done or self._dialog.keys.closed:
            return
        for exercise, name in {**done, "": ""}.items():
            words = f"Pain after {name}?" if exercise else "Pain right now?"
            if not await self._ask(question_after(entry, exercise), f"{words} {SCALE}"):
                return
        self._dialog.say("Saved to your journal.")

    async def _ask(self, question: PainQuestion, words: str) -> bool:
        """Ask until a line is a rating or empty; False when no line can come any more."""
        if (rating := self._ratings.get(question.entry)) is not None:
            words = f"{words} to keep {rating}"
        self._dialog.say(words)
        while (line := await self._dialog.keys.read_line()) is not None:
            text = line.strip()
            if RATING.fullmatch(text):
                self._save(question, int(text))
                return True
            if not text:
                return True
            self._dialog.say(f"Please type a number from 0 to 10. {words}")
        return False

    def _save(self, question: PendingQuestion, nrs: int) -> None:
        self._journal.write_later([question.answer(nrs, self._clock)])
        self._ratings[question.entry] = nrs
        self._dialog.say(f"Saved: {nrs}.")
