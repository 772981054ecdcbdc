"""How few messages the real worker needs, through the real line."""

from pathlib import Path

import pytest

from flows.event import Sender
from tests.security.stage import Deed, Stage, staged
from tests.system.people import Worker


@pytest.mark.parametrize("way", ["whatsapp", "telegram", "without a number"])
async def test_from_halo_to_the_kpj(redis_url: str, sqlite_url: str, tmp_path: Path, way: str) -> None:
    """At most 4 messages on WhatsApp, 5 on Telegram, 8 with a code; the KPJ is in the last answer alone."""
    worker = Worker(1)
    async with staged(redis_url, sqlite_url, tmp_path, [worker]) as stage:
        sender, deeds, most = _way(stage, worker, way)
        answers = await stage.plays(sender, deeds)
        count = len(deeds)
        if way == "without a number":
            answers.append(await stage.does(sender, await stage.code_for(worker.phone)))
            count += 1
    assert count <= most
    assert worker.kpjs[0] in answers[-1].texts[-1]
    assert all(worker.kpjs[0] not in text for answer in answers[:-1] for text in answer.texts)


def _way(stage: Stage, worker: Worker, way: str) -> tuple[Sender, list[Deed], int]:
    if way == "whatsapp":
        return Sender("whatsapp", worker.whatsapp, worker.phone), ["halo", "1", "setuju", worker.nik], 4
    if way == "telegram":
        deeds: list[Deed] = [
            "halo",
            stage.presses("menu.recover"),
            stage.presses("consent.yes"),
            stage.shares(worker.phone, own=True),
            worker.nik,
        ]
        return Sender("telegram", "4711"), deeds, 5
    told: list[Deed] = ["halo", "1", "setuju", worker.nik, "Wahyuni Contohwati", "17 agustus 1990"]
    return Sender("whatsapp", "whatsapp:ID.4711"), told, 8
