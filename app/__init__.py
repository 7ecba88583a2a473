"""The workstation. Arrows point down: main > ui > desk, sync, printing, central > store, forms > records."""
