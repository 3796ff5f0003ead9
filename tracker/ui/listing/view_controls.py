"""Joins the views with a name to the sidebar and its menu: keep, show, rename, overwrite, share, delete."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QMenu

from tracker.basics.errors import TrackerError
from tracker.basics.language import Text
from tracker.records.view_definition import ViewDefinition
from tracker.services.saved_views import SavedView, SavedViews
from tracker.ui.listing.name_dialog import NameDialog
from tracker.ui.session import Session
from tracker.ui.sidebar import Sidebar, saved_code

if TYPE_CHECKING:
    from tracker.ui.listing.pane import ListPane

_KEEP_TITLE = Text("Weergave bewaren", "Save view")
_RENAME_TITLE = Text("Weergave hernoemen", "Rename view")
_PERSONAL = Text(
    "Filter, zoekwoorden, kolommen, volgorde en groepen worden samen bewaard. Alleen u ziet de weergave, tot u hem "
    "deelt.",
    "Filter, words, columns, order and groups are saved together. The view is yours alone until you share it.",
)
_SHOW = Text("&Tonen", "&Show")
_RENAME = Text("&Hernoemen…", "&Rename…")
_OVERWRITE = Text("&Overschrijven met wat nu te zien is", "&Overwrite with what is on show")
_SHARE = Text("&Delen met het register", "Share with the &register")
_TAKE_BACK = Text("Alleen voor &mij", "Only for &me")
_DELETE = Text("&Verwijderen", "&Delete")


class ViewControls(QObject):
    """Shows views with a name in the sidebar. ``current`` gives what the list shows, to keep it under a name."""

    wanted = Signal(object)
    """A view is to be shown: carries it."""
    named = Signal()
    """What the list shows has a name now, or another one."""
    said = Signal(str)

    def __init__(
        self, session: Session, pane: ListPane, sidebar: Sidebar, current: Callable[[], ViewDefinition]
    ) -> None:
        super().__init__(pane)
        self._session, self._pane, self._sidebar, self._current = session, pane, sidebar, current
        self.views = SavedViews(session.store, session.submit)
        self.shown: str | None = None
        self.dialog: NameDialog | None = None
        self._to_count: list[SavedView] = []
        self._counts: dict[str, int] = {}
        sidebar.saved_chosen.connect(self._show_named)
        sidebar.saved_menu_wanted.connect(self._open_menu)
        pane.save_view_wanted.connect(self.ask_to_keep)

    def follow(self) -> None:
        """Show the views there are now, and count what they hold when there is time."""
        if self.views.problem is not None:
            self.said.emit(self.views.problem.to(self._session.language))
        personal, shared = self.views.personal, self.views.shared
        self._sidebar.show_saved([one.name for one in personal], [one.name for one in shared])
        self._to_count = [*personal, *shared]
        QTimer.singleShot(0, self, self._count_next)

    def ask_to_keep(self) -> None:
        """Ask for a name, and keep what the list shows under it."""
        definition = self._current()
        self._ask_name(
            _KEEP_TITLE,
            self._pane.title.text() if self.shown is None else "",
            lambda name: self._keep(name, definition),
        )

    def menu(self, name: str) -> QMenu:
        """Make the menu of a view in the sidebar."""
        view, menu = self.views.named(name), QMenu(self._sidebar)

        def add(words: Text, act: Callable[[], object]) -> None:
            made = menu.addAction(self._session.words(words))
            made.triggered.connect(lambda _=False: act())
            made.setEnabled(words is _SHOW or not view.is_shared or self._session.may_write)

        add(_SHOW, lambda: self._show_named(name))
        menu.addSeparator()
        add(_RENAME, lambda: self._ask_name(_RENAME_TITLE, view.name, lambda typed: self._rename(view, typed)))
        add(_OVERWRITE, lambda: self._change(lambda: self.views.overwrite(view, self._current())))
        if view.is_shared:
            add(_TAKE_BACK, lambda: self._change(lambda: self.views.make_personal(view)))
        elif self._session.may_write:
            add(_SHARE, lambda: self._change(lambda: self.views.share(view)))
        menu.addSeparator()
        add(_DELETE, lambda: self._change(lambda: self.views.delete(view)))
        return menu

    def show(self, name: str) -> None:
        """Show a view by its name. Raises NotFound, or InvalidValue where what it holds makes no sense any more."""
        self._show_named(name)

    # --- helpers ------------------------------------------------------------------------------------------------------

    def _open_menu(self, name: str, place: QPoint) -> None:
        menu = self.menu(name)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _show_named(self, name: str) -> None:
        self.wanted.emit(self.views.named(name))

    def _keep(self, name: str, definition: ViewDefinition) -> None:
        view = self.views.keep(name, definition)
        self._take_name(view.name)
        kept = Text(f"Weergave “{view.name}” bewaard", f"View “{view.name}” saved")
        self.said.emit(self._session.words(kept))

    def _rename(self, view: SavedView, name: str) -> None:
        renamed = self.views.rename(view, name)
        if self.shown == view.name:
            self._take_name(renamed.name)
        else:
            self.follow()

    def _take_name(self, name: str) -> None:
        self.shown = name
        self.follow()
        self._sidebar.show_chosen(None, None, name)
        self.named.emit()

    def _change(self, act: Callable[[], object]) -> None:
        act()
        self.follow()

    def _ask_name(self, title: Text, name: str, act: Callable[[str], None]) -> None:
        self.dialog = NameDialog(title, name, _PERSONAL, act, self._session.language, self._pane.window())
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.open()

    def _count_next(self) -> None:
        """Count one view a turn: each may take a tenth of a second in a large register."""
        if not self._to_count:
            return
        view = self._to_count.pop(0)
        try:
            self._counts[saved_code(view.name)] = self._session.store.count_of(
                view.definition.filter, self._session.today
            )
        except TrackerError:
            self._counts.pop(saved_code(view.name), None)  # it says what is wrong when it is to be shown
        self.show_counts()
        if self._to_count:
            QTimer.singleShot(0, self, self._count_next)

    def show_counts(self) -> None:
        """Show what was counted beside the counts of kinds and views."""
        model = self._sidebar.side_model
        model.show_counts({**model.counts, **self._counts})
