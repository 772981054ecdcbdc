"""Tickets: what people of the operator work on, from the user's request to the rating."""

from storage.tickets.files import SqlFiles, file_place, mark_place, ticket_files
from storage.tickets.followers import Followers
from storage.tickets.following import SqlFollowers
from storage.tickets.pieces import ticket_place
from storage.tickets.port import (
    Draft,
    Entry,
    Files,
    Filter,
    Line,
    NoSuchTicket,
    NotYours,
    Opening,
    Request,
    Ticket,
    TicketIsClosed,
    Tickets,
    TicketUnreadable,
)
from storage.tickets.sql import SqlTickets
from storage.tickets.tables import FIRST_NUMBER, tickets

__all__ = [
    "FIRST_NUMBER", "Draft", "Entry", "Files", "Filter", "Followers", "Line", "NoSuchTicket", "NotYours", "Opening",
    "Request", "SqlFiles", "SqlFollowers", "SqlTickets", "Ticket", "TicketIsClosed", "TicketUnreadable", "Tickets",
    "file_place", "mark_place", "ticket_files", "ticket_place", "tickets",
]  # fmt: skip
