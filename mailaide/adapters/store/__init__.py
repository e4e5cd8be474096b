"""The durable store: `sql.SqlStore` over SQLAlchemy Core, its schema and its migrations."""
