"""Draws a form: one editor per field kind."""
