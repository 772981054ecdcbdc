"""Contrast of the desk's colours, light and dark: words reach 4.5 to 1, edges and signs 3 to 1 (WCAG 2.2, AA)."""

import re
from importlib.resources import files

import pytest

STATIC = files("bot.desk").joinpath("static")
WORDS = (
    ("ink", "wall"), ("ink", "paper"), ("ink", "sunk"), ("ink", "mine"), ("faint", "wall"), ("faint", "paper"),
    ("faint", "sunk"), ("faint", "mine"), ("brand", "paper"), ("brand", "sunk"), ("brand", "wall"),
    ("on-brand", "brand"), ("alert", "alert-paper"), ("alert", "paper"), ("danger", "danger-paper"),
    ("danger", "paper"), ("danger", "mine"), ("well", "well-paper"), ("well", "paper"), ("paper", "danger"),
    ("note-ink", "note"), ("bot-ink", "bot"), ("ink", "note"), ("ink", "bot"),
)  # fmt: skip
EDGES = (
    ("edge", "paper"),
    ("edge", "sunk"),
    ("brand", "paper"),
    ("brand", "wall"),
    ("alert", "wall"),
    ("more", "brand"),
)


def colours(dark: bool) -> dict[str, str]:
    """The variables of both stylesheets, as they hold in this scheme."""
    found: dict[str, str] = {}
    for name in ("desk.css", "work.css"):
        css = STATIC.joinpath(name).read_text("utf-8")
        light, _, rest = css.partition("@media (prefers-color-scheme: dark)")
        blocks = [light.split("}")[0]] + ([rest.split("}")[0]] if dark else [])
        for block in blocks:
            found |= dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6})", block))
    return found


def light_of(colour: str) -> float:
    """Relative luminance."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """From 1 to 21."""
    darker, lighter = sorted((light_of(one), light_of(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_counted_as_wcag_does() -> None:
    """Given colours with a known contrast, that is what is counted."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("dark", [False, True])
def test_words_can_be_read(dark: bool) -> None:
    """Given each pair of words and ground that occurs, it has 4.5 to 1."""
    known = colours(dark)
    poor = {pair: round(contrast(known[pair[0]], known[pair[1]]), 2) for pair in WORDS}
    assert {pair: ratio for pair, ratio in poor.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("dark", [False, True])
def test_edges_and_signs_can_be_seen(dark: bool) -> None:
    """Given edges of what can be pressed, signs and bars, they have 3 to 1 against what is beside them."""
    known = colours(dark)
    poor = {pair: round(contrast(known[pair[0]], known[pair[1]]), 2) for pair in EDGES}
    assert {pair: ratio for pair, ratio in poor.items() if ratio < 3} == {}
