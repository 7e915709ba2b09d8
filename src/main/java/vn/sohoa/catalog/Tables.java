package vn.sohoa.catalog;

import java.util.List;
import java.util.function.Consumer;

/**
 * Every table of ours with its rows, out of a database or out of a dump; the batch engine's and Flyway's are not among them. A
 * row is one line of JSON: columns in the order of their names, without blanks, the same bytes on every database.
 */
public interface Tables {

    /** Version of the schema, as its last migration is numbered. */
    String schema();

    /** The tables, each after those that its rows point at. */
    List<String> names();

    /** Every row of a table. May be asked for more than once. */
    void rows(String table, Consumer<String> action);

    /** Counts and digests, by reading every row. */
    default List<TableFacts> facts() {
        return names().stream().map(this::facts).toList();
    }

    /** Count and digest of one table. */
    default TableFacts facts(String table) {
        RowDigest digest = new RowDigest();
        rows(table, digest::add);
        return digest.facts(table);
    }
}
