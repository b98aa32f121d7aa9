"""The names of all panes or views, with the current one marked."""

from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static


class PaneTabs(Static):
    """A line of names. `shown` is the index of the marked one."""

    shown: reactive[int] = reactive(0)

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__()
        self._names = names

    def watch_shown(self) -> None:
        parts = [
            (f"[{name}]", "bold") if index == self.shown else (f" {name} ", "dim")
            for index, name in enumerate(self._names)
        ]
        self.update(Content.assemble(*parts, ("  tab: the next pane", "dim")))
