"""What stands in the chats of the fake Telegram, and the updates that its users cause."""

from dataclasses import dataclass
from itertools import count
from typing import Any

TOKEN = "4839574812:AAFD39kkdpWt3ywyRZergyOLMaJhac60qcB"
BOT_ID = 4839574812
BOT_NAME = "TemanKpjUjiBot"
BOT: dict[str, object] = {"id": BOT_ID, "is_bot": True, "first_name": "Teman KPJ", "username": BOT_NAME}
CHAT = 90210001
NOW = 1_767_250_800  # 2026-01-01 14:00 in Jakarta; the time of its messages, seconds

Json = dict[str, Any]


@dataclass
class Sent:
    """A message that the bot sent."""

    message_id: int
    chat_id: int
    params: Json
    deleted: bool = False
    file: tuple[str, bytes] | None = None

    @property
    def text(self) -> str:
        """Its text."""
        return str(self.params.get("text", self.params.get("caption", "")))

    @property
    def markup(self) -> Json:
        """Its keyboard, empty if it has none."""
        return dict(self.params.get("reply_markup", {}))

    @property
    def buttons(self) -> list[tuple[str, str]]:
        """Its inline buttons: data and label."""
        rows = self.markup.get("inline_keyboard", [])
        return [(button["callback_data"], button["text"]) for row in rows for button in row]


class Chats:
    """The messages that the bot sent, and makers of updates, each with a number of its own."""

    def __init__(self) -> None:
        self.sent: list[Sent] = []
        self.numbers = count(1001)

    def message(self, content: Json, *, chat: int = CHAT) -> Json:
        """An update with a new private message of this content."""
        number = next(self.numbers)
        user = {"id": chat, "is_bot": False, "first_name": "Wati"}
        private = {"id": chat, "type": "private", "first_name": "Wati"}
        return {
            "update_id": number,
            "message": {"message_id": number, "date": NOW, "chat": private, "from": user, **content},
        }

    def text(self, text: str, *, chat: int = CHAT) -> Json:
        """An update with a text."""
        return self.message({"text": text}, chat=chat)

    def contact(self, phone: str, *, own: bool = True, chat: int = CHAT) -> Json:
        """An update with a shared contact."""
        shared = {"phone_number": phone, "first_name": "Wati", "user_id": chat if own else chat + 1}
        return self.message({"contact": shared}, chat=chat)

    def press(self, data: str, *, chat: int = CHAT) -> Json:
        """An update with a pressed inline button, under the last message of this chat that has it."""
        under = next((sent for sent in reversed(self.sent) if data in dict(sent.buttons)), None)
        number = next(self.numbers)
        carrier = message_object(under) if under else {"message_id": 1, "date": 0, "chat": _chat_object(chat)}
        return {
            "update_id": number,
            "callback_query": {
                "id": f"press{number}",
                "from": {"id": chat, "is_bot": False, "first_name": "Wati"},
                "chat_instance": "1",
                "data": data,
                "message": carrier,
            },
        }


def message_object(sent: Sent) -> Json:
    """A sent message as the Bot API tells of it."""
    described = {"message_id": sent.message_id, "date": NOW, "chat": _chat_object(sent.chat_id), "from": BOT}
    inline = {"reply_markup": sent.markup} if "inline_keyboard" in sent.markup else {}
    content = {"document": {"file_id": "f", "file_unique_id": "u"}} if sent.file else {"text": sent.text}
    return {**described, **content, **inline}


def _chat_object(chat: int) -> Json:
    if chat < 0:
        return {"id": chat, "type": "supergroup", "title": "Petugas"}
    return {"id": chat, "type": "private", "first_name": "Wati"}
