"""What can go wrong when an agent does something, as a sentence for them, in one place."""

from collections.abc import Mapping

from bot.desk.room import Notice
from bot.desk.texts import NoSuchText
from bot.desk.words import Words
from bot.helpdesk.files.refusals import FileRefused
from bot.helpdesk.port import NeedsNik, NeedsSecond, NotAllowed, TooLong, WindowOver
from storage.consents import RecordsAway
from storage.line import LineAway
from storage.looks import TooManyLooks
from storage.members.port import DirectoryUnavailable
from storage.tickets.port import NoSuchTicket, NotYours, TicketIsClosed, TicketUnreadable

LONGEST = 1200
TROUBLES = (
    NotYours,
    TicketIsClosed,
    TicketUnreadable,
    NoSuchTicket,
    TooLong,
    WindowOver,
    NeedsSecond,
    NeedsNik,
    NotAllowed,
    TooManyLooks,
    FileRefused,
    DirectoryUnavailable,
    RecordsAway,
    LineAway,
)
_KEYS: Mapping[type[Exception], str] = {
    TicketIsClosed: "notice-closed",
    TicketUnreadable: "notice-unreadable",
    NoSuchTicket: "notice-no-ticket",
    NeedsNik: "identity-needs-nik",
    NotAllowed: "notice-not-for-you",
    TooManyLooks: "identity-too-many",
    WindowOver: "notice-window-over",
    DirectoryUnavailable: "notice-directory-away",
    RecordsAway: "notice-records-away",
    LineAway: "notice-line-away",
}


def trouble(error: Exception, words: Words, names: Mapping[str, str]) -> Notice:
    """What to tell whoever met this error."""
    match error:
        case NotYours(owner=None):
            return Notice(words.t("notice-nobodys"), "bad")
        case NotYours(owner=str(owner)):
            return Notice(words.t("notice-not-yours", name=names.get(owner, owner)), "bad")
        case TooLong():
            return Notice(words.t("notice-too-long", most=LONGEST), "bad")
        case NeedsSecond():
            return Notice(words.t("notice-needs-second"))
        case FileRefused(reason=reason):
            try:
                return Notice(words.t(f"notice-file-{reason}"), "bad")
            except NoSuchText:
                return Notice(words.t("notice-file-other"), "bad")
    return Notice(words.t(_KEYS[type(error)]), "bad")
