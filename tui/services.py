"""What the app works with: built once, each part with the few others it needs."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from journal.store.thread import StoreThread
from tui.analysis.service import AnalysisService
from tui.entry.drafts import Drafts
from tui.entry.editor import Answer, EntryEditor
from tui.entry.form import EntryForm
from tui.entry.type_ahead import TypeAhead
from tui.history.reading import HistoryReader
from tui.journal_access import JournalAccess
from tui.notices import Notifications, Severity
from tui.session.controller import SessionController, SessionWork
from tui.session.live import LiveSession
from tui.session.lock import SessionLock
from tui.session.resume import ResumeOffer
from tui.settings.preference_editor import PreferenceEditor
from tui.settings.preferences import Preferences
from tui.sound.output import AudioOutput, Bell
from tui.system.environment import Context
from tui.today.dismissals import Dismissals
from tui.today.refresh import Refresher
from tui.today.snapshot import Snapshot


class ServiceEvents(Protocol):
    """What the services tell the app, and ask of it."""

    def on_save_failed(self, error: BaseException) -> None:
        """Something a session brought could not be written. Called in the journal's thread."""

    def on_draft_not_kept(self, error: OSError) -> None:
        """The draft of a form could not be written. Called in the drafts' thread."""

    def on_snapshot(self, snapshot: Snapshot) -> None:
        """The journal was read."""

    def on_session_changed(self, live_session: LiveSession) -> None:
        """The session changed."""

    def show_notice(self, line: str, severity: Severity) -> None:
        """Show a line for a while."""

    def ring_bell(self) -> None:
        """Ring where no tone can be played."""

    def run_session(self, work: SessionWork) -> object:
        """Run a session in the event loop, in place of the one before."""

    async def ask(self, form: EntryForm) -> Answer | None:
        """Show a form and return its answer."""

    async def reload(self) -> None:
        """Read the journal and show it."""


@dataclass(frozen=True, slots=True)
class Services:
    """The parts of the app that need no screen."""

    context: Context
    preferences: Preferences
    journal: JournalAccess
    notifications: Notifications
    dismissals: Dismissals
    drafts: Drafts
    refresher: Refresher
    editor: EntryEditor
    history: HistoryReader
    preference_editor: PreferenceEditor
    controller: SessionController
    analysis: AnalysisService
    resume_offer: ResumeOffer


@dataclass(frozen=True, slots=True)
class _Basis:
    """What every service is built on."""

    context: Context
    journal: JournalAccess
    notifications: Notifications
    events: ServiceEvents


def build_services(
    context: Context,
    thread: StoreThread,
    preferences: Preferences,
    events: ServiceEvents,
    *,
    type_ahead: TypeAhead,
    open_audio: Callable[[Bell], AudioOutput],
    demo: bool,
) -> Services:
    """Build the services over one journal; those of a `demo` write no files."""
    clock, reload = context.clock, events.reload
    journal = JournalAccess(thread, events.on_save_failed)
    notifications = Notifications(events.show_notice)
    basis = _Basis(context, journal, notifications, events)
    drafts = Drafts(None if demo else context.paths.drafts, events.on_draft_not_kept)
    controller = _build_controller(
        basis, partial(open_audio, events.ring_bell), SessionLock(None if demo else context.paths.lock)
    )
    return Services(
        context=context,
        preferences=preferences,
        journal=journal,
        notifications=notifications,
        dismissals=Dismissals(None if demo else context.paths.dismissals),
        drafts=drafts,
        refresher=Refresher(journal, preferences, clock, notifications, events.on_snapshot),
        editor=_build_editor(basis, preferences, drafts, type_ahead),
        history=HistoryReader(journal, clock, notifications),
        preference_editor=PreferenceEditor(preferences, notifications, reload),
        controller=controller,
        analysis=AnalysisService(journal, clock, preferences, notifications, lambda: controller.is_leading),
        resume_offer=ResumeOffer(journal, preferences, clock, notifications, reload),
    )


def _build_controller(
    basis: _Basis, audio: Callable[[], AudioOutput], lock: SessionLock
) -> SessionController:
    return SessionController(
        clock=basis.context.clock,
        new_entry=basis.context.ids(),
        lock=lock,
        open_audio=audio,
        notifications=basis.notifications,
        save=basis.journal.write_later,
        show=basis.events.on_session_changed,
        work=basis.events.run_session,
    )


def _build_editor(
    basis: _Basis, preferences: Preferences, drafts: Drafts, type_ahead: TypeAhead
) -> EntryEditor:
    return EntryEditor(
        basis.events.ask,
        basis.journal,
        basis.context.clock,
        notifications=basis.notifications,
        drafts=drafts,
        type_ahead=type_ahead,
        keys=lambda: preferences.settings.keys,
        reload=basis.events.reload,
    )
