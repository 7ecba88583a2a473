"""Everything that is Qt. Panels know their desk and the kit, never each other."""
