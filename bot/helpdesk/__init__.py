"""The operator's people: how tickets reach them, wherever they work, and how what they do reaches the user."""
