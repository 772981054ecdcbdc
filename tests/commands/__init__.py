"""Requests for people: how they are kept, and how they are answered from the command line."""
