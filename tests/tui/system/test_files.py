"""Atomic writes: the old text or the new, readable by the owner only."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from tui.system.files import write_atomically


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.toml"


@pytest.fixture
def any_umask() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


def test_a_new_file_and_folder_are_readable_by_the_owner_only(path: Path, any_umask: None) -> None:
    write_atomically(path, "new")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_strict_umask_leaves_a_file_that_can_be_read_again(path: Path) -> None:
    path.parent.mkdir()
    before = os.umask(0o777)
    try:
        write_atomically(path, "new")
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_failed_replacement_leaves_the_old_file_and_no_other(path: Path) -> None:
    path.mkdir(parents=True)  # a file cannot take the place of a folder
    (path / "old").write_text("kept")
    with pytest.raises(OSError, match=r"settings\.toml"):
        write_atomically(path, "new")
    assert [file.name for file in path.parent.iterdir()] == ["settings.toml"]
    assert (path / "old").read_text() == "kept"


def test_a_failed_write_leaves_the_old_file(path: Path) -> None:
    write_atomically(path, "old")
    temporary = path.with_name(f".settings.toml.{os.getpid()}")
    temporary.mkdir()
    with pytest.raises(OSError, match="settings"):
        write_atomically(path, "new")
    temporary.rmdir()
    assert path.read_text() == "old"


def test_an_invalid_text_leaves_the_old_file_and_no_other(path: Path) -> None:
    write_atomically(path, "old")
    with pytest.raises(UnicodeEncodeError):
        write_atomically(path, "\udcff")
    assert [file.name for file in path.parent.iterdir()] == ["settings.toml"]
    assert path.read_text() == "old"


def test_a_planted_link_is_not_followed_and_its_mode_not_kept(path: Path, tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("untouched")
    path.parent.mkdir()
    path.with_name(f".settings.toml.{os.getpid()}").symlink_to(victim)
    path.symlink_to(victim)
    write_atomically(path, "new")
    assert victim.read_text() == "untouched"
    assert (path.is_symlink(), path.read_text()) == (False, "new")


def test_the_temporary_file_of_a_crash_is_replaced(path: Path) -> None:
    path.parent.mkdir()
    left = path.with_name(f".settings.toml.{os.getpid()}")
    left.write_text("half of a fi")
    left.chmod(0o644)
    write_atomically(path, "new")
    assert path.read_text() == "new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert not left.exists()
