"""The peers of `bench.peers`, each as its own documentation shows it. Run by that, in a virtual environment apart."""

# mypy: ignore-errors
# ruff: noqa: ARG002, ASYNC109, PLC0415
# What it imports is not installed here, and the signatures are the peers'.

import asyncio
import json
import sys
import time
from pathlib import Path

import uvloop

STATES = 8
TEXT = "Silakan ketik NIK Anda (16 angka), seperti tertulis di KTP."
IN_FLIGHT = 64


posted: list[int] = []


def post(chat: int, text: str) -> None:
    """The stub of a provider: writes the bytes."""
    posted.append(chat)
    assert len(json.dumps({"chat_id": chat, "text": text})) > 20


async def run(work: list[bytes], feed) -> None:
    """Feed all, so many at once, and print messages a second and CPU for each in µs."""
    rest = iter(work)

    async def one() -> None:
        for payload in rest:
            await feed(payload)

    begun, cpu = time.perf_counter(), time.process_time()
    await asyncio.gather(*(one() for _ in range(IN_FLIGHT)))
    seconds, cpu = time.perf_counter() - begun, time.process_time() - cpu
    assert len(posted) == len(work), f"{len(posted)} of {len(work)} were answered"
    sys.stdout.write(json.dumps([len(work) / seconds, cpu / len(work) * 1e6]) + "\n")


async def aiogram(socket: str, work: list[bytes]) -> None:
    """Dispatcher, finite states, storage and isolation in Redis."""
    from aiogram import Bot, Dispatcher
    from aiogram.client.session.base import BaseSession
    from aiogram.fsm.context import FSMContext
    from aiogram.fsm.state import State, StatesGroup
    from aiogram.fsm.storage.redis import RedisStorage
    from aiogram.types import Message, Update
    from redis.asyncio import Redis

    class Caught(BaseSession):
        async def make_request(self, bot, method, timeout=None):
            post(method.chat_id, method.text)
            return True

        async def stream_content(self, *_args, **_named):
            yield b""

        async def close(self):
            pass

    steps = StatesGroup.__class__("Steps", (StatesGroup,), {f"s{n}": State() for n in range(STATES)})
    every = [getattr(steps, f"s{n}") for n in range(STATES)]
    storage = RedisStorage(Redis(unix_socket_path=socket))
    dispatcher = Dispatcher(storage=storage, events_isolation=storage.create_isolation())

    def handler(number: int):
        async def handle(message: Message, state: FSMContext, bot: Bot) -> None:
            await state.update_data(a=1, b="two")
            await state.set_state(every[number % STATES])
            await bot.send_message(message.chat.id, f"{number}: {TEXT}")

        return handle

    dispatcher.message.register(handler(0), every[-1])
    for number in range(1, STATES):
        dispatcher.message.register(handler(number), every[number - 1])
    dispatcher.message.register(handler(0))
    bot = Bot("1:" + "x" * 35, session=Caught())

    async def feed(payload: bytes) -> None:
        await dispatcher.feed_update(bot, Update.model_validate_json(payload, context={"bot": bot}))

    await run(work, feed)


async def ptb(socket: str, work: list[bytes]) -> None:
    """ConversationHandler, each change of a conversation written to Redis at once."""
    from redis.asyncio import Redis
    from telegram import Update
    from telegram.ext import (
        ApplicationBuilder,
        BasePersistence,
        ContextTypes,
        ConversationHandler,
        MessageHandler,
        PersistenceInput,
        filters,
    )

    redis = Redis(unix_socket_path=socket)

    class InRedis(BasePersistence):
        def __init__(self):
            super().__init__(
                PersistenceInput(bot_data=False, chat_data=False, callback_data=False), update_interval=3600
            )

        async def update_conversation(self, name, key, new_state):
            await redis.set(f"ptb:{key}", json.dumps(new_state))

        async def update_user_data(self, user_id, data):
            await redis.set(f"ptb:u:{user_id}", json.dumps(data))

        async def get_conversations(self, name):
            return {}

        async def get_user_data(self):
            return {}

        async def _nothing(self, *_args, **_named):
            return None

        get_bot_data = get_chat_data = get_callback_data = _nothing
        update_bot_data = update_chat_data = update_callback_data = _nothing
        refresh_bot_data = refresh_chat_data = refresh_user_data = _nothing
        drop_chat_data = drop_user_data = flush = _nothing

    persistence = InRedis()

    def handler(number: int):
        async def handle(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
            context.user_data.update(a=1, b="two")
            user = update.effective_user.id
            await persistence.update_user_data(user, context.user_data)
            await persistence.update_conversation("tour", user, number % STATES)
            post(update.effective_chat.id, f"{number}: {TEXT}")
            return number % STATES

        return handle

    application = ApplicationBuilder().token("1:" + "x" * 35).updater(None).persistence(persistence).build()
    states = {n: [MessageHandler(filters.TEXT, handler(n + 1))] for n in range(STATES)}
    entry = [MessageHandler(filters.TEXT, handler(0))]
    application.add_handler(ConversationHandler(entry, states, [], name="tour", per_chat=False))
    application._initialized = True  # noqa: SLF001  without asking Telegram who the bot is

    async def feed(payload: bytes) -> None:
        await application.process_update(Update.de_json(json.loads(payload), application.bot))

    await run(work, feed)


if __name__ == "__main__":
    _, peer, socket_path, file = sys.argv
    lines = Path(file).read_bytes().split(b"\n")
    uvloop.run({"aiogram": aiogram, "python-telegram-bot": ptb}[peer](socket_path, lines))
