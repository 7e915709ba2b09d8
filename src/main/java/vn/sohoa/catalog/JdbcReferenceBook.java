package vn.sohoa.catalog;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.sohoa.dossier.Sha256;

/** States of the reference data in an SQL database. */
final class JdbcReferenceBook implements ReferenceBook {
    /** Of the column; of a longer file the hash alone is kept. */
    private static final int LONGEST = 1_000_000;

    private final Database database;

    JdbcReferenceBook(Database database) {
        this.database = database;
    }

    @Override
    public void keep(String stamp, Map<String, String> files, Instant now) {
        database.call(jdbc -> {
            boolean known = jdbc.sql("select exists (select 1 from reference_state where stamp = :stamp)")
                    .param("stamp", stamp)
                    .query(Boolean.class)
                    .single();
            if (!known) {
                files.forEach((name, text) -> insert(jdbc, stamp, name, text, now));
            }
            return known;
        });
    }

    private static void insert(JdbcClient jdbc, String stamp, String name, String text, Instant now) {
        String hash = Sha256.of(text.getBytes(StandardCharsets.UTF_8)).hex();
        boolean known = jdbc.sql("select exists (select 1 from reference_file where sha256 = :hash)")
                .param("hash", hash)
                .query(Boolean.class)
                .single();
        if (!known) {
            jdbc.sql("insert into reference_file (sha256, content) values (:hash, :text)")
                    .param("hash", hash)
                    .param("text", text.length() > LONGEST ? "" : text)
                    .update();
        }
        jdbc.sql("insert into reference_state (stamp, name, sha256, first_used_at)"
                        + " values (:stamp, :name, :hash, :now)")
                .param("stamp", stamp)
                .param("name", name)
                .param("hash", hash)
                .param("now", Database.timestamp(now))
                .update();
    }

    @Override
    public List<Entry> states() {
        return database.call(jdbc -> jdbc.sql("select * from reference_state order by first_used_at, stamp, name")
                .query((row, n) -> new Entry(
                        row.getString("stamp"),
                        row.getString("name"),
                        new Sha256(row.getString("sha256")),
                        Database.instant(row, "first_used_at")))
                .list());
    }

    @Override
    public Optional<String> text(String stamp, String name) {
        return database.call(jdbc -> jdbc.sql("select f.content from reference_state s"
                        + " join reference_file f on f.sha256 = s.sha256 where s.stamp = :stamp and s.name = :name")
                .param("stamp", stamp)
                .param("name", name)
                .query(String.class)
                .optional());
    }
}
