package vn.sohoa.catalog;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.Look;
import vn.sohoa.dossier.Sha256;

/** The log of looks in an SQL database. */
final class JdbcAccessLog implements AccessLog {
    private static final String CHAIN = "access_entry";
    private static final long FORMAT = 1;
    private static final int MOST = 10_000;
    /** Rows in one statement: a search shows no more than that, and drivers limit the values of a statement. */
    private static final int TOGETHER = 100;

    private final Database database;
    private final JoinedWrites<Look> writes;

    JdbcAccessLog(Database database) {
        this.database = database;
        this.writes = new JoinedWrites<>(looks -> database.call(jdbc -> {
            append(jdbc, looks);
            return looks.size();
        }));
    }

    @Override
    public void enter(List<Look> looks) {
        writes.write(looks);
    }

    private static void append(JdbcClient jdbc, List<Look> looks) {
        List<Object[]> rows = new ArrayList<>();
        ChainHead.advance(jdbc, CHAIN, looks, (look, seq, previous) -> {
            String hash = hash(facts(seq, previous, look));
            rows.add(new Object[] {
                seq,
                previous,
                hash,
                Database.timestamp(look.at()),
                look.who(),
                look.role(),
                look.unit(),
                look.kind().name(),
                look.document(),
                look.purpose(),
                look.from(),
                look.result().name()
            });
            return hash;
        });
        for (int from = 0; from < rows.size(); from += TOGETHER) {
            jdbc.sql("""
                            insert into access_entry (seq, prev_hash, hash, happened_at, who, role, unit, kind, document_id,
                              purpose, came_from, result)
                            values :rows""")
                    .param("rows", rows.subList(from, Math.min(rows.size(), from + TOGETHER)))
                    .update();
        }
    }

    @Override
    public void read(Consumer<Link> action) {
        database.call(jdbc -> {
            walk(jdbc, action);
            return true;
        });
    }

    @Override
    public List<Link> newest(Optional<DocumentId> document, int limit) {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("limit not within 1 to " + MOST + ": " + limit);
        }
        String where = document.isPresent() ? " where document_id = :document" : "";
        return database.call(jdbc -> {
            JdbcClient.StatementSpec query = jdbc.sql(
                            "select * from access_entry" + where + " order by seq desc limit :most")
                    .param("most", limit);
            return document.map(id -> query.param("document", id.value()))
                    .orElse(query)
                    .query(JdbcAccessLog::link)
                    .list();
        });
    }

    @Override
    public List<String> violations() {
        return database.call(JdbcAccessLog::violations);
    }

    static List<String> violations(JdbcClient jdbc) {
        List<String> found = new ArrayList<>();
        ChainHead.Walk walk = new ChainHead.Walk("access log", found);
        walk(jdbc, link -> walk.pass(link.seq(), link.previous(), link.hash(), hash(link.facts())));
        walk.end(ChainHead.of(jdbc, CHAIN));
        return found;
    }

    private static void walk(JdbcClient jdbc, Consumer<Link> action) {
        try (Stream<Link> links =
                jdbc.sql("select * from access_entry order by seq").query(JdbcAccessLog::link).stream()) {
            links.forEach(action);
        }
    }

    private static Link link(ResultSet row, int number) throws SQLException {
        Look look = new Look(
                Database.instant(row, "happened_at"),
                row.getString("who"),
                row.getString("role"),
                row.getString("unit"),
                Look.Kind.valueOf(row.getString("kind")),
                row.getObject("document_id", UUID.class),
                row.getString("purpose"),
                row.getString("came_from"),
                Look.Result.valueOf(row.getString("result")));
        long seq = row.getLong("seq");
        String previous = row.getString("prev_hash");
        return new Link(seq, previous, row.getString("hash"), look, facts(seq, previous, look));
    }

    private static String facts(long seq, String previous, Look look) {
        SortedMap<String, Object> facts = new TreeMap<>();
        facts.put("format", FORMAT);
        facts.put("seq", seq);
        facts.put("prev", previous);
        facts.put("at", Database.timestamp(look.at()).toInstant());
        facts.put("who", look.who());
        facts.put("role", look.role());
        facts.put("unit", look.unit());
        facts.put("kind", look.kind());
        UUID document = look.document();
        if (document != null) {
            facts.put("document", document);
        }
        facts.put("purpose", look.purpose());
        facts.put("from", look.from());
        facts.put("result", look.result());
        return JsonColumns.canonical(facts);
    }

    private static String hash(String facts) {
        return Sha256.of(facts.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
