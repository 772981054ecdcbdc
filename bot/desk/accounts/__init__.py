"""Who may enter the desk: signing in, sessions, roles, and the pages for them."""
