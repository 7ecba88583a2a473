"""The demonstration: an invented centre on an embedded PostgreSQL. Not in the installer."""
