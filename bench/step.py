"""How long one step of the dialogue takes, over every step of the golden conversations.

Measured beside a bare trigger of `transitions` (a table of 30 states, an unregistered object with only a state), in
interleaved rounds, and given in microseconds and as a ratio to it. Run: ``python -m bench.step``.
"""

import gc
import statistics
from collections import Counter
from pathlib import Path
from time import perf_counter_ns
from types import SimpleNamespace
from typing import Any

from transitions import Machine

from bot.dialogues.playing import play
from bot.dialogues.script import begin, load, scripts
from flows.dialogue import Dialogue
from flows.event import Event, Sender
from flows.session import Session

GOLDEN = Path(__file__).parents[1] / "tests" / "dialogues"
ROUNDS = 60
GOAL = 40.0

Step = tuple[Dialogue, Session | None, Sender, Event]


class Recorder:
    """A dialogue that keeps what it was asked."""

    def __init__(self, dialogue: Dialogue, steps: list[Step]) -> None:
        self.dialogue, self.steps, self.texts = dialogue, steps, dialogue.texts

    def step(self, session: Session | None, sender: Sender, event: Event) -> Any:
        """Step and keep."""
        self.steps.append((self.dialogue, session, sender, event))
        return self.dialogue.step(session, sender, event)


def recorded() -> list[Step]:
    """Every step of every golden conversation, results and timers included."""
    steps: list[Step] = []
    for path in scripts(GOLDEN):
        script = load(path)
        conversation = begin(script)
        conversation.dialogue = Recorder(conversation.dialogue, steps)  # type: ignore[assignment]  # it steps alike
        for turn in script["turns"]:
            play(conversation, turn)
    return steps


def bare() -> float:
    """One round of the yardstick: microseconds for a trigger."""
    times = []
    for _ in range(200):
        model = SimpleNamespace(state="s0")
        begun = perf_counter_ns()
        TRIGGER.trigger(model)
        times.append(perf_counter_ns() - begun)
    return statistics.median(times) / 1000


def main() -> None:
    """Measure and print."""
    steps = recorded()
    each: list[list[int]] = [[] for _ in steps]
    bares = []
    gc.disable()
    for _ in range(ROUNDS):
        bares.append(bare())
        for (dialogue, session, sender, event), times in zip(steps, each, strict=True):
            begun = perf_counter_ns()
            dialogue.step(session, sender, event)
            times.append(perf_counter_ns() - begun)
    medians = [statistics.median(times) / 1000 for times in each]
    median, yardstick = statistics.median(medians), statistics.median(bares)
    quantiles = statistics.quantiles(medians, n=20)
    print(f"{len(steps)} steps of {len(scripts(GOLDEN))} conversations, {ROUNDS} interleaved rounds")
    mean = statistics.mean(medians)
    print(f"step: median {median:.1f} µs (goal {GOAL:.0f}), mean {mean:.1f}, p95 {quantiles[18]:.1f}")
    print(f"bare trigger: {yardstick:.1f} µs; ratio {median / yardstick:.2f}")
    slow = sorted(zip(medians, steps, strict=True), key=lambda pair: -pair[0])[:12]
    by_kind: dict[str, list[float]] = {}
    for taken, step in zip(medians, steps, strict=True):
        by_kind.setdefault(type(step[3]).__name__, []).append(taken)
    counts = Counter({kind: len(taken) for kind, taken in by_kind.items()})
    for kind, count in counts.most_common():
        print(f"  {kind:18} {count:4} steps, median {statistics.median(by_kind[kind]):6.1f} µs")
    print("slowest:")
    for taken, (_, session, _, event) in slow:
        place = session.stack[-1].state if session is not None and session.stack else "new"
        print(f"  {taken:7.1f} µs {type(event).__name__} at {place}")


MACHINE = Machine(
    model=None,
    states=[f"s{number}" for number in range(30)],
    transitions=[{"trigger": "go", "source": f"s{n}", "dest": f"s{(n + 1) % 30}"} for n in range(30)],
    initial="s0",
    auto_transitions=False,
)
TRIGGER = MACHINE.events["go"]

if __name__ == "__main__":
    main()
