"""All checks of the flows, one after the other."""

from collections.abc import Sequence

from bot.inspection.circles import circles
from bot.inspection.finding import Finding
from bot.inspection.lengths import too_long
from bot.inspection.media import Medium
from bot.inspection.reaching import Flows, unreachable
from bot.inspection.trying import dead_buttons, tried
from bot.inspection.ways import dead_ends, no_way
from bot.inspection.wording import unwritten
from flows.dialogue import always
from flows.journeys import ON_TOP
from flows.journeys.proving import PROOFS
from flows.settings import Settings
from flows.texts import Texts


def inspect(
    flows: Flows,
    settings: Settings,
    media: Sequence[Medium],
    texts: Texts | None = None,
    on_top: Sequence[str] = ON_TOP,
) -> list[Finding]:
    """Everything that is wrong with these flows, ordered by place.

    `settings` are the operator's: their name and facts stand in texts, their hours decide when timers ring.
    """
    texts = texts or Texts(always(settings))
    found = {
        *no_way(flows),
        *unreachable(flows, on_top),
        *dead_ends(flows),
        *circles(flows, PROOFS),
        *unwritten(flows, texts, always(settings).keys()),
        *too_long(flows, texts, media),
    }
    if not any(finding.kind in {"no-way", "loop"} for finding in found):  # flows that lead nowhere cannot be tried
        found |= {*tried(flows, texts, settings, media), *dead_buttons(flows, texts, settings, media)}
    return sorted(found)
