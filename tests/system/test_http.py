"""What the program answers over HTTP: refusals, Redis away and back, health, readiness, and what /metrics tells."""

import asyncio
from pathlib import Path

from tests.servers.redis import RedisServer
from tests.servers.twilio import Failure
from tests.system.conftest import Serve, import_members
from tests.system.people import Worker, short_way
from tests.system.program import Service
from tests.system.test_crashes import KEY
from tests.system.whatsapp import FORM, PATH, Twilio, twilio_environment


async def test_refusals(provider: Twilio, whatsapp: Service) -> None:
    """Wrong signature 403, oversized 413, malformed 4xx, wrong method 405, unknown path 404; nothing gets in."""
    fields = provider.fields(Worker(1).whatsapp, "halo")
    http, url = provider.http, whatsapp.url + PATH
    headers = {"content-type": FORM}
    assert (await http.post(url, content=b"Body=halo", headers=headers)).status_code == 403
    wrong = headers | {"x-twilio-signature": "AAAAAAAAAAAAAAAAAAAAAAAAAAA="}
    assert (await http.post(url, content=b"Body=halo", headers=wrong)).status_code == 403
    elsewhere = provider.signed(fields, "/webhooks/other")
    assert (await http.post(url, content=b"Body=halo", headers=elsewhere)).status_code == 403
    assert (await http.post(url, content=b"x" * 2_000_000, headers=wrong)).status_code == 413
    assert (await http.post(url, content=b"\xff\xfe", headers=wrong)).status_code == 400
    assert (await provider.post(fields | {"MessageSid": ""})).status_code == 400
    assert (await provider.post(fields | {"AccountSid": "AC" + "0" * 32})).status_code == 403
    assert (await http.get(url)).status_code == 405
    assert (await whatsapp.get("/webhooks/nothing")).status_code == 404
    assert await whatsapp.metric("temankpj_accepted_total") == 0
    assert provider.messages == []


async def until_ready(service: Service, status: int) -> None:
    """Ask until /readyz says so; nobody tells."""
    async with asyncio.timeout(90):
        while (await service.get("/readyz")).status_code != status:  # noqa: ASYNC110
            await asyncio.sleep(0.05)


async def test_redis_away_and_back(
    provider: Twilio, serve: Serve, short_folder: Path, redis_server_alone: RedisServer
) -> None:
    """Without Redis a webhook gets 503 and /readyz too, /healthz 200; when it is back, all is as before."""
    worker, own = Worker(4), {"REDIS_URL": redis_server_alone.url, "TEMANKPJ_SECRET_KEY": KEY}
    await import_members(short_folder, worker, given=own)
    service = await serve(own | twilio_environment(provider))
    provider.webhook_urls = [service.url]
    await until_ready(service, 200)
    redis_server_alone.kill()
    answer = await provider.post(provider.fields(worker.whatsapp, "halo"))
    assert answer.status_code == 503
    assert int(answer.headers["retry-after"]) > 0
    assert (await service.get("/healthz")).status_code == 200
    await until_ready(service, 503)
    assert (await service.get("/readyz")).json()["missing"] == ["redis"]
    redis_server_alone.start()
    await until_ready(service, 200)
    assert worker.kpjs[0] in (await provider.converse(worker, short_way(worker)))[-1]
    assert service.troubles() == []


async def test_metrics(provider: Twilio, whatsapp: Service, short_folder: Path) -> None:
    """Depth, latency of each stage, retries, duplicates and dead letters move when they should."""
    worker, lost = Worker(6), Worker(7)
    await import_members(short_folder, worker)
    provider.failures.append(Failure(500, 20500))
    await provider.converse(worker, short_way(worker))
    again = provider.fields(worker.whatsapp, "menu")
    for _ in range(3):
        assert (await provider.post(again)).status_code == 200
    provider.failures.append(Failure(400, 21617))
    before = len(provider.messages)
    await provider.write(lost, "halo")
    await provider.until(lambda: len(provider.messages) > before)
    assert await whatsapp.metric("temankpj_duplicates_total") == 2
    assert await whatsapp.metric("temankpj_retries_total") >= 1
    async with asyncio.timeout(90):
        while await whatsapp.metric("temankpj_dead_effects_total") == 0:  # noqa: ASYNC110  the answer is on its way
            await asyncio.sleep(0.05)
    assert await whatsapp.metric("temankpj_dead_effects_total") == 1
    assert await whatsapp.metric("temankpj_accepted_total") == 6
    page = (await whatsapp.get("/metrics")).text
    for where in ("inbox", "outbox", "timers", "dead", "partitions"):
        assert f'temankpj_depth{{where="{where}"}}' in page
    for stage in ("step", "effect"):
        assert f'temankpj_stage_seconds_bucket{{le="+Inf",stage="{stage}"}}' in page
