"""The commands of zuoxi-admin by theme: each parses, calls, and says what was done."""
