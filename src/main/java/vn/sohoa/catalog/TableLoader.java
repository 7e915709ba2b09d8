package vn.sohoa.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/**
 * Fills the tables of one database. First every row found is looked up in the source, so that nothing is ever mixed with
 * somebody else's data; then the missing rows go in. A column that points into its own table is filled when all its rows are
 * there, and the rows that migrations lay down (heads of chains) come last: until then the copy does not pass for whole.
 */
final class TableLoader {
    private static final int BATCH = 500;
    /** Rows that a migration put in and that a copy replaces, as they are in a database nobody has used. */
    private static final Map<String, Set<String>> FRESH = Map.of(
            "chain_head",
            Set.of(begun("access_entry"), begun("document_event")),
            "run_door",
            Set.of("{\"name\":\"open\"}"));

    /** The head of a chain without entries. */
    private static String begun(String chain) {
        return "{\"hash\":\"" + "0".repeat(64) + "\",\"name\":\"" + chain + "\",\"seq\":0}";
    }

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Tables source;
    private final Consumer<Long> progress;
    private final Map<String, RowMarks> held = new HashMap<>();
    private long dealtWith;

    TableLoader(JdbcTemplate jdbc, TransactionTemplate transaction, Tables source, Consumer<Long> progress) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.source = source;
        this.progress = progress;
    }

    void load() {
        JdbcTables target = new JdbcTables(jdbc);
        if (!target.schema().equals(source.schema()) || !target.names().equals(source.names())) {
            throw new DigitisationException(
                    Problem.CONFIGURATION_INVALID,
                    "schema " + source.schema() + " → " + target.schema()
                            + ": the same version of SoHoa on both sides");
        }
        transaction.executeWithoutResult(status -> target.plans().forEach(plan -> refuseOthers(target, plan)));
        List<TablePlan> plans = target.plans();
        plans.stream().filter(plan -> !FRESH.containsKey(plan.name())).forEach(this::insertMissing);
        plans.stream().filter(plan -> !plan.toItself().isEmpty()).forEach(this::pointToItself);
        plans.stream().filter(plan -> FRESH.containsKey(plan.name())).forEach(this::replace);
        plans.forEach(this::numberOn);
        transaction.executeWithoutResult(status -> compare(target));
    }

    /** A row that is neither in the source nor laid down by a migration is somebody's work. */
    private void refuseOthers(JdbcTables target, TablePlan plan) {
        RowMarks there = new RowMarks();
        target.rows(plan.name(), there::add);
        held.put(plan.name(), there);
        if (there.isEmpty()) {
            return;
        }
        RowMarks known = new RowMarks();
        FRESH.getOrDefault(plan.name(), Set.of()).forEach(known::add);
        source.rows(plan.name(), row -> {
            known.add(row);
            if (!plan.toItself().isEmpty()) {
                known.add(RowText.without(row, plan.toItself()));
            }
        });
        target.rows(plan.name(), row -> {
            if (!known.contains(row)) {
                throw new DigitisationException(Problem.TARGET_DIFFERS, plan.name());
            }
        });
    }

    private void insertMissing(TablePlan plan) {
        RowMarks there = held.getOrDefault(plan.name(), new RowMarks());
        List<SortedMap<String, @Nullable Object>> batch = new ArrayList<>();
        source.rows(plan.name(), row -> {
            String first = plan.toItself().isEmpty() ? row : RowText.without(row, plan.toItself());
            if (there.isEmpty() || !(there.contains(row) || there.contains(first))) {
                batch.add(RowText.values(first));
            }
            if (batch.size() == BATCH) {
                insert(plan, batch);
            }
            told();
        });
        insert(plan, batch);
    }

    private void insert(TablePlan plan, List<SortedMap<String, @Nullable Object>> batch) {
        if (!batch.isEmpty()) {
            transaction.executeWithoutResult(
                    status -> jdbc.batchUpdate(plan.insert(), batch, BATCH, (statement, values) -> {
                        int parameter = 1;
                        for (Map.Entry<String, ColumnKind> column :
                                plan.columns().entrySet()) {
                            column.getValue().bind(statement, parameter++, values.get(column.getKey()));
                        }
                    }));
            batch.clear();
        }
    }

    private void pointToItself(TablePlan plan) {
        for (String column : plan.toItself()) {
            List<SortedMap<String, @Nullable Object>> batch = new ArrayList<>();
            source.rows(plan.name(), row -> {
                SortedMap<String, @Nullable Object> values = RowText.values(row);
                if (values.get(column) != null) {
                    batch.add(values);
                }
                if (batch.size() == BATCH) {
                    update(plan, List.of(column), batch);
                }
            });
            update(plan, List.of(column), batch);
        }
    }

    /** Heads of chains: one row each, changed in place. */
    private void replace(TablePlan plan) {
        List<String> others = plan.columns().keySet().stream()
                .filter(column -> !plan.key().contains(column))
                .toList();
        List<SortedMap<String, @Nullable Object>> rows = new ArrayList<>();
        source.rows(plan.name(), row -> rows.add(RowText.values(row)));
        if (!others.isEmpty()) {
            update(plan, others, rows);
        }
    }

    private void update(TablePlan plan, List<String> columns, List<SortedMap<String, @Nullable Object>> batch) {
        if (batch.isEmpty()) {
            return;
        }
        String sql = "update " + plan.name() + " set " + String.join(" = ?, ", columns) + " = ? where " + plan.byKey();
        List<String> order = new ArrayList<>(columns);
        order.addAll(plan.key());
        transaction.executeWithoutResult(status -> jdbc.batchUpdate(sql, batch, BATCH, (statement, values) -> {
            for (int i = 0; i < order.size(); i++) {
                String column = order.get(i);
                kind(plan, column).bind(statement, i + 1, values.get(column));
            }
        }));
        batch.clear();
    }

    private static ColumnKind kind(TablePlan plan, String column) {
        ColumnKind kind = plan.columns().get(column);
        if (kind == null) {
            throw new IllegalStateException("no column " + column + " in " + plan.name());
        }
        return kind;
    }

    /** Numbers given from now on come after those that were copied. */
    private void numberOn(TablePlan plan) {
        plan.identity().ifPresent(column -> {
            Long next =
                    jdbc.queryForObject("select coalesce(max(" + column + "), 0) + 1 from " + plan.name(), Long.class);
            jdbc.execute("alter table " + plan.name() + " alter column " + column + " restart with " + next);
        });
    }

    private void compare(JdbcTables target) {
        for (TableFacts wanted : source.facts()) {
            TableFacts found = target.facts(wanted.table());
            if (!found.equals(wanted)) {
                throw new DigitisationException(
                        Problem.TARGET_DIFFERS,
                        wanted.table() + ": " + found.rows() + " rows there, " + wanted.rows() + " copied");
            }
        }
    }

    private void told() {
        dealtWith++;
        if (dealtWith % BATCH == 0) {
            progress.accept(dealtWith);
        }
    }
}
