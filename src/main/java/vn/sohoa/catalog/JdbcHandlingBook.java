package vn.sohoa.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.DossierCode;
import vn.sohoa.dossier.Handling;
import vn.sohoa.dossier.PaperHandling;

/** Declared handling in an SQL database. */
final class JdbcHandlingBook implements HandlingBook {
    private final Database database;

    JdbcHandlingBook(Database database) {
        this.database = database;
    }

    @Override
    public void keep(DossierCode dossier, Handling handling, Map<DocumentId, PaperHandling> papers, Instant now) {
        database.call(jdbc -> {
            Optional<Handling> earlier = find(jdbc, dossier);
            Handling whole = handling.over(earlier.orElse(Handling.NONE));
            boolean changed = !whole.equals(earlier.orElse(Handling.NONE));
            if (changed && earlier.isPresent()) {
                jdbc.sql("delete from dossier_handling where dossier_code = :dossier")
                        .param("dossier", dossier.value())
                        .update();
            }
            if (changed) {
                insert(jdbc, dossier, whole, now);
            }
            papers.forEach((paper, its) -> keep(jdbc, paper, its));
            return changed;
        });
    }

    private static void insert(JdbcClient jdbc, DossierCode dossier, Handling handling, Instant now) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("dossier", dossier.value());
        columns.put("finished", handling.finished());
        columns.put("returned", handling.returned());
        columns.put("channel", DocumentRows.ifPresent(handling.channel(), Enum::name));
        columns.put("state", handling.state());
        columns.put("field_code", handling.fieldCode());
        columns.put("field_name", handling.fieldName());
        columns.put("owner_type", DocumentRows.ifPresent(handling.ownerType(), Enum::name));
        columns.put("vneid", handling.vneid());
        columns.put("paid_online", handling.paidOnline());
        columns.put("data_sources", String.join(" ", handling.dataSources()));
        columns.put("now", Database.timestamp(now));
        jdbc.sql("""
                        insert into dossier_handling (dossier_code, finished_on, returned_on, channel, state, field_code,
                          field_name, owner_type, vneid, paid_online, data_sources, declared_at)
                        values (:dossier, :finished, :returned, :channel, :state, :field_code, :field_name, :owner_type,
                          :vneid, :paid_online, :data_sources, :now)""").params(columns).update();
    }

    private static void keep(JdbcClient jdbc, DocumentId paper, PaperHandling handling) {
        if (handling.equals(PaperHandling.NONE)) {
            return;
        }
        jdbc.sql("delete from paper_handling where document_id = :paper")
                .param("paper", paper.value())
                .update();
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("paper", paper.value());
        columns.put("component", handling.component());
        columns.put("reuse", handling.reuse().name());
        columns.put("national", handling.nationalStore());
        columns.put("replaced", handling.replacedResult());
        jdbc.sql("insert into paper_handling (document_id, component_code, reuse, national_store, replaced_result)"
                        + " values (:paper, :component, :reuse, :national, :replaced)")
                .params(columns)
                .update();
    }

    @Override
    public Optional<Handling> of(DossierCode dossier) {
        return database.call(jdbc -> find(jdbc, dossier));
    }

    private static Optional<Handling> find(JdbcClient jdbc, DossierCode dossier) {
        return jdbc.sql("select * from dossier_handling where dossier_code = :dossier")
                .param("dossier", dossier.value())
                .query(JdbcHandlingBook::read)
                .optional();
    }

    private static Handling read(ResultSet row, int number) throws SQLException {
        String sources = row.getString("data_sources");
        return new Handling(
                row.getObject("finished_on", LocalDate.class),
                row.getObject("returned_on", LocalDate.class),
                DocumentRows.ifPresent(row.getString("channel"), Handling.Channel::valueOf),
                row.getObject("state", Integer.class),
                row.getString("field_code"),
                row.getString("field_name"),
                DocumentRows.ifPresent(row.getString("owner_type"), Handling.OwnerType::valueOf),
                row.getObject("vneid", Boolean.class),
                row.getObject("paid_online", Boolean.class),
                sources.isEmpty() ? List.of() : List.of(sources.split(" ")));
    }

    @Override
    public Map<DocumentId, PaperHandling> papers(DossierCode dossier) {
        Map<DocumentId, PaperHandling> papers = new LinkedHashMap<>();
        database.call(jdbc -> jdbc.sql("select h.* from paper_handling h join document x on x.id = h.document_id"
                                + " where x.dossier_code = :dossier order by x.ordinal")
                        .param("dossier", dossier.value())
                        .query((row, n) -> Map.entry(
                                new DocumentId(row.getObject("document_id", UUID.class)),
                                new PaperHandling(
                                        row.getString("component_code"),
                                        PaperHandling.Reuse.valueOf(row.getString("reuse")),
                                        row.getBoolean("national_store"),
                                        row.getString("replaced_result"))))
                        .list())
                .forEach(paper -> papers.put(paper.getKey(), paper.getValue()));
        return papers;
    }
}
