"""What is typed outlives the program; what is damaged is nothing; what is saved or left is gone."""

import asyncio
import json
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tui.entries import HOSTILE
from tui.entry.drafts import SOON, DraftPage, Drafts


def drafts(folder: Path | None) -> Drafts:
    return Drafts(folder, lambda error: pytest.fail(str(error)))


async def holds(condition: Callable[[], bool]) -> None:
    for _ in range(400):
        if condition():
            return
        await asyncio.sleep(0.01)
    raise AssertionError("the condition did not come to hold")


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def on_disk(path: Path) -> object:
    return json.loads(path.read_text()) if path.exists() else None


async def test_what_is_typed_is_in_the_file_within_a_second(tmp_path: Path) -> None:
    page = drafts(tmp_path / "drafts").page("pain")
    began = asyncio.get_running_loop().time()
    page.keep({"note": "a"})
    await holds(lambda: on_disk(tmp_path / "drafts" / "pain.json") == {"note": "a"})
    assert asyncio.get_running_loop().time() - began < 1.0


async def test_who_types_on_and_on_is_not_made_to_wait_for_a_pause(tmp_path: Path) -> None:
    page = drafts(tmp_path).page("pain")
    text = ""
    for _ in range(int(3 * SOON / 0.05)):
        text += "a"
        page.keep({"note": text})
        await asyncio.sleep(0.05)
    found = on_disk(tmp_path / "pain.json")
    assert isinstance(found, dict)
    assert len(text) - len(found["note"]) < 2 / 0.05


async def test_the_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        keeping = drafts(tmp_path / "state" / "drafts")
        keeping.page("pain").keep({"note": "a"})
        keeping.close()
    finally:
        os.umask(before)
    folder = tmp_path / "state" / "drafts"
    assert stat.S_IMODE((folder / "pain.json").stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert list(folder.iterdir()) == [folder / "pain.json"]


@given(st.dictionaries(st.text(max_size=8), st.one_of(st.sampled_from(HOSTILE), st.text())))
def test_any_text_comes_back_as_it_was_typed(
    tmp_path_factory: pytest.TempPathFactory, texts: dict[str, str]
) -> None:
    folder = tmp_path_factory.mktemp("drafts")

    async def typed() -> None:
        keeping = drafts(folder)
        keeping.page("pain").keep(texts)
        keeping.close()

    asyncio.run(typed())
    again = drafts(folder).page("pain")
    assert again.texts == texts
    assert (again.left is not None) is bool(texts)


async def test_what_was_saved_or_left_is_gone_even_when_it_was_typed_just_before(tmp_path: Path) -> None:
    keeping = drafts(tmp_path)
    page = keeping.page("pain")
    page.keep({"note": "a"})
    page.settle()
    page.keep({"note": "ab"})
    page.drop()
    keeping.close()
    assert names(tmp_path) == []
    assert page.texts == {}


async def test_what_is_typed_and_taken_out_again_leaves_no_file(tmp_path: Path) -> None:
    keeping = drafts(tmp_path)
    page = keeping.page("pain")
    page.keep({"note": "a"})
    page.settle()
    page.keep({})
    keeping.close()
    assert names(tmp_path) == []


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[1]",
        b"null",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"note": 4}',
        b'{"note": ["a"]}',
        b"\x00" * 99,
    ],
)
async def test_a_damaged_file_is_nothing_and_is_replaced(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "pain.json").write_bytes(data)
    keeping = drafts(tmp_path)
    page = keeping.page("pain")
    assert page.texts == {}
    assert page.left is None
    page.keep({"note": "new"})
    keeping.close()
    assert on_disk(tmp_path / "pain.json") == {"note": "new"}


def test_what_is_no_file_of_ours_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "other").write_text('{"note": "theirs"}')
    (tmp_path / "pain.json").symlink_to(tmp_path / "other")
    os.mkfifo(tmp_path / "note.json")
    (tmp_path / "relief.json").mkdir()
    assert [drafts(tmp_path).page(name).texts for name in ("pain", "note", "relief")] == [{}, {}, {}]


async def test_a_link_that_was_planted_is_not_written_through(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_text("theirs")
    (tmp_path / "pain.json").symlink_to(other)
    keeping = drafts(tmp_path)
    keeping.page("pain").keep({"note": "a"})
    keeping.close()
    assert other.read_text() == "theirs"
    assert on_disk(tmp_path / "pain.json") == {"note": "a"}


async def test_an_entry_that_is_changed_has_a_page_of_its_own_within_the_folder(tmp_path: Path) -> None:
    keeping = drafts(tmp_path)
    keeping.page("pain", "../../s-1/before/x").keep({"note": "a"})
    keeping.close()
    assert names(tmp_path) == ["pain-------s-1-before-x.json"]
    assert drafts(tmp_path).page("pain").texts == {}


async def test_the_example_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    keeping = drafts(None)
    page: DraftPage = keeping.page("pain")
    page.keep({"note": "a"})
    keeping.close()
    assert page.texts == {"note": "a"}
    assert names(tmp_path) == []


async def test_what_cannot_be_kept_is_told_once(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    told: list[OSError] = []
    keeping = Drafts(tmp_path / "file" / "drafts", told.append)
    page = keeping.page("pain")
    for text in "ab":
        page.keep({"note": text})
        page.settle()
    keeping.close()
    assert len(told) == 1


async def test_after_it_is_closed_nothing_more_is_written(tmp_path: Path) -> None:
    keeping = drafts(tmp_path)
    page = keeping.page("pain")
    keeping.page("note").drop()
    keeping.close()
    page.keep({"note": "a"})
    page.settle()
    assert names(tmp_path) == []
