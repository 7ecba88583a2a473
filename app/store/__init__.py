"""The seat's own encrypted database: what is known here, what waits to leave, what came in."""
