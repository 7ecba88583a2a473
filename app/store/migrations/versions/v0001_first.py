"""The first layout of the seat's file."""

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_STATEMENTS = (
    """
    CREATE TABLE agents (
        id TEXT NOT NULL,
        agent_no TEXT NOT NULL,
        name TEXT NOT NULL,
        role TEXT NOT NULL,
        public_key TEXT NOT NULL,
        active INTEGER NOT NULL,
        version INTEGER DEFAULT 0 NOT NULL,
        base TEXT,
        PRIMARY KEY (id)
    )
    """,
    "CREATE INDEX ix_agents_agent_no ON agents (agent_no, id)",
    """
    CREATE TABLE calls (
        id TEXT NOT NULL,
        number TEXT NOT NULL,
        channel TEXT NOT NULL,
        form TEXT NOT NULL,
        form_version INTEGER NOT NULL,
        started_at TEXT NOT NULL,
        saved_at TEXT NOT NULL,
        first_taker TEXT NOT NULL,
        handler TEXT NOT NULL,
        customer TEXT,
        "case" TEXT,
        owes INTEGER NOT NULL,
        answers TEXT NOT NULL,
        version INTEGER DEFAULT 0 NOT NULL,
        base TEXT,
        PRIMARY KEY (id)
    )
    """,
    'CREATE INDEX ix_calls_case ON calls ("case", id)',
    "CREATE INDEX ix_calls_customer ON calls (customer, id)",
    "CREATE INDEX ix_calls_first_taker ON calls (first_taker, id)",
    "CREATE INDEX ix_calls_form ON calls (form, id)",
    "CREATE INDEX ix_calls_handler ON calls (handler, id)",
    "CREATE INDEX ix_calls_number ON calls (number, id)",
    "CREATE INDEX ix_calls_owes ON calls (first_taker, owes, id)",
    """
    CREATE TABLE cases (
        id TEXT NOT NULL,
        number TEXT NOT NULL,
        call TEXT NOT NULL,
        form TEXT NOT NULL,
        form_version INTEGER NOT NULL,
        title TEXT NOT NULL,
        state TEXT NOT NULL,
        opened_at TEXT NOT NULL,
        first_taker TEXT NOT NULL,
        handler TEXT NOT NULL,
        customer TEXT,
        urgent INTEGER NOT NULL,
        due_at TEXT,
        outcome TEXT NOT NULL,
        version INTEGER DEFAULT 0 NOT NULL,
        base TEXT,
        PRIMARY KEY (id)
    )
    """,
    "CREATE INDEX ix_cases_call ON cases (call, id)",
    "CREATE INDEX ix_cases_customer ON cases (customer, id)",
    "CREATE INDEX ix_cases_first_taker ON cases (first_taker, id)",
    "CREATE INDEX ix_cases_handler ON cases (handler, id)",
    "CREATE INDEX ix_cases_number ON cases (number, id)",
    "CREATE INDEX ix_cases_state ON cases (state, handler, due_at, id)",
    """
    CREATE TABLE customers (
        id TEXT NOT NULL,
        name TEXT NOT NULL,
        phones TEXT NOT NULL,
        addresses TEXT NOT NULL,
        created_at TEXT NOT NULL,
        seen_at TEXT NOT NULL,
        initials TEXT NOT NULL,
        version INTEGER DEFAULT 0 NOT NULL,
        base TEXT,
        PRIMARY KEY (id)
    )
    """,
    "CREATE INDEX ix_customers_lookup ON customers (seen_at, id, name, initials)",
    "CREATE INDEX ix_customers_name ON customers (name, id)",
    """
    CREATE TABLE drafts (
        id TEXT NOT NULL,
        agent TEXT NOT NULL,
        form TEXT NOT NULL,
        form_version INTEGER NOT NULL,
        channel TEXT NOT NULL,
        started_at TEXT NOT NULL,
        saved_at TEXT NOT NULL,
        answers TEXT NOT NULL,
        field TEXT NOT NULL,
        caret INTEGER NOT NULL,
        scroll INTEGER NOT NULL,
        PRIMARY KEY (id)
    )
    """,
    "CREATE INDEX ix_drafts_agent ON drafts (agent)",
    """
    CREATE TABLE inbox_skipped (
        kind TEXT NOT NULL,
        record TEXT NOT NULL,
        version INTEGER NOT NULL,
        body TEXT NOT NULL,
        why TEXT NOT NULL,
        PRIMARY KEY (kind, record)
    )
    """,
    """
    CREATE TABLE meta (
        name TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (name)
    )
    """,
    """
    CREATE TABLE orders (
        id TEXT NOT NULL,
        number TEXT NOT NULL,
        "case" TEXT NOT NULL,
        form TEXT NOT NULL,
        form_version INTEGER NOT NULL,
        team TEXT NOT NULL,
        state TEXT NOT NULL,
        ordered_at TEXT NOT NULL,
        ordered_by TEXT NOT NULL,
        due_at TEXT,
        urgent INTEGER NOT NULL,
        answers TEXT NOT NULL,
        version INTEGER DEFAULT 0 NOT NULL,
        base TEXT,
        PRIMARY KEY (id)
    )
    """,
    'CREATE INDEX ix_orders_case ON orders ("case", id)',
    "CREATE INDEX ix_orders_number ON orders (number, id)",
    "CREATE INDEX ix_orders_state ON orders (state, id)",
    "CREATE INDEX ix_orders_team ON orders (team, id)",
    """
    CREATE TABLE outbox (
        n INTEGER NOT NULL,
        op TEXT NOT NULL,
        kind TEXT NOT NULL,
        record TEXT NOT NULL,
        body TEXT NOT NULL,
        void TEXT,
        at TEXT NOT NULL,
        state TEXT DEFAULT 'pending' NOT NULL,
        version INTEGER,
        result TEXT,
        attempts INTEGER DEFAULT 0 NOT NULL,
        acked_at TEXT,
        acked_epoch TEXT,
        closed_at TEXT,
        PRIMARY KEY (n),
        CONSTRAINT ck_outbox_state CHECK (state IN ('pending', 'acked', 'conflict', 'rejected')),
        UNIQUE (op)
    )
    """,
    "CREATE INDEX ix_outbox_record ON outbox (record, n)",
    "CREATE INDEX ix_outbox_state ON outbox (state, n)",
    """
    CREATE TABLE series (
        prefix TEXT NOT NULL,
        seat_code TEXT NOT NULL,
        last INTEGER NOT NULL,
        PRIMARY KEY (prefix, seat_code)
    )
    """,
    """
    CREATE TABLE sessions (
        id TEXT NOT NULL,
        agent TEXT NOT NULL,
        role TEXT NOT NULL,
        install TEXT NOT NULL,
        since TEXT NOT NULL,
        confirmed INTEGER NOT NULL,
        version INTEGER DEFAULT 0 NOT NULL,
        base TEXT,
        PRIMARY KEY (id)
    )
    """,
    "CREATE INDEX ix_sessions_agent ON sessions (agent, id)",
    """
    CREATE TABLE settings (
        name TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (name)
    )
    """,
    """
    CREATE TABLE slips (
        id TEXT NOT NULL,
        number TEXT NOT NULL,
        "order" TEXT NOT NULL,
        void INTEGER NOT NULL,
        prints TEXT NOT NULL,
        version INTEGER DEFAULT 0 NOT NULL,
        base TEXT,
        PRIMARY KEY (id)
    )
    """,
    "CREATE INDEX ix_slips_number ON slips (number, id)",
    'CREATE INDEX ix_slips_order ON slips ("order", id)',
    """
    CREATE TABLE customer_phones (
        customer TEXT NOT NULL,
        digits TEXT NOT NULL,
        PRIMARY KEY (customer, digits),
        FOREIGN KEY(customer) REFERENCES customers (id) ON DELETE CASCADE
    )
     WITHOUT ROWID
    """,
    "CREATE INDEX ix_customer_phones_digits ON customer_phones (digits)",
)


def upgrade() -> None:
    for statement in _STATEMENTS:
        op.execute(statement)
