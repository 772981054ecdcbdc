"""A Telegram group where agents work: a topic for each ticket, what is written there goes to the user."""
