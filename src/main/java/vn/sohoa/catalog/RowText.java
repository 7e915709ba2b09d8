package vn.sohoa.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A row as one line of JSON, columns in the order of their names. */
final class RowText {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<TreeMap<String, @Nullable Object>> VALUES = new TypeReference<>() {};

    private RowText() {}

    /** Reads a row of {@link TablePlan#select()}. */
    static String of(TablePlan plan, ResultSet row) throws SQLException {
        SortedMap<String, @Nullable Object> values = new TreeMap<>();
        int column = 1;
        for (Map.Entry<String, ColumnKind> each : plan.columns().entrySet()) {
            values.put(each.getKey(), each.getValue().read(row, column++));
        }
        return write(values);
    }

    static String write(SortedMap<String, @Nullable Object> values) {
        return JSON.writeValueAsString(values);
    }

    static SortedMap<String, @Nullable Object> values(String row) {
        return JSON.readValue(row, VALUES);
    }

    /** The row with some columns empty. */
    static String without(String row, Set<String> columns) {
        SortedMap<String, @Nullable Object> values = values(row);
        columns.forEach(column -> values.put(column, null));
        return write(values);
    }
}
