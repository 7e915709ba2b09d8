package vn.sohoa.catalog;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of a database, inside a transaction that others have begun. */
final class JdbcTables implements TableTransfer.Snapshot {
    private final JdbcTemplate jdbc;
    private final List<TablePlan> plans;

    JdbcTables(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.plans = TablePlan.read(jdbc);
    }

    List<TablePlan> plans() {
        return plans;
    }

    @Override
    public String schema() {
        return Optional.ofNullable(jdbc.queryForObject(
                        "select \"version\" from \"flyway_schema_history\" where \"installed_rank\" ="
                                + " (select max(\"installed_rank\") from \"flyway_schema_history\" where \"success\")",
                        String.class))
                .orElse("");
    }

    @Override
    public List<String> names() {
        return plans.stream().map(TablePlan::name).toList();
    }

    @Override
    public void rows(String table, Consumer<String> action) {
        TablePlan plan = plans.stream()
                .filter(each -> each.name().equals(table))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such table: " + table));
        jdbc.query(plan.select() + " order by " + String.join(", ", plan.key()), (RowCallbackHandler)
                row -> action.accept(RowText.of(plan, row)));
    }

    @Override
    public void objects(Consumer<NamedObject> action) {
        jdbc.query("select id, objects from document order by id", (RowCallbackHandler) row -> {
            String document = row.getString(1);
            JsonColumns.objects(row.getString(2)).forEach(object -> action.accept(new NamedObject(document, object)));
        });
    }

    @Override
    public TableTransfer.ChainEnd chainEnd() {
        ChainHead head = EventChain.head(JdbcClient.create(jdbc));
        return new TableTransfer.ChainEnd(head.seq(), head.hash());
    }
}
