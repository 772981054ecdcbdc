"""Tickets: what people of the operator work on, from the user's request to the rating."""

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
    "FIRST_NUMBER", "Line", "NoSuchTicket", "Request", "SqlTickets", "State", "Ticket", "TicketUnreadable", "Tickets",
    "ticket_place", "tickets",
]  # fmt: skip
