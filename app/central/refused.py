"""What the administrator's work can be refused for."""


class AdminRefused(Exception):
    """Nothing was changed. ``code`` says why; the commands have a sentence for each."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(code, detail)
        self.code = code
        self.detail = detail
