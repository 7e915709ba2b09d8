package vn.sohoa.catalog;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** One table as the database describes it: read there, so that no list of ours can forget a table or a column. */
record TablePlan(
        String name,
        SortedMap<String, ColumnKind> columns,
        List<String> key,
        Set<String> parents,
        Set<String> toItself,
        Optional<String> identity) {
    private static final String COLUMNS = """
            select lower(c.table_name), lower(c.column_name), lower(c.data_type), c.is_identity
            from information_schema.columns c join information_schema.tables t
              on t.table_schema = c.table_schema and t.table_name = c.table_name
            where c.table_schema = current_schema and t.table_type = 'BASE TABLE'
            order by 1, 2""";

    /** All our tables, each after those that it points at. */
    static List<TablePlan> read(JdbcTemplate jdbc) {
        Map<String, SortedMap<String, ColumnKind>> columns = new TreeMap<>();
        Map<String, String> identities = new TreeMap<>();
        jdbc.query(COLUMNS, row -> {
            String table = row.getString(1);
            if (!table.startsWith("batch_") && !table.startsWith("flyway_")) {
                columns.computeIfAbsent(table, fresh -> new TreeMap<>())
                        .put(row.getString(2), ColumnKind.of(row.getString(3)));
                if (row.getString(4).equals("YES")) {
                    identities.put(table, row.getString(2));
                }
            }
        });
        List<TablePlan> plans = new ArrayList<>();
        columns.forEach((table, its) -> plans.add(plan(jdbc, table, its, Optional.ofNullable(identities.get(table)))));
        return inOrder(plans);
    }

    private static TablePlan plan(
            JdbcTemplate jdbc, String table, SortedMap<String, ColumnKind> columns, Optional<String> identity) {
        SortedMap<Integer, String> key = new TreeMap<>();
        Map<String, String> points = new LinkedHashMap<>();
        jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            DatabaseMetaData about = connection.getMetaData();
            String written = about.storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table;
            try (ResultSet rows = about.getPrimaryKeys(connection.getCatalog(), connection.getSchema(), written)) {
                while (rows.next()) {
                    key.put(rows.getInt("KEY_SEQ"), lower(rows, "COLUMN_NAME"));
                }
            }
            points.putAll(points(connection, about, written));
            return true;
        });
        if (key.isEmpty()) {
            throw new IllegalStateException("table without primary key: " + table);
        }
        Set<String> parents = new TreeSet<>(points.values());
        parents.remove(table);
        Set<String> toItself = points.entrySet().stream()
                .filter(point -> point.getValue().equals(table))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        return new TablePlan(table, columns, List.copyOf(key.values()), parents, toItself, identity);
    }

    /** Column that is a foreign key → table it points at. */
    private static Map<String, String> points(Connection connection, DatabaseMetaData about, String table)
            throws SQLException {
        Map<String, String> points = new TreeMap<>();
        try (ResultSet rows = about.getImportedKeys(connection.getCatalog(), connection.getSchema(), table)) {
            while (rows.next()) {
                points.put(lower(rows, "FKCOLUMN_NAME"), lower(rows, "PKTABLE_NAME"));
            }
        }
        return points;
    }

    private static String lower(ResultSet row, String column) throws SQLException {
        return row.getString(column).toLowerCase(Locale.ROOT);
    }

    private static List<TablePlan> inOrder(Collection<TablePlan> plans) {
        List<TablePlan> waiting = new ArrayList<>(plans);
        waiting.sort(Comparator.comparing(TablePlan::name));
        List<TablePlan> ordered = new ArrayList<>();
        Set<String> placed = new TreeSet<>();
        while (!waiting.isEmpty()) {
            TablePlan next = waiting.stream()
                    .filter(plan -> placed.containsAll(plan.parents()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("tables point at each other: " + waiting));
            waiting.remove(next);
            ordered.add(next);
            placed.add(next.name());
        }
        return List.copyOf(ordered);
    }

    String select() {
        return "select " + String.join(", ", columns.keySet()) + " from " + name;
    }

    String insert() {
        return "insert into " + name + " (" + String.join(", ", columns.keySet()) + ") values ("
                + columns.keySet().stream().map(column -> "?").collect(Collectors.joining(", ")) + ")";
    }

    /** Condition on the key, for one row. */
    String byKey() {
        return key.stream().map(column -> column + " = ?").collect(Collectors.joining(" and "));
    }
}
