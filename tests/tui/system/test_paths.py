"""Where files go."""

from pathlib import Path

from tui.system.environment import Paths, find_paths


def test_one_variable_sets_all_folders(tmp_path: Path) -> None:
    paths = find_paths({"TOLERABLE_HOME": str(tmp_path)})
    assert paths == Paths(tmp_path / "config", tmp_path / "data", tmp_path / "state")
    assert paths.journal == tmp_path / "data" / "journal.db"
    assert paths.routines == tmp_path / "config" / "routines"
    assert paths.crashes == tmp_path / "state" / "crash"


def test_a_relative_folder_is_taken_from_where_the_program_was_started() -> None:
    assert find_paths({"TOLERABLE_HOME": "here"}).data == Path.cwd() / "here" / "data"


def test_without_the_variable_or_with_an_empty_one_the_platforms_folders_are_used() -> None:
    for environ in ({}, {"TOLERABLE_HOME": ""}):
        paths = find_paths(environ)
        assert all(folder.is_absolute() for folder in (paths.config, paths.data, paths.state))
        assert all("tolerable" in folder.parts for folder in (paths.config, paths.data, paths.state))


def test_finding_the_folders_creates_none(tmp_path: Path) -> None:
    find_paths({"TOLERABLE_HOME": str(tmp_path / "home")})
    assert not (tmp_path / "home").exists()
