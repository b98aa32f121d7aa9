"""What is noted by hand is written, told and shown, and can be taken back."""

from pathlib import Path

from journal.observations import Pain, Recall
from tests.tui.surroundings import Surroundings, surroundings
from tui.entry.editor import Notebook
from tui.entry.new_entry import NewEntry


def notebook(around: Surroundings) -> Notebook:
    return Notebook(around.journal, around.clock, around.notifications, around.reload)


async def test_what_is_noted_is_in_the_journal_and_told(tmp_path: Path) -> None:
    with surroundings(tmp_path) as around:
        assert await notebook(around).note(NewEntry(Pain(4))) == ""
        assert [entry.body for entry in around.entries()] == [Pain(4)]
        assert around.told == [("Saved: pain 4 now. u takes it back.", "information")]
        assert around.reloads == 1


async def test_a_draft_is_gone_before_it_is_told_that_its_answer_is_saved(tmp_path: Path) -> None:
    with surroundings(tmp_path) as around:
        told_before: list[int] = []
        await notebook(around).note(NewEntry(Pain(4)), saved=lambda: told_before.append(len(around.told)))
        assert told_before == [0]  # who leaves on reading "Saved" leaves no draft behind
        around.thread.close()
        assert await notebook(around).note(NewEntry(Pain(5)), saved=lambda: told_before.append(9))
        assert told_before == [0]


async def test_what_cannot_be_written_is_answered_with_the_reason_and_not_told_as_saved(
    tmp_path: Path,
) -> None:
    with surroundings(tmp_path) as around:
        around.thread.close()
        assert await notebook(around).note(NewEntry(Pain(4)))
        assert around.told == []
        assert around.reloads == 0


async def test_taking_back_names_what_is_gone(tmp_path: Path) -> None:
    with surroundings(tmp_path) as around:
        await notebook(around).note(NewEntry(Pain(4)))
        await notebook(around).take_back()
        assert around.entries() == []
        assert around.told[-1] == ("Taken back: pain 4 now.", "information")


async def test_with_nothing_noted_there_is_nothing_to_take_back(tmp_path: Path) -> None:
    with surroundings(tmp_path) as around:
        await notebook(around).take_back()
        assert around.told == [("Nothing to take back.", "information")]


async def test_a_journal_that_cannot_be_read_is_told_when_taking_back(tmp_path: Path) -> None:
    with surroundings(tmp_path) as around:
        around.thread.close()
        await notebook(around).take_back()
        ((_, severity),) = around.told
        assert severity == "error"


async def test_ratings_after_a_session_belong_to_it_and_to_their_exercise(tmp_path: Path) -> None:
    with surroundings(tmp_path) as around:
        notebook(around).keep_ratings("S", {"tilt": 5, "": 2})
        assert {entry.id: entry.body for entry in around.entries("pain")} == {
            "S/during/tilt": Pain(5, Recall.DURING, session="S", exercise="tilt"),
            "S/after": Pain(2, Recall.AFTER, session="S"),
        }


async def test_an_undo_that_brings_something_back_says_so(tmp_path: Path) -> None:
    with surroundings(tmp_path) as around:
        await notebook(around).note(NewEntry(Pain(4)))
        (entry,) = around.entries()
        await notebook(around).note(NewEntry(Pain(7), entry=entry.id))
        await notebook(around).take_back()
        assert [one.body for one in around.entries()] == [Pain(4)]
        assert around.told[-1] == ("As it was before: pain 4 now.", "information")
        await notebook(around).take_back()
        await notebook(around).take_back()
        assert [text for text, _ in around.told[-2:]] == ["Taken back: pain 4 now.", "Nothing to take back."]
