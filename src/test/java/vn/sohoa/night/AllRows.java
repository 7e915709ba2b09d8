package vn.sohoa.night;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Every row of every table of ours, in a form that two databases can be compared by; knows nothing of the program's own way. */
final class AllRows {
    private AllRows() {}

    static Map<String, List<String>> of(String url, @Nullable String user, @Nullable String password)
            throws SQLException {
        Properties login = new Properties();
        if (user != null && password != null) {
            login.setProperty("user", user);
            login.setProperty("password", password);
        }
        Map<String, List<String>> all = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection(url, login);
                Statement statement = connection.createStatement()) {
            for (String table : tables(connection)) {
                all.put(table, rows(statement, table));
            }
        }
        return all;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet found = connection
                .getMetaData()
                .getTables(
                        connection.getCatalog(), connection.getSchema(), null, new String[] {"TABLE", "BASE TABLE"})) {
            while (found.next()) {
                String name = found.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
                if (!name.startsWith("batch_") && !name.startsWith("flyway_")) {
                    tables.add(name);
                }
            }
        }
        return tables;
    }

    private static List<String> rows(Statement statement, String table) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet found = statement.executeQuery("select * from " + table)) {
            ResultSetMetaData about = found.getMetaData();
            while (found.next()) {
                Map<String, String> row = new TreeMap<>();
                for (int i = 1; i <= about.getColumnCount(); i++) {
                    row.put(about.getColumnName(i).toLowerCase(Locale.ROOT), text(found, about, i));
                }
                rows.add(row.toString());
            }
        }
        Collections.sort(rows);
        return rows;
    }

    private static String text(ResultSet row, ResultSetMetaData about, int column) throws SQLException {
        String type = about.getColumnTypeName(column).toLowerCase(Locale.ROOT);
        if (type.startsWith("timestamp")) {
            OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
            return at == null ? "null" : at.toInstant().toString();
        }
        return String.valueOf(row.getObject(column));
    }
}
