"""How well a model understands texts that it was not trained on."""

from collections import Counter
from collections.abc import Callable, Iterable
from html import escape

from msgspec import Struct

from flows.understanding.intents import NOTHING, Understood


class Judgement(Struct, frozen=True):
    """What came of a list of texts.

    `first`, `among_three`: shares understood. `sure`: share above the threshold, `sure_right`: share of those that is
    right. `falsely_accepted`: share of texts out of scope taken for something else and that surely. `confused`: how
    often (meant, understood) came, right ones too.
    """

    texts: int
    first: float
    among_three: float
    sure: float
    sure_right: float
    falsely_accepted: float
    confused: dict[tuple[str, str], int]

    def summary(self) -> str:
        """Return the figures as lines of text, the most frequent confusions last."""
        worst = sorted(((many, *pair) for pair, many in self.confused.items() if pair[0] != pair[1]), reverse=True)
        lines = [
            f"texts             {self.texts}",
            f"right             {self.first:.1%}",
            f"among three       {self.among_three:.1%}",
            f"sure              {self.sure:.1%}, of these right {self.sure_right:.1%}",
            f"out of scope falsely accepted {self.falsely_accepted:.1%}",
            *(f"{many:4} {meant} -> {said}" for many, meant, said in worst[:10]),
        ]
        return "\n".join(lines)


def judge(
    cases: Iterable[tuple[str, str]], classify: Callable[[str], Understood], sure: Callable[[Understood], bool]
) -> Judgement:
    """Ask a model about (intent, text) cases. Raises ValueError if there are none."""
    answers = [(meant, classify(text)) for meant, text in cases]
    if not answers:
        raise ValueError("nothing to judge by")
    certain = [(meant, said) for meant, said in answers if sure(said)]
    outside = [said for meant, said in answers if meant == NOTHING]
    taken = [said for said in outside if said.intent != NOTHING and sure(said)]
    return Judgement(
        texts=len(answers),
        first=sum(meant == said.intent for meant, said in answers) / len(answers),
        among_three=sum(meant in _three(said) for meant, said in answers) / len(answers),
        sure=len(certain) / len(answers),
        sure_right=sum(meant == said.intent for meant, said in certain) / max(1, len(certain)),
        falsely_accepted=len(taken) / max(1, len(outside)),
        confused=dict(Counter((meant, said.intent) for meant, said in answers)),
    )


def _three(said: Understood) -> tuple[str, ...]:
    return (said.intent, *(intent for intent, _ in said.alternatives[:2]))


CELL, MARGIN = 26, 190


def picture(judgement: Judgement) -> str:
    """Return the confusion matrix as SVG: a row for what was meant, a column for what was understood."""
    names = sorted({name for pair in judgement.confused for name in pair})
    size = MARGIN + CELL * len(names) + 10
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" font-family="sans-serif" font-size="11">',
        f'<rect width="{size}" height="{size}" fill="white"/>',
    ]
    for at, name in enumerate(names):
        middle = MARGIN + CELL * at + CELL // 2
        parts.append(f'<text x="{MARGIN - 6}" y="{middle + 4}" text-anchor="end">{escape(name)}</text>')
        parts.append(f'<text transform="translate({middle + 4} {MARGIN - 6}) rotate(-90)">{escape(name)}</text>')
    totals = Counter(dict.fromkeys(names, 0))
    for (meant, _), many in judgement.confused.items():
        totals[meant] += many
    for (meant, said), many in sorted(judgement.confused.items()):
        left, top = MARGIN + CELL * names.index(said), MARGIN + CELL * names.index(meant)
        colour = "#2b7a4b" if meant == said else "#b3402e"
        shade = max(0.12, many / totals[meant])
        parts.append(
            f'<rect x="{left}" y="{top}" width="{CELL}" height="{CELL}" fill="{colour}" fill-opacity="{shade:.2f}"/>'
        )
        parts.append(f'<text x="{left + CELL // 2}" y="{top + CELL // 2 + 4}" text-anchor="middle">{many}</text>')
    return "\n".join([*parts, "</svg>", ""])
