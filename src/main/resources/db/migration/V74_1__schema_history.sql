-- The service checks at its start that it has the tables that it needs; bin/migrate makes them.
grant select on flyway_schema_history to ${service};
