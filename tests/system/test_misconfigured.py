"""What operators get wrong: the program ends with status 1 and one sentence that names the key, and no traceback."""

import asyncio
import os
import socket
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import redis

from tests.servers.ports import free_ports
from tests.servers.redis import RedisServer
from tests.servers.telegram import telegram_server
from tests.servers.twilio import ACCOUNT
from tests.system.program import command
from tests.system.test_crashes import KEY
from tests.system.whatsapp import FROM, PUBLIC, twilio

pytestmark = pytest.mark.timeout(300)

AT_ONCE = os.cpu_count() or 2
TOKEN = {"TELEGRAM_BOT_TOKEN": "123456:AAFD39kkdpWt3ywyRZergyOLMaJhac60qc"}
WEBHOOK = TOKEN | {"TEMANKPJ__CHANNELS__TELEGRAM__MODE": "webhook"}
TWILIO = {
    "TWILIO_ACCOUNT_SID": ACCOUNT, "TWILIO_AUTH_TOKEN": "wrong", "TWILIO_WHATSAPP_FROM": FROM,
    "TEMANKPJ__PUBLIC_URL": PUBLIC,
}  # fmt: skip
OWN = {"TEMANKPJ_SECRET_KEY": KEY}
HTTP = {"TEMANKPJ__MEMBERS__SOURCE": "http"}
HEADER = b"kpj,nik,name,birth_date\n"
ROW = b"15010000101,9971015708900001,RUKMINI CONTOHWATI,1990-08-17\n"


@dataclass(frozen=True)
class Case:
    """What is set, what lies in the folder, and what the sentence has to name."""

    names: str
    given: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, bytes] = field(default_factory=dict)
    words: tuple[str, ...] = ("serve",)


def without(variable: str, given: Mapping[str, str]) -> dict[str, str]:
    """All but one."""
    return {name: value for name, value in given.items() if name != variable}


IMPORT = ("members", "import", "m.csv")
CASES = {
    "no such file": Case("none.yaml", words=("serve", "--config", "none.yaml")),
    "no yaml": Case("config.yaml", files={"config.yaml": b"port: [1"}),
    "not utf-8": Case("config.yaml", files={"config.yaml": b"port: \xff\xfe"}),
    "a list": Case("config.yaml", files={"config.yaml": b"- port\n"}),
    "unknown key": Case("operator.colour", files={"config.yaml": b"operator: {colour: red}"}),
    "key of the wrong kind": Case("line.attempts", files={"config.yaml": b"line: {attempts: many}"}),
    "secret in the file": Case("secrets", files={"config.yaml": b"secrets: {redis_url: redis://x}"}),
    "unknown variable": Case("TEMANKPJ__NOPE", {"TEMANKPJ__NOPE": "1"}),
    "unknown variable inside": Case("line.nope", {"TEMANKPJ__LINE__NOPE": "1"}),
    "number too small": Case("line.partitions", {"TEMANKPJ__LINE__PARTITIONS": "0"}),
    "bad prefix": Case("line.prefix", {"TEMANKPJ__LINE__PREFIX": "Dua Kata"}),
    "unknown language": Case("dialogue.locale", {"TEMANKPJ__DIALOGUE__LOCALE": "xx"}),
    "unknown level": Case("log.level", {"TEMANKPJ__LOG__LEVEL": "loud"}),
    "short key": Case("TEMANKPJ_SECRET_KEY", {"TEMANKPJ_SECRET_KEY": "c2hvcnQ="}),
    "no key at all": Case("TEMANKPJ_SECRET_KEY", {"TEMANKPJ_SECRET_KEY": "§§§"}),
    "own servers without a key": Case("TEMANKPJ_SECRET_KEY", {"REDIS_URL": "redis://127.0.0.1:1"}),
    "key of the records is gone": Case("secret.key is missing", files={"data/records.db": b""}),
    "spoilt kept key": Case("secret.key", files={"data/secret.key": b"\x00\xff"}),
    "file of a secret is missing": Case("TELEGRAM_BOT_TOKEN_FILE", {"TELEGRAM_BOT_TOKEN_FILE": "/nonexistent/token"}),
    "malformed token": Case("TELEGRAM_BOT_TOKEN", {"TELEGRAM_BOT_TOKEN": "hello"}),
    "webhook without address": Case("public_url", WEBHOOK | {"TELEGRAM_WEBHOOK_SECRET": "a"}),
    "webhook without secret": Case("TELEGRAM_WEBHOOK_SECRET", WEBHOOK | {"TEMANKPJ__PUBLIC_URL": PUBLIC}),
    "webhook with a bad secret": Case(
        "TELEGRAM_WEBHOOK_SECRET", WEBHOOK | {"TEMANKPJ__PUBLIC_URL": PUBLIC, "TELEGRAM_WEBHOOK_SECRET": "a b"}
    ),
    "telegram elsewhere": Case(
        "channels.telegram.api_base_url", TOKEN | {"TEMANKPJ__CHANNELS__TELEGRAM__API_BASE_URL": "api.telegram.org"}
    ),
    "twilio elsewhere": Case(
        "channels.whatsapp.twilio.api_base_url",
        TWILIO | {"TEMANKPJ__CHANNELS__WHATSAPP__TWILIO__API_BASE_URL": "api.twilio.com"},
    ),
    "twilio without token": Case("TWILIO_AUTH_TOKEN", without("TWILIO_AUTH_TOKEN", TWILIO)),
    "twilio without account": Case("TWILIO_ACCOUNT_SID", without("TWILIO_ACCOUNT_SID", TWILIO)),
    "twilio without sender": Case("TWILIO_WHATSAPP_FROM", without("TWILIO_WHATSAPP_FROM", TWILIO)),
    "twilio with a bad sender": Case("TWILIO_WHATSAPP_FROM", TWILIO | {"TWILIO_WHATSAPP_FROM": "0811"}),
    "twilio without address": Case("public_url", without("TEMANKPJ__PUBLIC_URL", TWILIO)),
    "address without scheme": Case("public_url", {"TEMANKPJ__PUBLIC_URL": "bot.example.org"}),
    "no channel": Case("channels", {"TEMANKPJ__CHANNELS__WEB__ENABLED": "false"}),
    "unknown host": Case("host", {"TEMANKPJ__HOST": "host.invalid"}),
    "data folder is a file": Case("data_dir", files={"data": b"x"}),
    "data folder cannot be": Case("data_dir", {"TEMANKPJ__DATA_DIR": "/proc/nope"}),
    "records are spoilt": Case("data_dir: the records database", OWN, {"data/records.db": b"no database at all" * 100}),
    "redis of another kind": Case("REDIS_URL", OWN | {"REDIS_URL": "http://127.0.0.1"}),
    "redis without a number": Case("REDIS_URL", OWN | {"REDIS_URL": "redis://127.0.0.1:port"}),
    "redis away": Case("REDIS_URL", OWN | {"REDIS_URL": "redis://127.0.0.1:1"}),
    "database of another kind": Case("DATABASE_URL", OWN | {"DATABASE_URL": "mysql://u:rahasia@127.0.0.1/x"}),
    "no database address": Case("DATABASE_URL", OWN | {"DATABASE_URL": "rahasia"}),
    "postgresql away": Case("DATABASE_URL", OWN | {"DATABASE_URL": "postgresql://u:rahasia@127.0.0.1:1/x"}),
    "directory without address": Case("members.http", HTTP),
    "directory without token": Case("MEMBERS_API_TOKEN", HTTP | {"TEMANKPJ__MEMBERS__HTTP__BASE_URL": PUBLIC}),
    "directory elsewhere": Case(
        "members.http", HTTP | {"TEMANKPJ__MEMBERS__HTTP__BASE_URL": "members.example.org", "MEMBERS_API_TOKEN": "a"}
    ),
    "chat from no phone": Case("--phone", words=("chat", "--phone", "12")),
    "chat in no language": Case("--locale", words=("chat", "--locale", "xx")),
    "members file is missing": Case("m.csv", words=IMPORT),
    "members file is empty": Case("kpj", files={"m.csv": b""}, words=IMPORT),
    "members file is a folder": Case("m.csv", files={"m.csv/x": b""}, words=IMPORT),
    "members file is binary": Case("m.csv", files={"m.csv": bytes(range(256)) * 20}, words=IMPORT),
    "no workbook": Case("m.xlsx", files={"m.xlsx": b"PK\x03\x04 no"}, words=("members", "import", "m.xlsx")),
    "columns are missing": Case("kpj", files={"m.csv": b"nik,name\n"}, words=IMPORT),
    "mapping is missing": Case("map.yaml", files={"m.csv": HEADER + ROW}, words=(*IMPORT, "--mapping", "map.yaml")),
    "mapping is no yaml": Case(
        "map.yaml", files={"m.csv": HEADER + ROW, "map.yaml": b"kpj: ["}, words=(*IMPORT, "--mapping", "map.yaml")
    ),
    "mapping of an unknown column": Case(
        "colour", files={"m.csv": HEADER + ROW, "map.yaml": b"colour: kpj"}, words=(*IMPORT, "--mapping", "map.yaml")
    ),
    "mapping to a missing header": Case(
        "Nomor", files={"m.csv": HEADER + ROW, "map.yaml": b"kpj: Nomor"}, words=(*IMPORT, "--mapping", "map.yaml")
    ),
    "import into no database": Case(
        "DATABASE_URL", OWN | {"DATABASE_URL": "postgresql://127.0.0.1:1/x"}, {"m.csv": HEADER + ROW}, IMPORT
    ),
    "import into somebody else's directory": Case("members.source", HTTP, {"m.csv": HEADER + ROW}, IMPORT),
    "no such flow": Case("nope", words=("flows", "diagram", "nope")),
}  # fmt: skip


async def faults_of(folder: Path, case: Case) -> str | None:
    """What is wrong with the way in which a mistake is told; None if nothing."""
    for name, content in case.files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    [port] = free_ports(1)
    try:
        done = await command(folder, *case.words, given={"TEMANKPJ__PORT": str(port)} | dict(case.given))
    except TimeoutError:
        return "it did not end"
    told = [line for line in done.err.splitlines() if line.strip() and not line.startswith("{")]
    if done.status != 1 or len(told) != 1 or case.names not in told[0] or "Traceback" in done.err + done.out:
        return f"status {done.status}: {done.err[-1500:]}"
    if "rahasia" in done.err + done.out:
        return f"it tells a secret: {told[0]}"
    return None


async def faults(root: Path, cases: Mapping[str, Case]) -> str:
    """Run all cases, a few at once; what is wrong with each, a paragraph each."""
    turn = asyncio.Semaphore(AT_ONCE)

    async def one(number: int, case: Case) -> str | None:
        async with turn:
            folder = root / str(number)
            folder.mkdir()
            return await faults_of(folder, case)

    found = await asyncio.gather(*(one(number, case) for number, case in enumerate(cases.values())))
    return "\n\n".join(f"{name}: {fault}" for name, fault in zip(cases, found, strict=True) if fault is not None)


async def test_every_mistake_is_told_in_one_sentence(short_folder: Path) -> None:
    """Configuration, environment, secrets, members files, mappings."""
    assert len(CASES) >= 25
    assert not await faults(short_folder, CASES)


@asynccontextmanager
async def taken_port() -> AsyncIterator[int]:
    """A port on which somebody else listens."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


async def test_mistakes_that_others_notice(short_folder: Path, redis_server_alone: RedisServer) -> None:
    """A token that Telegram does not know, a password that Redis does not take, a port that is in use."""
    with redis.Redis(unix_socket_path=str(redis_server_alone.socket)) as client:
        client.config_set("requirepass", "rahasia-benar")
    unix = f"unix://{{}}{redis_server_alone.socket}"
    async with telegram_server() as telegram, taken_port() as port:
        base = {"TEMANKPJ__CHANNELS__TELEGRAM__API_BASE_URL": telegram.url}
        cases = {
            "unknown token": Case("TELEGRAM_BOT_TOKEN", TOKEN | base),
            "unknown token with a webhook": Case(
                "TELEGRAM_BOT_TOKEN",
                WEBHOOK | base | {"TEMANKPJ__PUBLIC_URL": PUBLIC, "TELEGRAM_WEBHOOK_SECRET": "a"},
            ),
            "redis wants a password": Case("REDIS_URL", OWN | {"REDIS_URL": unix.format("")}),
            "redis knows another password": Case("REDIS_URL", OWN | {"REDIS_URL": unix.format(":rahasia@")}),
            "port in use": Case("port", {"TEMANKPJ__PORT": str(port)}),
        }
        assert not await faults(short_folder, cases)


async def test_check_tells_what_a_provider_refuses(short_folder: Path) -> None:
    """`temankpj check` ends with status 1 where the provider does not know the credentials."""
    async with twilio() as provider:
        given = TWILIO | {"TEMANKPJ__CHANNELS__WHATSAPP__TWILIO__API_BASE_URL": provider.url}
        done = await command(short_folder, "check", given=given)
    assert done.status == 1
    [wrong] = [line for line in done.out.splitlines() if "WRONG" in line]
    assert "TWILIO_AUTH_TOKEN" in wrong
    assert "Traceback" not in done.out + done.err
