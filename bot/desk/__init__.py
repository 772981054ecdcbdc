"""The desk where agents work, in a browser."""
