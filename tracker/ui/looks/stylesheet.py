"""The stylesheet: buttons, fields, tabs, scrollbars and menus. Lists, sidebar and headers paint themselves."""

from __future__ import annotations

from pathlib import Path

from tracker.basics.errors import TrackerError
from tracker.basics.paths import user_folder
from tracker.basics.whole_file import replacing
from tracker.ui.looks.fonts import css_size, with_room
from tracker.ui.looks.icons import write_coloured
from tracker.ui.looks.tokens import Tokens

_BUTTONS = """
QPushButton, QToolButton[role="field"] {{ min-height: 30px; padding: 0 12px; border: 1px solid {control};
    border-radius: 4px; background: {surface}; color: {text}; }}
QPushButton:hover, QToolButton[role="field"]:hover {{ background: {hover}; }}
QPushButton:pressed, QToolButton:pressed {{ background: {selected}; }}
QPushButton:focus, QToolButton[role="field"]:focus {{ border: 2px solid {focus}; padding: 0 11px; min-height: 28px; }}
QPushButton:checked {{ background: {selected}; border: 2px solid {focus}; padding: 0 11px; min-height: 28px; }}
QPushButton:disabled {{ color: {disabled}; border-color: {border}; }}
QPushButton[primary="true"], QToolButton[primary="true"] {{ background: {accent}; color: {on_accent};
    border: 1px solid {accent}; font-weight: 600; }}
QPushButton[primary="true"]:hover, QToolButton[primary="true"]:hover {{ background: {accent}; border-color: {focus}; }}
QPushButton[primary="true"]:focus, QToolButton[primary="true"]:focus {{ border: 2px solid {focus_on_accent}; }}
QPushButton[primary="true"]:disabled, QToolButton[primary="true"]:disabled {{ background: {raised}; color: {disabled};
    border: 1px solid {border}; }}
QPushButton[link="true"] {{ border: 2px solid transparent; background: transparent; color: {link}; padding: 0 4px;
    min-height: 26px; }}
QPushButton[link="true"]:hover {{ text-decoration: underline; }}
QPushButton[link="true"]:focus {{ border-color: {focus}; padding: 0 4px; min-height: 26px; }}
QToolButton {{ border: 2px solid transparent; border-radius: 4px; background: transparent; color: {text};
    padding: 4px 6px; }}
QToolButton:hover {{ background: {hover}; }}
QToolButton:focus {{ border-color: {focus}; }}
QToolButton:disabled {{ color: {disabled}; }}
QToolButton[role="field"]::menu-indicator, QToolButton::menu-indicator {{ image: none; width: 0; }}
QToolButton[role="list"], QToolButton[role="small"] {{ padding: 4px 0; }}
QToolButton[primary="true"] {{ min-height: 24px; padding: 0 10px; }}
QToolButton[role="field"] {{ min-height: 28px; padding: 0 10px; }}
QToolButton[role="field"]:focus {{ min-height: 26px; padding: 0 9px; }}
"""
_FIELDS = """
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QDateEdit, QAbstractSpinBox {{ background: {surface}; color: {text};
    border: 1px solid {control}; border-radius: 4px; selection-background-color: {accent};
    selection-color: {on_accent}; }}
QLineEdit {{ min-height: 28px; padding: 0 6px; }}
QComboBox {{ min-height: 28px; padding: 0 8px; }}
QAbstractSpinBox {{ min-height: 28px; }}
QPlainTextEdit, QTextEdit {{ padding: 2px 4px; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {{
    border: 2px solid {focus}; }}
QLineEdit:focus {{ padding: 0 5px; min-height: 26px; }}
QComboBox:focus {{ padding: 0 7px; min-height: 26px; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ width: 0; border: none; }}
QAbstractSpinBox:focus {{ min-height: 26px; }}
QComboBox:editable {{ padding: 0 6px; }}
QComboBox:editable:focus {{ padding: 0 5px; }}
QPlainTextEdit:focus, QTextEdit:focus {{ padding: 1px 3px; }}
QLineEdit[faulty="true"], QPlainTextEdit[faulty="true"], QTextEdit[faulty="true"], QComboBox[faulty="true"] {{
    border: 2px solid {late_fill}; }}
QLineEdit:read-only, QPlainTextEdit:read-only, QTextEdit:read-only {{ background: {raised};
    border-color: {border}; }}
QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled {{ background: {raised}; color: {muted};
    border-color: {border}; }}
QComboBox QLineEdit, QAbstractSpinBox QLineEdit {{ border: none; padding: 0; min-height: 0; background: transparent; }}
QComboBox::drop-down {{ border: none; width: 24px; }}
QComboBox::down-arrow {{ image: url("{chevron}"); width: 16px; height: 16px; }}
QComboBox QAbstractItemView {{ background: {surface}; color: {text}; border: 1px solid {control}; outline: none;
    selection-background-color: {selected}; selection-color: {text}; }}
QCheckBox {{ spacing: 8px; min-height: 24px; }}
QCheckBox::indicator, QMenu::indicator:non-exclusive, QAbstractItemView::indicator {{ width: 14px; height: 14px;
    border: 1px solid {control}; border-radius: 3px; background: {surface}; }}
QCheckBox::indicator:focus {{ border: 2px solid {focus}; width: 12px; height: 12px; }}
QCheckBox::indicator:checked, QMenu::indicator:non-exclusive:checked, QAbstractItemView::indicator:checked {{
    background: {accent}; border-color: {accent}; image: url("{tick}"); }}
QCheckBox::indicator:checked:focus {{ border-color: {focus_on_accent}; }}
"""
_FRAMES = """
QMenuBar {{ background: {surface}; color: {text}; padding: 2px 8px; border: none; }}
QMenuBar::item {{ background: transparent; padding: 5px 9px; border-radius: 4px; }}
QMenuBar::item:selected {{ background: {hover}; }}
QMenu {{ background: {surface}; color: {text}; border: 1px solid {border}; padding: 4px; }}
QMenu::item {{ padding: 5px 28px 5px 10px; border-radius: 4px; }}
QMenu::item:selected {{ background: {selected}; color: {text}; }}
QMenu::item:disabled {{ color: {disabled}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 4px 8px; }}
QMenu::icon {{ padding-left: 8px; }}
QMenu::indicator {{ margin-left: 8px; }}
QToolTip {{ background: {raised}; color: {text}; border: 1px solid {border}; padding: 4px; }}
QFrame[role="bar"] {{ background: {surface}; border: none; border-bottom: 1px solid {border}; }}
QFrame[role="status"] {{ background: {surface}; border: none; border-top: 1px solid {border}; }}
QFrame[role="pane"], QWidget[role="pane"] {{ background: {surface}; border: none; }}
QFrame[role="card"] {{ background: {surface}; border: 1px solid {border}; border-radius: 8px; }}
QFrame[role="banner"] {{ background: {soon_ground}; border: none; border-bottom: 1px solid {border}; }}
QFrame[role="popup"] {{ background: {surface}; border: 1px solid {control}; }}
QFrame[role="cell-card"] {{ background: {surface}; }}
QFrame[role="cell-card"][faulty="true"] {{ border: 1px solid {control}; }}
QFrame[role="cell-card"] QLabel[role="fault"] {{ padding: 0 6px 4px 6px; }}
QFrame[role="note"] {{ background: {raised}; border: 1px solid {border}; border-radius: 6px; }}
QFrame[role="divider"] {{ background: {border}; border: none; }}
QListView[role="sidebar"] {{ background: {sidebar}; }}
QSplitter::handle {{ background: {border}; }}
QSplitter::handle:focus {{ background: {focus}; }}
QDialog {{ background: {surface}; }}
QMessageBox {{ messagebox-warning-icon: url("{warning}"); messagebox-question-icon: url("{question}"); }}
QTableView[role="stop"]::item {{ padding: 0 3px; }}
QTableView[role="stop"] QHeaderView {{ background: {header}; border: none; }}
QTableView[role="stop"] QHeaderView::section {{ background: {header}; color: {muted}; border: none; padding: 4px 6px;
    border-bottom: 1px solid {border}; font-size: {secondary}; font-weight: 600; }}
QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; }}
QScrollArea {{ border: none; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {control}; border-radius: 3px; margin: 3px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QTabWidget::pane {{ border: none; border-top: 1px solid {border}; }}
QTabBar {{ background: transparent; }}
QTabBar::tab {{ background: transparent; color: {muted}; padding: 8px 6px; border: none; font-size: {secondary};
    border-bottom: 2px solid transparent; }}
QTabBar::tab:selected {{ color: {text}; font-weight: 600; border-bottom: 2px solid {focus}; }}
QTabBar::tab:hover {{ color: {text}; }}
QTabBar::tab:focus {{ background: {hover}; }}
QAbstractItemView {{ background: {surface}; color: {text}; selection-background-color: {selected};
    selection-color: {text}; outline: none; }}
QProgressBar {{ border: 1px solid {control}; border-radius: 4px; background: {raised}; text-align: center;
    color: {text}; }}
QProgressBar::chunk {{ background: {chip}; border-right: 3px solid {focus}; }}
QCalendarWidget QWidget#qt_calendar_navigationbar {{ background: {header}; }}
QListWidget[role="choices"] {{ border: none; }}
QListWidget[role="choices"]::item {{ padding: 0 6px; }}
QTextBrowser[role="stop"]:read-only {{ border: 2px solid transparent; border-radius: 0; padding: 0;
    background: {surface}; }}
QTextBrowser[role="stop"]:read-only:focus {{ border-color: {focus}; }}
QAbstractItemView[role="stop"], QCalendarWidget QAbstractItemView {{ border: 2px solid transparent; }}
QAbstractItemView[role="stop"]:focus, QCalendarWidget QAbstractItemView:focus {{ border-color: {focus}; }}
QCalendarWidget QAbstractItemView {{ selection-background-color: {accent}; selection-color: {on_accent}; }}
"""
_WORDS = """
QLabel {{ background: transparent; }}
QLabel[role="page-title"] {{ font-size: {page}; font-weight: 600; }}
QLabel[role="record-title"] {{ font-size: {record}; font-weight: 600; }}
QLabel[role="card-title"], QLabel[role="group"] {{ font-size: {card}; font-weight: 600; }}
QLabel[role="reference"] {{ font-weight: 600; }}
QLabel[role="secondary"], QLabel[role="label"], QLabel[role="explanation"], QLabel[role="muted"] {{ color: {muted}; }}
QLabel[role="caption"] {{ color: {muted}; font-size: {small}; font-weight: 600; }}
QLabel[role="status-words"] {{ color: {muted}; font-size: {secondary}; }}
QLabel[role="hint"] {{ color: {muted}; font-size: {secondary}; }}
QLabel[role="fault"] {{ color: {late}; font-size: {secondary}; }}
QLabel[role="banner-words"] {{ color: {soon}; }}
QLabel[role="pill-words"] {{ font-size: {secondary}; color: {text}; }}
QFrame[role="pill"] {{ border: none; border-radius: 4px; background: {none_ground}; }}
"""
_TONE = """
QFrame[role="pill"][tone="{name}"] {{ background: {ground}; }}
QLabel[role="pill-words"][tone="{name}"] {{ color: {text}; {weight} }}
"""


def stylesheet(wanted: Tokens) -> str:
    """Give the stylesheet of a theme."""
    colours = {name: getattr(wanted, name) for name in Tokens.__slots__ if isinstance(getattr(wanted, name), str)}
    colours |= {name: tone.text for name, tone in wanted.tones.items()}
    colours |= {f"{name}_ground": tone.ground for name, tone in wanted.tones.items()}
    colours |= {f"{name}_fill": tone.fill for name, tone in wanted.tones.items()}
    colours |= {"focus_on_accent": wanted.focus_on_accent, "disabled": wanted.disabled}
    sizes = {
        name: css_size(size_px)
        for name, size_px in {"page": 20, "record": 16, "card": 15, "secondary": 12, "small": 11}.items()
    }
    pictures = {
        "chevron": _picture("chevron-down", wanted.muted, wanted),
        "tick": _picture("check", wanted.on_accent, wanted),
        "warning": _picture("triangle-alert", wanted.tones["soon"].text, wanted),
        "question": _picture("circle-help", wanted.link, wanted),
    }
    rules = with_room(f"{_FRAMES}{_BUTTONS}{_FIELDS}{_WORDS}".format(**colours, **sizes, **pictures))
    tones = (
        _TONE.format(
            name=name,
            ground=tone.ground,
            text=tone.text,
            weight="font-weight: 600;" if name in {"late", "soon"} else "",
        )
        for name, tone in wanted.tones.items()
    )
    return rules + "".join(tones)


def _picture(name: str, colour: str, wanted: Tokens) -> str:
    """Give the path of an icon in this theme's colour: a stylesheet takes pictures from files only."""
    folder = user_folder() / "theme"
    file = folder / f"{name}-{wanted.name}.svg"
    try:
        _write_if_other(file, write_coloured(name, colour))
    except (OSError, TrackerError):
        return ""  # a folder that is closed to us costs an arrow, not the window
    return file.as_posix()


def _write_if_other(file: Path, content: bytes) -> None:
    if file.exists() and file.read_bytes() == content:
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    with replacing(file) as beside:
        beside.write_bytes(content)
