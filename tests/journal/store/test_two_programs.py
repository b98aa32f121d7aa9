"""Programs that are killed while saving, and programs that save at once."""

import random
import subprocess
import sys
from collections import Counter
from pathlib import Path

from journal.observations import Pain
from tests.folders import ROOT
from tests.journal.samples import noted, on_disk
from tests.journal.store.writer import ENTRIES_AN_ACT

FOR_EVER = 100_000
ROUNDS = 10


def writer(path: Path, acts: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.journal.store.writer", str(path), str(acts)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def killed_after(path: Path, acts: int) -> list[str]:
    """Start a writer, kill it once so many acts are safe; all the acts that it told of."""
    with writer(path, FOR_EVER) as process:
        assert process.stdout is not None
        told = [process.stdout.readline().strip() for _ in range(acts)]
        process.kill()  # SIGKILL: in the middle of whatever it is doing now
        return told + process.stdout.read().split()


def test_a_kill_while_saving_loses_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    chance = random.Random(1)
    told = [act for _ in range(ROUNDS) for act in killed_after(path, chance.randint(1, 25))]
    store = on_disk(path)
    entries_of = Counter(entry.act for entry in store.entries())
    assert set(told) <= set(entries_of)
    assert set(entries_of.values()) == {ENTRIES_AN_ACT}
    assert len(entries_of) <= len(told) + ROUNDS
    assert store.check() == []
    store.write([noted(Pain(1))])
    store.close()


def test_programs_that_save_at_once_all_save(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    writers = [writer(path, 30) for _ in range(3)]
    told = [act for process in writers for act in process.communicate(timeout=60)[0].split()]
    assert [process.returncode for process in writers] == [0, 0, 0]
    store = on_disk(path)
    assert {entry.act for entry in store.entries()} == set(told)
    assert len(set(told)) == 90
    ids = [name for (name,) in store._connection.execute("SELECT id FROM records ORDER BY rowid")]
    assert ids == sorted(set(ids))
    assert store.check() == []
    store.close()
