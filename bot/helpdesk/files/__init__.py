"""Files of tickets, from users and from agents: checked, made harmless, kept sealed for a while, and given back."""
