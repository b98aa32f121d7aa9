"""The status line (day, today's pain, days logged), and the strip with the banner and reminder above it."""

from datetime import timedelta

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from tui.keys import DEFAULT_KEYMAP, Keymap
from tui.system.clock import local_time
from tui.text.clean import one_line
from tui.text.describe import describe_short
from tui.today.snapshot import DiaryDays


class NoticeStrip(Vertical):
    """The safety banner and the reminder; each is shown only while it has a text."""

    banner: reactive[str] = reactive("", init=False)
    prompt: reactive[str] = reactive("", init=False)
    keys: reactive[Keymap] = reactive(DEFAULT_KEYMAP)

    def compose(self) -> ComposeResult:
        yield Static(id="banner", markup=False)
        yield Static(id="prompt", markup=False)

    def on_mount(self) -> None:
        self.watch_banner(self.banner)
        self.watch_prompt(self.prompt)

    def watch_banner(self, text: str) -> None:
        hints = self.keys.hints(("safety", "when to get help"), ("hide", "hide this"))
        self._show(
            "#banner", Content.assemble((one_line(text), "bold"), f"  {hints}") if text else Content("")
        )

    def watch_prompt(self, text: str) -> None:
        self._show("#prompt", Content(one_line(text)))

    def _show(self, which: str, content: Content) -> None:
        line = self.query_one(which, Static)
        line.display = bool(content)
        line.update(content)
        self.display = bool(self.banner or self.prompt)


LOOK_BACK = 14


def pain_today(diary: DiaryDays) -> str:
    """Today's newest rating."""
    if not diary.ratings:
        return "no pain logged today"
    entry = diary.ratings[-1]
    return f"{describe_short(entry.body)}, {local_time(entry.at, entry.zone):%H:%M}"


def count_logged_days(diary: DiaryDays) -> str:
    """How many of the last days have entries: no streak, so a gap costs nothing."""
    since = diary.today - timedelta(days=LOOK_BACK - 1)
    count = sum(1 for row in diary.rows if since <= row.day <= diary.today)
    return f"logged {count} of the last {LOOK_BACK} days"


class StatusLine(Static):
    """One line above the panes."""

    diary: reactive[DiaryDays | None] = reactive(None)
    demo: reactive[bool] = reactive(False)

    def watch_diary(self, diary: DiaryDays | None) -> None:
        if diary is None:
            return
        name = "tolerable · example diary, nothing is saved" if self.demo else "tolerable"
        parts = [name, f"{diary.today:%a %d %b}", pain_today(diary), count_logged_days(diary)]
        if diary.read_only:
            parts.append("read-only: nothing can be saved")
        if diary.damaged:
            parts.append(f"{diary.damaged} damaged: tolerable check")
        self.update(Content.assemble((parts[0], "bold"), "   ", "   ".join(parts[1:])))
