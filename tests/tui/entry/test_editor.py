"""The entry editor asks until an answer is saved, writes it, and deletes and undoes."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from journal.observations import Pain
from journal.record import SessionRun, SessionState
from tests.tui.surroundings import Surroundings, surroundings
from tui.entry.drafts import Drafts
from tui.entry.editor import SESSION_RUNS, SESSION_STAYS, Answer, EntryEditor
from tui.entry.form import EntryForm
from tui.entry.new_entry import NewEntry
from tui.entry.pain import PainScreen
from tui.entry.type_ahead import TypeAhead
from tui.keys import Keymap

FOUR, FIVE = (NewEntry(Pain(4)),), (NewEntry(Pain(5)),)


class Person:
    """Answers each form in turn, and keeps what each form was opened with."""

    def __init__(self, *answers: Answer | None) -> None:
        self.faults: list[str] = []
        self._answers = iter(answers)

    async def ask(self, form: EntryForm) -> Answer | None:
        self.faults.append(form._request.fault)
        return next(self._answers)


def editor(around: Surroundings, person: Person | None = None, keys: Keymap | None = None) -> EntryEditor:
    return EntryEditor(
        (person or Person()).ask,
        around.journal,
        around.clock,
        notifications=around.notifications,
        drafts=Drafts(None, lambda _: None),
        type_ahead=TypeAhead(),
        keys=lambda: keys or Keymap(),
        reload=around.reload,
    )


def told(around: Surroundings) -> Sequence[str]:
    return [text for text, _ in around.notices]


async def test_an_answer_is_written_shown_and_the_undo_key_named(tmp_path: Path) -> None:
    with surroundings(tmp_path) as around:
        person = Person(FOUR)
        assert await editor(around, person).add(PainScreen)
        assert person.faults == [""]
        assert [entry.body for entry in around.entries()] == [Pain(4)]
        assert around.notices == [("Saved pain 4 now · u: undo", "information")]
        assert around.reloads == 1


async def test_a_changed_undo_key_is_the_one_that_is_named(tmp_path: Path) -> None:
    with surroundings(tmp_path) as around:
        await editor(around, Person(FOUR), Keymap().with_key("undo", "z")).add(PainScreen)
        assert told(around) == ["Saved pain 4 now · z: undo"]


async def test_a_form_that_is_left_saves_nothing(tmp_path: Path) -> None:
    with surroundings(tmp_path) as around:
        assert not await editor(around, Person(None)).add(PainScreen)
        assert around.entries() == []
        assert around.notices == []


async def test_an_answer_that_cannot_be_saved_comes_back_with_the_newest_reason(tmp_path: Path) -> None:
    with surroundings(tmp_path) as around:
        around.thread.close()
        person = Person(FOUR, FIVE, None)
        assert not await editor(around, person).add(PainScreen)
        assert person.faults[0] == ""
        assert all(person.faults[1:])
        assert len(person.faults) == 3
        assert around.notices == []
        assert around.reloads == 0


async def test_a_draft_is_gone_before_the_person_reads_that_its_answer_is_saved(tmp_path: Path) -> None:
    with surroundings(tmp_path) as around:
        told_before: list[int] = []
        await editor(around).save(FOUR, lambda: told_before.append(len(around.notices)))
        assert told_before == [0]  # who leaves on reading "Saved" leaves no draft behind
        around.thread.close()
        assert await editor(around).save(FIVE, lambda: told_before.append(9))
        assert told_before == [0]


async def test_an_entry_is_changed_in_the_form_of_its_kind(tmp_path: Path) -> None:
    with surroundings(tmp_path) as around:
        await editor(around).save(FOUR)
        (entry,) = around.entries()
        assert await editor(around, Person((NewEntry(Pain(7), entry=entry.id),))).edit(entry)
        assert [entry.body for entry in around.entries()] == [Pain(7)]


async def test_undo_names_what_is_gone(tmp_path: Path) -> None:
    with surroundings(tmp_path) as around:
        await editor(around).save(FOUR)
        await editor(around).undo()
        assert around.entries() == []
        assert around.notices[-1] == ("Undone: pain 4 now.", "information")


async def test_with_nothing_logged_there_is_nothing_to_undo(tmp_path: Path) -> None:
    with surroundings(tmp_path) as around:
        await editor(around).undo()
        assert around.notices == [("Nothing to undo.", "information")]


async def test_a_journal_that_cannot_be_read_is_shown_as_an_error_on_undo(tmp_path: Path) -> None:
    with surroundings(tmp_path) as around:
        around.thread.close()
        await editor(around).undo()
        ((_, severity),) = around.notices
        assert severity == "error"


async def test_an_undo_that_restores_something_says_so(tmp_path: Path) -> None:
    with surroundings(tmp_path) as around:
        await editor(around).save(FOUR)
        (entry,) = around.entries()
        await editor(around).save((NewEntry(Pain(7), entry=entry.id),))
        await editor(around).undo()
        assert [entry.body for entry in around.entries()] == [Pain(4)]
        assert told(around)[-1] == "Restored: pain 4 now."
        await editor(around).undo()
        await editor(around).undo()
        assert told(around)[-2:] == ["Undone: pain 4 now.", "Nothing to undo."]


async def test_a_deleted_entry_is_restored_by_undo(tmp_path: Path) -> None:
    with surroundings(tmp_path) as around:
        await editor(around).save(FOUR)
        (entry,) = around.entries()
        assert await editor(around).delete(entry)
        assert around.entries() == []
        assert told(around)[-1] == "Deleted pain 4 now · u: undo"
        await editor(around).undo()
        assert [entry.body for entry in around.entries()] == [Pain(4)]


@pytest.mark.parametrize("state", [SessionState.RUNNING, SessionState.FINISHED])
async def test_a_session_cannot_be_changed_and_a_running_one_not_deleted(
    tmp_path: Path, state: SessionState
) -> None:
    with surroundings(tmp_path) as around:
        await editor(around).save((NewEntry(SessionRun("small", "Small", {}, state, 10.0, 10.0)),))
        (entry,) = around.entries()
        assert not await editor(around).edit(entry)
        assert told(around)[-1] == SESSION_STAYS
        deleted = await editor(around).delete(entry)
        assert deleted == (state is SessionState.FINISHED)
        assert (told(around)[-1] == SESSION_RUNS) == (state is SessionState.RUNNING)
