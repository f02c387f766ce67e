"""PostgreSQL, where the operator has several servers share one base. psycopg is imported only once
a base is reached for."""
