"""Tickets: what people of the operator work on, from the user's request to the rating."""

from storage.tickets.files import SqlFiles, file_place, mark_place, ticket_files
from storage.tickets.requests import (
    FIRST_NUMBER,
    Line,
    NoSuchTicket,
    Request,
    SqlTickets,
    State,
    Ticket,
    Tickets,
    TicketUnreadable,
    ticket_place,
    tickets,
)

__all__ = [
    "FIRST_NUMBER", "Line", "NoSuchTicket", "Request", "SqlFiles", "SqlTickets", "State", "Ticket", "TicketUnreadable",
    "Tickets", "file_place", "mark_place", "ticket_files", "ticket_place", "tickets",
]  # fmt: skip
