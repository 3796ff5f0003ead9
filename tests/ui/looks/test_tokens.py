"""The colours of all themes, measured: text at least 4.5 : 1 on every ground it stands on, parts at least 3 : 1.

Source: WCAG 2.1, success criteria 1.4.3 and 1.4.11, as EN 301 549 takes them over.
"""

from __future__ import annotations

import pytest

from tracker.ui.looks.tokens import CONTRAST, THEMES, Tokens

TEXT_ON = {
    "text": ("surface", "window", "sidebar", "raised", "header", "selected", "hover", "chip", "recess"),
    "muted": ("surface", "window", "sidebar", "raised", "header", "selected", "hover", "chip", "recess"),
    "faint": ("surface", "window", "sidebar", "raised", "selected"),
    "link": ("surface", "window", "raised", "selected"),
    "on_accent": ("accent",),
}
PARTS_ON = {
    "control": ("surface", "window", "raised"),
    "focus": ("surface", "window", "raised", "selected"),
    "bar": ("selected", "surface"),
    "accent": ("surface",),
}
EVERY_THEME = pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)


def luminance(colour: str) -> float:
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_measured_as_the_standard_does() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@EVERY_THEME
@pytest.mark.parametrize("role", TEXT_ON)
def test_text_can_be_read_on_every_ground(theme: Tokens, role: str) -> None:
    for ground in TEXT_ON[role]:
        assert contrast(getattr(theme, role), getattr(theme, ground)) >= 4.5, ground


@EVERY_THEME
@pytest.mark.parametrize("role", PARTS_ON)
def test_parts_can_be_seen_on_every_ground(theme: Tokens, role: str) -> None:
    for ground in PARTS_ON[role]:
        assert contrast(getattr(theme, role), getattr(theme, ground)) >= 3, ground


@EVERY_THEME
@pytest.mark.parametrize("tone", ["late", "soon", "wait", "ok", "none"])
def test_states_can_be_read_on_their_ground_and_in_the_list(theme: Tokens, tone: str) -> None:
    state = theme.tones[tone]
    for ground in (state.ground, theme.surface, theme.selected):
        assert contrast(state.text, ground) >= 4.5
    assert contrast(state.fill, theme.surface) >= 3


@pytest.mark.parametrize("role", TEXT_ON)
def test_high_contrast_is_higher(role: str) -> None:
    """Seven to one: WCAG 2.1, success criterion 1.4.6."""
    for ground in TEXT_ON[role]:
        assert contrast(getattr(CONTRAST, role), getattr(CONTRAST, ground)) >= 7, ground
    for tone in CONTRAST.tones.values():
        assert contrast(tone.text, tone.ground) >= 7
        assert contrast(tone.text, CONTRAST.selected) >= 7
