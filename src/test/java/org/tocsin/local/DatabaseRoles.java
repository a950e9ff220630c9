package org.tocsin.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The two roles and one database for each instance; run at every start, it adds what is missing. */
final class DatabaseRoles {

    private DatabaseRoles() {
    }

    static void prepare(Postgres postgres, String superuserPassword, List<String> databases) throws SQLException {
        try (Connection server = superuser(postgres, "postgres", superuserPassword)) {
            for (String role : List.of(Postgres.OWNER, Postgres.APP)) {
                if (!exists(server, "SELECT 1 FROM pg_roles WHERE rolname = '" + role + "'")) {
                    run(server, "CREATE ROLE " + role + " LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOINHERIT"
                            + " PASSWORD '" + Postgres.PASSWORD + "'");
                }
            }
            for (String database : databases) {
                if (!exists(server, "SELECT 1 FROM pg_database WHERE datname = '" + database + "'")) {
                    run(server, "CREATE DATABASE " + database + " OWNER " + Postgres.OWNER);
                }
                run(server, "REVOKE ALL ON DATABASE " + database + " FROM PUBLIC");
                run(server, "GRANT CONNECT ON DATABASE " + database + " TO " + Postgres.APP);
            }
        }
        for (String database : databases) {
            try (Connection connection = superuser(postgres, database, superuserPassword)) {
                run(connection, "ALTER SCHEMA public OWNER TO " + Postgres.OWNER);
                run(connection, "REVOKE ALL ON SCHEMA public FROM PUBLIC");
                run(connection, "GRANT USAGE ON SCHEMA public TO " + Postgres.APP);
            }
        }
    }

    private static Connection superuser(Postgres postgres, String database, String password) throws SQLException {
        return DriverManager.getConnection(postgres.url(database), "postgres", password);
    }

    private static boolean exists(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private static void run(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
