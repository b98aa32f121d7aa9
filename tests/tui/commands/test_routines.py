"""Routines by commands: what they ask for, and whether their files are right."""

import os
import time
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from journal.observations import Pain, Recall
from journal.record import Draft, Outcome, SessionRun, SessionState, SetRun, Source
from tests.fakes import CommandLine

OWN = """
routine: my-mornings
name: "My mornings [/]"
exercises:
  - {use: pelvic-tilt, reps: 2}
  - cat-camel
"""

FIVE_FAULTS = """routine: my-mornings
nme: My mornings
colour: red
exercises:
  - {use: pelvic-tlt}
  - {use: cat-camel, reps: 0}
  - {use: draw-in, rest: soon}
"""


@pytest.mark.parametrize("routine", ["start", "article", "bad-day"])
def test_a_plan_s_steps_follow_each_other_and_add_up(tolerable: CommandLine, routine: str) -> None:
    plan = tolerable("plan", routine, "--json").json
    assert plan["routine"] == routine
    ends = [step["starts"] + step["seconds"] for step in plan["steps"]]
    assert [0, *ends] == [*(step["starts"] for step in plan["steps"]), plan["seconds"]]
    assert plan["steps"][0]["phase"] == "prepare"
    assert plan["steps"][-1]["phase"] == "finish"
    keys = {"phase", "exercise", "set", "rep", "side", "seconds", "starts", "say"}
    assert all(step.keys() == keys for step in plan["steps"])


def test_a_plan_for_reading_has_a_line_an_exercise_and_the_whole_time(tolerable: CommandLine) -> None:
    said = tolerable("plan")
    seconds = tolerable("plan", "start", "--json").json["seconds"]
    head, first, *_, last = said.lines
    assert head == f"First days (start), {seconds // 60}:{seconds % 60:02} in total"
    assert first.split()[:3] == ["0:00", "Rotational", "stretch"]
    assert last.split()[1:3] == ["Get", "up"]
    times = [line.split()[-1].split(":") for line in said.lines[1:]]
    assert sum(int(minutes) * 60 + int(rest) for minutes, rest in times) == seconds
    assert not tolerable.paths.config.exists()


def test_the_person_s_own_routine_has_a_plan(tolerable: CommandLine) -> None:
    tolerable.write_routine("mornings.yaml", OWN)
    assert tolerable("plan", "my-mornings").lines[0].startswith("My mornings [/] (my-mornings), ")
    steps = tolerable("plan", "my-mornings", "--json").json["steps"]
    assert {step["exercise"] for step in steps} == {"pelvic-tilt", "cat-camel"}


def write_sessions(tolerable: CommandLine, days: int, morning: int) -> None:
    """A session of five pelvic tilts on each of the last days, with pain 3 before and this the morning after."""
    now = tolerable.clock.now()
    with closing(tolerable.context().open_journal()) as journal:
        for ago in range(days, 0, -1):
            at, entry = now - timedelta(days=ago), f"session-{ago}"
            run = SessionRun("start", "First days", {"pelvic-tilt": {"reps": 5}}, SessionState.LEFT, 60, 60)
            bodies = (
                SetRun(entry, "pelvic-tilt", 1, None, 5, 5, Outcome.DONE),
                Pain(3, Recall.BEFORE, session=entry),
                Pain(morning, Recall.MORNING, session=entry),
            )
            zone = tolerable.clock.zone_name
            journal.write([Draft(run, at.date(), at, zone, Source.SESSION, entry)])
            journal.write([Draft(body, at.date(), at, zone, Source.SESSION) for body in bodies])


def tilts(tolerable: CommandLine, routine: str = "start") -> int:
    steps = tolerable("plan", routine, "--json").json["steps"]
    return len({step["rep"] for step in steps if step["exercise"] == "pelvic-tilt" and step["rep"]})


def test_a_plan_says_why_below_each_exercise_when_asked(tolerable: CommandLine) -> None:
    plain, why = tolerable("plan").lines, tolerable("plan", "--why").lines
    assert why[0] == plain[0]
    assert why[1:-1:2] == plain[1:-1]
    assert {line.strip() for line in why[2:-1:2]} == {"start here"}
    assert why[-1] == plain[-1]
    assert not tolerable.paths.data.exists()


def test_a_plan_has_today_s_doses_as_the_journal_leads_to_them(tolerable: CommandLine) -> None:
    write_sessions(tolerable, 3, morning=3)
    assert tilts(tolerable) == 8
    why = tolerable("plan", "--why").lines
    (tilt,) = [n for n, line in enumerate(why) if "Pelvic tilt" in line]
    assert why[tilt].split()[3] == "8"
    assert why[tilt + 1].strip() == "5 to 8: three sessions done, mornings after not worse"
    assert tilts(tolerable, "article") == 10


def test_worse_mornings_change_no_plan_upward(tolerable: CommandLine) -> None:
    write_sessions(tolerable, 2, morning=5)
    assert tilts(tolerable) == 5
    assert "the smallest dose: pain was 2 or more higher" in tolerable("plan", "--why").out


def test_reasons_are_for_reading_only(tolerable: CommandLine) -> None:
    said = tolerable("plan", "--why", "--json")
    assert (said.status, said.out) == (2, "")
    assert said.err == "tolerable: --why and --json do not go together: leave out one\n"


@pytest.mark.parametrize("routine", ["strat", "nothing-like-it", "\x1b[2J", "x" * 5_000, ""])
def test_an_unknown_routine_names_those_there_are(tolerable: CommandLine, routine: str) -> None:
    said = tolerable("plan", routine, "--json")
    assert (said.status, said.out) == (1, "")
    assert "article, bad-day, start" in said.err
    assert said.err.count("\n") == 1
    assert said.err.rstrip().isprintable()


def test_a_misspelt_routine_gets_a_suggestion(tolerable: CommandLine) -> None:
    assert "did you mean 'start'?" in tolerable("plan", "strat").err


def test_faults_of_own_files_are_told_only_when_the_routine_is_missing(tolerable: CommandLine) -> None:
    path = tolerable.write_routine("mornings.yaml", FIVE_FAULTS)
    well = tolerable("plan", "start")
    assert (well.status, well.err) == (0, "")
    missing = tolerable("plan", "my-mornings")
    assert missing.status == 1
    assert missing.err.splitlines()[0].startswith("there is no routine 'my-mornings'")
    assert all(line.startswith(f"{path}:") for line in missing.err.splitlines()[1:])
    assert len(missing.err.splitlines()) > 1


def test_check_names_five_faults_with_their_lines(tolerable: CommandLine) -> None:
    path = tolerable.write_routine("mornings.yaml", FIVE_FAULTS)
    said = tolerable("check", str(path))
    assert (said.status, said.out) == (1, "")
    assert all(line.startswith(f"{path}:") for line in said.err.splitlines())
    assert [int(line.removeprefix(f"{path}:").split(":")[0]) for line in said.err.splitlines()] == [
        2,
        3,
        5,
        6,
        7,
    ]


def test_check_of_good_files_says_so(tolerable: CommandLine) -> None:
    path = tolerable.write_routine("mornings.yaml", OWN)
    for given in (path, path.parent):
        said = tolerable("check", str(given))
        assert (said.status, said.out, said.err) == (0, "No faults found.\n", "")


OWN_EXERCISE = """exercise: own-tilt
name: Own tilt
aim: mobility
position: supine
repetition: [{phase: move, seconds: 2}]
dose: {reps: 5}
steps: [Lie down.]
"""


def test_a_checked_routine_may_use_the_person_s_own_exercises(tolerable: CommandLine, tmp_path: Path) -> None:
    tolerable.write_routine("tilt.yaml", OWN_EXERCISE)
    tolerable.write_routine("broken.yaml", FIVE_FAULTS)
    draft = tmp_path / "draft.yaml"
    draft.write_text("routine: mine\nname: Mine\nexercises: [own-tilt]\n", encoding="utf-8")
    said = tolerable("check", str(draft))
    assert (said.status, said.out, said.err) == (0, "No faults found.\n", "")


def test_check_of_nothing_tells_the_faults_of_own_routines_too(tolerable: CommandLine) -> None:
    path = tolerable.write_routine("mornings.yaml", FIVE_FAULTS)
    said = tolerable("check")
    assert said.status == 1
    assert said.lines[0].startswith("There is no journal yet")
    assert len(said.err.splitlines()) == 5
    assert all(line.startswith(f"{path}:") for line in said.err.splitlines())


def test_check_of_nothing_says_that_own_routines_are_fine(tolerable: CommandLine) -> None:
    tolerable.write_routine("mornings.yaml", OWN)
    tolerable("log", "4")
    said = tolerable("check")
    assert (said.status, said.err) == (0, "")
    assert said.lines == ["The journal is in order: 1 entry.", "No faults found in your routines."]


def test_where_there_is_no_journal_yet_its_place_cannot_act_on_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = CommandLine(tmp_path / "\x1b[2J\u202ehome", capsys)("check")
    assert (said.status, said.err) == (0, "")
    assert said.out.rstrip("\n").isprintable()


def bomb() -> str:
    """Nine layers of ten aliases each: a billion when walked."""
    layers = [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    return "\n".join(["a0: &a0 lol", *layers])


@pytest.mark.parametrize(
    "content",
    [
        b"",
        bomb().encode(),
        b"[" * 50_000,
        bytes(range(256)),
        b"\x1b[2J\x1b]0;x\x07",
        b"\0" * 1_000,
        b"x" * 300_000,
    ],
    ids=["empty", "bomb", "brackets", "binary", "escapes", "zeros", "large"],
)
def test_what_is_no_routine_file_is_one_line_at_once(tolerable: CommandLine, content: bytes) -> None:
    path = tolerable.write_routine("odd.yaml", "")
    path.write_bytes(content)
    began = time.monotonic()
    said = tolerable("check", str(path))
    assert time.monotonic() - began < 2
    assert (said.status, said.out) == (1, "")
    assert said.err.count("\n") == 1
    assert said.err.rstrip().isprintable()


def test_a_folder_a_pipe_and_a_missing_file_are_one_line_each(tolerable: CommandLine, tmp_path: Path) -> None:
    pipe, folder = tmp_path / "pipe", tmp_path / "folder"
    os.mkfifo(pipe)
    folder.mkdir()
    said = tolerable("check", str(pipe), str(folder), str(tmp_path / "missing.yaml"))
    assert said.status == 1
    assert len(said.err.splitlines()) == 3


def test_the_name_of_a_checked_file_cannot_act_on_the_terminal(
    tolerable: CommandLine, tmp_path: Path
) -> None:
    path = tmp_path / "\x1b[2J\u202e.yaml"
    path.write_text("", encoding="utf-8")
    assert tolerable("check", str(path)).err.rstrip().isprintable()


def test_a_plan_leaves_out_what_the_settings_leave_out_and_says_so(tolerable: CommandLine) -> None:
    tolerable("set", "leave_out_motions", "rotation")
    said = tolerable("plan", "start")
    assert said.status == 0
    assert "Not in this session: Seated torso twist." in said.out
    steps = tolerable("plan", "start", "--json").json["steps"]
    assert {"torso-twist", "rotational-stretch"}.isdisjoint(step["exercise"] for step in steps)


def test_a_plan_of_which_nothing_is_left_is_one_line(tolerable: CommandLine) -> None:
    tolerable("set", "leave_out", "pelvic-tilt,cat-camel")
    said = tolerable("plan", "bad-day")
    assert (said.status, said.out) == (1, "")
    assert said.err == "bad-day: all its exercises are excluded; to change that: tolerable set\n"


def test_without_a_routine_a_plan_is_that_of_the_settings(tolerable: CommandLine) -> None:
    tolerable("set", "routine", "bad-day")
    assert tolerable("plan", "--json").json["routine"] == "bad-day"
    assert tolerable("plan").lines[0].startswith("A bad day (bad-day), ")
    assert tolerable("plan", "start", "--json").json["routine"] == "start"


def test_a_plan_of_settings_whose_routine_is_gone_is_that_of_the_first_days_and_says_so(
    tolerable: CommandLine,
) -> None:
    path = tolerable.write_routine("mornings.yaml", OWN)
    tolerable("set", "routine", "my-mornings")
    assert tolerable("plan", "--json").json["routine"] == "my-mornings"
    path.unlink()
    said = tolerable("plan", "--json")
    assert (said.status, said.json["routine"]) == (0, "start")
    assert "there is no 'my-mornings'" in said.err


@pytest.mark.parametrize("command", ["plan", "session"])
def test_the_help_says_which_routine_is_meant_where_none_is_named(
    tolerable: CommandLine, command: str
) -> None:
    assert "the setting `routine`" in " ".join(tolerable(command, "--help").out.split())
