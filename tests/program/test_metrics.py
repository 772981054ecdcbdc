"""Metrics: what was counted is what /metrics tells."""

from prometheus_client.parser import text_string_to_metric_families

from bot.metrics import Metrics


def page(metrics: Metrics) -> dict[str, float]:
    """Every sample of the page, by name and labels."""
    text, content_type = metrics.page()
    assert content_type.startswith("text/plain")
    return {
        sample.name + "".join(f"|{value}" for _, value in sorted(sample.labels.items())): sample.value
        for family in text_string_to_metric_families(text.decode())
        for sample in family.samples
    }


def test_counters_levels_and_times_are_told() -> None:
    """Counters add up, levels are the last value, a stage's times fall into buckets that add up."""
    metrics = Metrics()
    metrics.count("accepted", 3)
    metrics.count("accepted")
    metrics.level("inbox", 7)
    metrics.level("inbox", 2)
    for seconds in (0.00005, 0.002, 0.002, 100.0):
        metrics.took("step", seconds)
    metrics.sent("whatsapp", "delivered")
    samples = page(metrics)
    assert samples["temankpj_accepted_total"] == 4
    assert samples["temankpj_depth|inbox"] == 2
    assert samples["temankpj_stage_seconds_bucket|0.0001|step"] == 1
    assert samples["temankpj_stage_seconds_bucket|0.0025|step"] == 3
    assert samples["temankpj_stage_seconds_bucket|+Inf|step"] == 4
    assert samples["temankpj_stage_seconds_count|step"] == 4
    assert samples["temankpj_delivery_total|whatsapp|delivered"] == 1


def test_a_fresh_process_has_a_page() -> None:
    """Before anything happened the page is valid, with the process's own figures."""
    assert any(name.startswith("process_") for name in page(Metrics()))
