"""The SQL of central as it lies in files: run whole, or one function of an older file put back."""

from pathlib import Path

from sqlalchemy import Connection

_SQL = Path(__file__).resolve().parent / "migrations" / "sql"


def run(connection: Connection, name: str) -> None:
    """Run the file *name*."""
    run_text(connection, _text(name))


def run_text(connection: Connection, text: str) -> None:
    # No parameters: several statements in one text, with colons and percent signs of their own.
    connection.exec_driver_sql(text, execution_options={"no_parameters": True})


def put_back(connection: Connection, name: str, *functions: str) -> None:
    """Make *functions* again as the file *name* made them."""
    text = _text(name).replace("CREATE OR REPLACE FUNCTION", "CREATE FUNCTION")
    for function in functions:
        _, _, rest = text.partition(f"CREATE FUNCTION {function}(")
        body, end, _ = rest.partition("$fn$;")
        run_text(connection, f"CREATE OR REPLACE FUNCTION {function}({body}{end}")


def _text(name: str) -> str:
    return (_SQL / f"{name}.sql").read_text(encoding="utf-8")
