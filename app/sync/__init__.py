"""The road to central. No threads, no Qt: call it, it runs, it returns."""
