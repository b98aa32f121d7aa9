"""A question comes back with its answer until that is saved, or taken back."""

from collections.abc import Sequence

from tui.entry.editor import until_saved


class Person:
    """Answers in turn, and writes down what each question brought along."""

    def __init__(self, answers: Sequence[str | None]) -> None:
        self.asked: list[tuple[str | None, str]] = []
        self._answers = iter(answers)

    async def answer(self, before: str | None, fault: str) -> str | None:
        self.asked.append((before, fault))
        return next(self._answers)


class Page:
    """Saves only what it has no fault for."""

    def __init__(self, **faults: str) -> None:
        self.saved: list[str] = []
        self._faults = faults

    async def save(self, text: str) -> str:
        if fault := self._faults.get(text, ""):
            return fault
        self.saved.append(text)
        return ""


async def test_an_answer_that_is_saved_is_asked_for_once() -> None:
    person, page = Person(["four"]), Page()
    assert await until_saved(person.answer, page.save) == "four"
    assert person.asked == [(None, "")]
    assert page.saved == ["four"]


async def test_what_cannot_be_saved_comes_back_with_the_reason() -> None:
    person, page = Person(["four", "five"]), Page(four="the disk is full")
    assert await until_saved(person.answer, page.save) == "five"
    assert person.asked == [(None, ""), ("four", "the disk is full")]
    assert page.saved == ["five"]


async def test_the_reason_of_the_last_time_is_told_not_that_of_the_first() -> None:
    person, page = Person(["four", "five", "six"]), Page(four="first", five="second")
    await until_saved(person.answer, page.save)
    assert person.asked[-1] == ("five", "second")


async def test_an_answer_taken_back_saves_nothing() -> None:
    person, page = Person([None]), Page()
    assert await until_saved(person.answer, page.save) is None
    assert page.saved == []


async def test_what_could_not_be_saved_may_be_taken_back() -> None:
    person, page = Person(["four", None]), Page(four="the disk is full")
    assert await until_saved(person.answer, page.save) is None
    assert page.saved == []
