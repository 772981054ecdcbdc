"""What /metrics tells, in Prometheus' format.

Counting stands in every message's way, so it is plain arithmetic; families are made only when somebody asks. One event
loop writes, so no lock is needed.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping

from prometheus_client import CollectorRegistry, GCCollector, PlatformCollector, ProcessCollector
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily, Metric
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest
from prometheus_client.registry import Collector

from bot.worker.measure import Counted, Level, Stage

BUCKETS = (0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 60.0)


class _Histogram:
    __slots__ = ("counts", "total")

    def __init__(self) -> None:
        self.counts = [0] * (len(BUCKETS) + 1)
        self.total = 0.0

    def cumulated(self) -> list[tuple[str, float]]:
        running, rows = 0, []
        for bound, count in zip((*map(str, BUCKETS), "+Inf"), self.counts, strict=True):
            running += count
            rows.append((bound, float(running)))
        return rows


class Metrics(Collector):
    """Fits `bot.worker.measure.Measure`; `page` is what /metrics answers."""

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}
        self._stages: dict[str, _Histogram] = {}
        self._levels: dict[str, int] = {}
        self._sent: dict[tuple[str, str], int] = {}
        self._tickets: dict[str, int] = {}
        self._places: dict[str, bool] = {}
        self._registry = CollectorRegistry()
        self._registry.register(self)
        for collector in (ProcessCollector, PlatformCollector, GCCollector):
            collector(registry=self._registry)

    def count(self, what: Counted, amount: int = 1) -> None:
        """Something happened `amount` times."""
        self._counts[what] = self._counts.get(what, 0) + amount

    def took(self, stage: Stage, seconds: float) -> None:
        """A stage took this long."""
        histogram = self._stages.get(stage)
        if histogram is None:
            histogram = self._stages[stage] = _Histogram()
        histogram.counts[bisect_left(BUCKETS, seconds)] += 1
        histogram.total += seconds

    def level(self, what: Level, value: int) -> None:
        """How much there is now."""
        self._levels[what] = value

    def sent(self, channel: str, outcome: str) -> None:
        """A message to a channel's provider had this outcome (a status word, never an address)."""
        self._sent[channel, outcome] = self._sent.get((channel, outcome), 0) + 1

    def tickets(self, counts: Mapping[str, int]) -> None:
        """How many tickets there are, by state; ``overdue`` are those that wait too long."""
        self._tickets = dict(counts)

    def place(self, name: str, *, reachable: bool) -> None:
        """Whether a place where agents work can be reached."""
        self._places[name] = reachable

    def alarm(self, on: bool) -> None:
        """Whether failed proofs are outside of their usual band."""
        self._levels["unusual_proofs"] = int(on)

    def collect(self) -> Iterator[Metric]:
        """The families, for the registry."""
        for name, value in sorted(self._counts.items()):
            yield CounterMetricFamily(f"temankpj_{name}", f"Line: {name.replace('_', ' ')}.", value=value)
        depth = GaugeMetricFamily("temankpj_depth", "What waits in the line now.", labels=("where",))
        for name, value in sorted(self._levels.items()):
            depth.add_metric((name,), value)
        yield depth
        seconds = HistogramMetricFamily("temankpj_stage_seconds", "How long a stage took.", labels=("stage",))
        for name, histogram in sorted(self._stages.items()):
            seconds.add_metric((name,), histogram.cumulated(), histogram.total)
        yield seconds
        sent = CounterMetricFamily("temankpj_delivery", "Statuses told by providers.", labels=("channel", "outcome"))
        for labels, value in sorted(self._sent.items()):
            sent.add_metric(labels, value)
        yield sent
        tickets = GaugeMetricFamily(
            "temankpj_tickets", "Open tickets, and those that wait too long.", labels=("state",)
        )
        for state, count in sorted(self._tickets.items()):
            tickets.add_metric((state,), count)
        yield tickets
        places = GaugeMetricFamily(
            "temankpj_place_reachable", "Where agents work, if not on the desk.", labels=("place",)
        )
        for name, reachable in sorted(self._places.items()):
            places.add_metric((name,), reachable)
        yield places

    def page(self) -> tuple[bytes, str]:
        """The text of /metrics and its content type."""
        return generate_latest(self._registry), CONTENT_TYPE_LATEST
