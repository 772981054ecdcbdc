"""The Telegram group of agents, over HTTP against a server that speaks the Bot API, and over real records."""
