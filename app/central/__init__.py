"""The server's side: schema, functions and zuoxi-admin. Not in the agent's installer."""
