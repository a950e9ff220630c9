package org.tocsin.local;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.ConfigProvider;

/** The database of the service under test, past the service: as the owner, whom no row-level security holds. */
public final class Rows {

    private static final String OWNED = """
            select table_name from information_schema.columns
            where table_schema = 'public' and column_name = 'organisation_id'
            order by table_name""";

    /** Kept open: signing in to PostgreSQL takes ten times as long as most questions do. */
    private static final Map<String, AgroalDataSource> OWNERS = new ConcurrentHashMap<>();

    private Rows() {
    }

    public static Connection asOwner() throws SQLException {
        return OWNERS.computeIfAbsent(url(), Rows::owners).getConnection();
    }

    /** As the service's own role, but with nothing set: the bare role. */
    public static Connection asService() throws SQLException {
        return DriverManager.getConnection(url(), Postgres.APP, Postgres.PASSWORD);
    }

    private static String url() {
        return ConfigProvider.getConfig().getValue("tocsin.database.url", String.class);
    }

    private static AgroalDataSource owners(String url) {
        try {
            return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(pool -> pool
                    .maxSize(20)
                    .connectionFactoryConfiguration(factory -> factory.jdbcUrl(url)
                            .principal(new NamePrincipal(Postgres.OWNER)).credential(new SimplePassword(Postgres.PASSWORD)))));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every table whose rows belong to organisations. */
    public static List<String> ownedTables() {
        return column(OWNED);
    }

    /** How many rows an organisation has, in all its tables together. */
    public static long of(String organisation) {
        return ownedTables().stream()
                .mapToLong(table -> number("select count(*) from " + table + " where organisation_id = ?", organisation))
                .sum();
    }

    public static long number(String query, Object... parameters) {
        return Long.parseLong(column(query, parameters).get(0));
    }

    public static int change(String statement, Object... parameters) {
        try (Connection database = asOwner(); PreparedStatement prepared = database.prepareStatement(statement)) {
            for (int i = 0; i < parameters.length; i++) {
                prepared.setObject(i + 1, parameters[i]);
            }
            return prepared.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    /** The first column, as text. */
    public static List<String> column(String query, Object... parameters) {
        try (Connection database = asOwner(); PreparedStatement statement = database.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            List<String> values = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }
}
