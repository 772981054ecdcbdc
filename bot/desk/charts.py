"""Bars as SVG, made here: no script, no inline style, colours from the desk's own stylesheet by class.

Every picture has a title and a description for those who do not see it; the page has the same figures as a table.
"""

from collections.abc import Sequence
from math import ceil, floor, log10

from markupsafe import Markup
from msgspec import Struct

WIDTH, HEIGHT = 640, 220
LEFT, RIGHT, TOP, BOTTOM = 46, 8, 12, 34
LABELS = 12  # most that fit under the bars
ROW, NAMES, FIGURES = 30, 150, 215


class Bar(Struct, frozen=True):
    """One bar, or two of which the second (`more`) is drawn behind the first: a median and what nine in ten stay below.

    `told` is said by its tooltip and to screen readers.
    """

    name: str
    value: float
    told: str
    more: float = 0


def upright(title: str, bars: Sequence[Bar], unit: str = "") -> Markup:
    """Bars that stand side by side, for days and hours; `unit` is written above the scale."""
    top = _scale(max((max(bar.value, bar.more) for bar in bars), default=0))
    wide, high = WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM
    step = wide / max(len(bars), 1)
    every = ceil(len(bars) / LABELS) or 1
    parts = [_lines(top, high, unit)]
    for number, bar in enumerate(bars):
        x = LEFT + number * step
        parts.append(Markup("<g><title>{}: {}</title>").format(bar.name, bar.told))
        if bar.more:
            parts.append(_rect("bar-more", x + step * 0.15, bar.more / top * high, step * 0.7, high))
        parts.append(_rect("bar", x + step * 0.15, bar.value / top * high, step * 0.7, high))
        parts.append(Markup("</g>"))
        if number % every == 0:
            parts.append(
                Markup('<text class="axis" x="{:.1f}" y="{}" text-anchor="middle">{}</text>').format(
                    x + step / 2, HEIGHT - BOTTOM + 20, bar.name
                )
            )
    return _picture(title, bars, WIDTH, HEIGHT, parts)


def lying(title: str, bars: Sequence[Bar]) -> Markup:
    """Bars that lie below each other with their names before them, for topics, agents and stars."""
    top = max((max(bar.value, bar.more) for bar in bars), default=0) or 1
    wide = WIDTH - NAMES - FIGURES
    parts = []
    for number, bar in enumerate(bars):
        y = number * ROW
        parts.append(Markup('<text class="name" x="{}" y="{}" text-anchor="end">{}</text>').format(
            NAMES - 10, y + 20, _short(bar.name)
        ))  # fmt: skip
        for kind, value in (("bar-more", bar.more), ("bar", bar.value)):
            if value:
                parts.append(Markup('<rect class="{}" x="{}" y="{}" width="{:.1f}" height="18" rx="3"/>').format(
                    kind, NAMES, y + 6, max(value / top * wide, 2)
                ))  # fmt: skip
        end = NAMES + max(bar.value, bar.more) / top * wide + 8
        parts.append(Markup('<text class="figure" x="{:.1f}" y="{}">{}</text>').format(end, y + 20, bar.told))
    return _picture(title, bars, WIDTH, max(len(bars), 1) * ROW + 6, parts)


def _picture(title: str, bars: Sequence[Bar], width: int, height: int, parts: Sequence[Markup]) -> Markup:
    told = "; ".join(f"{bar.name}: {bar.told}" for bar in bars if bar.value or bar.more)
    head = Markup('<svg class="chart" viewBox="0 0 {} {}" role="img" aria-label="{}. {}">').format(
        width, height, title, told
    )
    return head + Markup("").join(parts) + Markup("</svg>")


def _rect(kind: str, x: float, tall: float, wide: float, high: float) -> Markup:
    return Markup('<rect class="{}" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}" rx="2"/>').format(
        kind, x, TOP + high - tall, wide, max(tall, 0)
    )


def _lines(top: float, high: float, unit: str) -> Markup:
    """The scale: a line at nothing, at half and at the top."""
    parts = [Markup('<text class="axis" x="0" y="{}">{}</text>').format(TOP + high + 20, unit)]
    for part in (0, 0.5, 1):
        y = TOP + high * (1 - part)
        parts.append(
            Markup('<line class="grid" x1="{}" x2="{}" y1="{:.1f}" y2="{:.1f}"/>').format(LEFT, WIDTH - RIGHT, y, y)
        )
        parts.append(
            Markup('<text class="axis" x="{}" y="{:.1f}" text-anchor="end">{:g}</text>').format(
                LEFT - 6, y + 4, top * part
            )
        )
    return Markup("").join(parts)


def _scale(most: float) -> float:
    """A round number that nothing passes, with a half that is round as well."""
    if most <= 0:
        return 2
    power = 10.0 ** floor(log10(most))
    return next(step * power for step in (1, 2, 4, 6, 8, 10) if step * power >= most)


def _short(name: str, most: int = 20) -> str:
    return name if len(name) <= most else name[: most - 1] + "…"
