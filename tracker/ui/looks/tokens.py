"""The colours of the window by their role: the one table that palette, stylesheet and painters read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from PySide6.QtGui import QColor, QGuiApplication, QPalette


@dataclass(frozen=True, slots=True)
class Tone:
    """The colours of one judgement (late, soon …): its text, the ground under it, and the fill of a dot or bar."""

    text: str
    ground: str
    fill: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """All colours of one theme as ``#RRGGBB``. Contrasts were measured; see ``tests/ui/test_tokens.py``."""

    name: str
    window: str
    surface: str
    sidebar: str
    raised: str
    header: str
    text: str
    muted: str
    faint: str
    border: str
    line: str
    control: str
    accent: str
    on_accent: str
    bar: str
    link: str
    focus: str
    selected: str
    hover: str
    chip: str
    recess: str
    tones: dict[str, Tone]

    @property
    def focus_on_accent(self) -> str:
        """Give the edge that shows the focus around what is filled with the accent: the accent itself may be it."""
        return self.text if self.focus == self.accent else self.focus

    @property
    def disabled(self) -> str:
        """Give the colour of what cannot be used now: where edges are as bright as text, that of the faint lines."""
        return self.line if self.control == self.text else self.control

    def colour(self, role: str) -> str:
        """Give the colour of a role (``muted``) or the text colour of a tone (``late``)."""
        tone = self.tones.get(role)
        return str(getattr(self, role)) if tone is None else tone.text


LIGHT = Tokens(
    name="light", window="#F2F4F7", surface="#FFFFFF", sidebar="#E9EDF2", raised="#F7F9FB", header="#F7F9FB",
    text="#17212C", muted="#4E5C6A", faint="#58656F", border="#D7DDE4", line="#E6EAEF", control="#7F8C99",
    accent="#154273", on_accent="#FFFFFF", bar="#154273", link="#00639F", focus="#007BC7", selected="#DAE8F5",
    hover="#EDF3F9", chip="#E3EDF6", recess="#E4E9EF",
    tones={
        "late": Tone("#A8201A", "#FBE9E7", "#C5372E"),
        "soon": Tone("#7D4500", "#FDF0DC", "#B8700F"),
        "wait": Tone("#55398C", "#EFEAF8", "#7A5CB8"),
        "ok": Tone("#1B6237", "#E4F2E9", "#2F8352"),
        "none": Tone("#4E5C6A", "#EBEEF2", "#7F8C99"),
    },
)  # fmt: skip
DARK = Tokens(
    name="dark", window="#12171D", surface="#1A2129", sidebar="#151B22", raised="#202933", header="#1E262F",
    text="#E6EBF0", muted="#AAB6C2", faint="#97A4B1", border="#303B47", line="#262F39", control="#6E7E8E",
    accent="#2373B5", on_accent="#FFFFFF", bar="#7DB6E6", link="#82C2F2", focus="#4FB0F0", selected="#20394F",
    hover="#212C37", chip="#22384C", recess="#262F3A",
    tones={
        "late": Tone("#FF9E95", "#3B2023", "#E5695F"),
        "soon": Tone("#F3BC6C", "#362A14", "#D2953C"),
        "wait": Tone("#C9B6F4", "#2C2540", "#9C82DB"),
        "ok": Tone("#86D4A2", "#173123", "#4FA874"),
        "none": Tone("#AAB6C2", "#28323D", "#7C8B9A"),
    },
)  # fmt: skip

CONTRAST = Tokens(
    name="contrast", window="#000000", surface="#000000", sidebar="#000000", raised="#0F0F0F", header="#0F0F0F",
    text="#FFFFFF", muted="#F2F2F2", faint="#DDDDDD", border="#FFFFFF", line="#8A8A8A", control="#FFFFFF",
    accent="#FFE100", on_accent="#000000", bar="#FFE100", link="#8FD3FF", focus="#FFE100", selected="#00305C",
    hover="#2B2B2B", chip="#00305C", recess="#262F3A",
    tones={
        "late": Tone("#FFB3AB", "#3A0000", "#FF8F84"),
        "soon": Tone("#FFD27A", "#2E1F00", "#FFB938"),
        "wait": Tone("#DCCBFF", "#1E0F40", "#C3A8FF"),
        "ok": Tone("#9CF0B5", "#00260D", "#5FE08A"),
        "none": Tone("#F2F2F2", "#1C1C1C", "#C8C8C8"),
    },
)  # fmt: skip
THEMES = (LIGHT, DARK, CONTRAST)


def tokens() -> Tokens:
    """Give the colours in force. Ask at paint time: a kept table would stay that of the theme at the start."""
    return _worn_on(QGuiApplication.palette().color(QPalette.ColorRole.Window).rgba())


@cache
def _worn_on(ground: int) -> Tokens:
    colour = QColor.fromRgba(ground)
    worn = next((theme for theme in THEMES if QColor(theme.window) == colour), None)
    return worn or (DARK if colour.lightness() < 128 else LIGHT)
