"""What the bot can do in the chats of the fake Telegram: send, change, delete, and all there is to do in a group."""

from collections.abc import Callable

from tests.servers.telegram_chats import Chats, Json, Sent, message_object
from tests.servers.telegram_failures import EMPTY, NO_CHAT, NOT_THERE, Failure
from tests.servers.telegram_groups import EDIT_GONE, SAME_MESSAGE, Group


class Deeds(Chats):
    """Chats in which the bot acts. `group`: the one that agents work in, if there is one."""

    def __init__(self) -> None:
        super().__init__()
        self.group: Group | None = None
        self._uploaded: tuple[str, bytes] | None = None

    def _deeds(self) -> dict[str, Callable[[Json], object]]:
        """The methods of the Bot API. Without a group, nobody knows that chat."""

        def there(action: Callable[[Group, Json], object]) -> Callable[[Json], object]:
            def act(params: Json) -> object:
                group = self.group
                return NO_CHAT if group is None or params["chat_id"] != group.id else action(group, params)

            return act

        return {
            "sendMessage": self._send_message,
            "sendDocument": self._send_document,
            "deleteMessage": self._delete_message,
            "deleteMessages": self._delete_messages,
            "editMessageReplyMarkup": self._edit_reply_markup,
            "editMessageText": self._edit_text,
            "getChat": there(lambda group, _: group.get_chat()),
            "getChatMember": there(lambda group, params: group.get_member(params["user_id"])),
            "createForumTopic": there(lambda group, params: group.create_topic(params)),
            "closeForumTopic": there(lambda group, params: group.switch_topic(params, closed=True)),
            "reopenForumTopic": there(lambda group, params: group.switch_topic(params, closed=False)),
            "deleteForumTopic": there(lambda group, params: group.delete_topic(params)),
        }

    def _send_message(self, params: Json) -> object:
        if not params["text"].strip():
            return EMPTY
        return self._send(params)

    def _send_document(self, params: Json) -> object:
        return self._send(params, self._uploaded)

    def _send(self, params: Json, file: tuple[str, bytes] | None = None) -> object:
        group = self.group
        if group is not None and params["chat_id"] == group.id and (refusal := group.refuses(params)):
            return refusal
        sent = Sent(len(self.sent) + 1, params["chat_id"], params, file=file)
        self.sent.append(sent)
        return message_object(sent)

    def _delete_message(self, params: Json) -> object:
        for sent in self.sent:
            if (sent.chat_id, sent.message_id) == (params["chat_id"], params["message_id"]) and not sent.deleted:
                sent.deleted = True
                return True
        group = self.group
        if group is not None and params["chat_id"] == group.id:
            return group.delete(params["message_id"])
        return NOT_THERE

    def _delete_messages(self, params: Json) -> object:
        for message in params["message_ids"]:
            self._delete_message({"chat_id": params["chat_id"], "message_id": message})
        return True

    def _edit_text(self, params: Json) -> object:
        found = [sent for sent in self.sent if sent.message_id == params["message_id"] and not sent.deleted]
        if not found:
            return EDIT_GONE
        news = {"text": params["text"], "reply_markup": params.get("reply_markup", {})}
        if news == {"text": found[0].text, "reply_markup": found[0].markup}:
            return SAME_MESSAGE
        found[0].params.update(news)
        return message_object(found[0])

    def _edit_reply_markup(self, params: Json) -> object:
        found = [sent for sent in self.sent if sent.message_id == params.get("message_id") and not sent.deleted]
        if not found:
            return Failure(400, "Bad Request: message to edit not found")
        found[0].params["reply_markup"] = params.get("reply_markup", {})
        return message_object(found[0])
