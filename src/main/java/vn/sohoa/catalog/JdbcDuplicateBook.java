package vn.sohoa.catalog;

import static vn.sohoa.catalog.DocumentRows.ifPresent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.DuplicatePair;
import vn.sohoa.dossier.ProvenanceEvent;

/** Prints and pairs in an SQL database. */
final class JdbcDuplicateBook implements DuplicateBook {
    private static final int MOST_AKIN = 200;

    /** Each by an index of its own; joined in one query they are not. */
    private static final List<String> PLACES = List.of("key_hash", "band1", "band2", "band3", "band4");

    private final Database database;

    JdbcDuplicateBook(Database database) {
        this.database = database;
    }

    @Override
    public void keepPrint(DocumentId paper, String print) {
        database.call(jdbc -> {
            PrintBands bands = PrintBands.of(print);
            int known = jdbc.sql("update paper_print set print = :print, band1 = :b1, band2 = :b2, band3 = :b3,"
                            + " band4 = :b4 where document_id = :id")
                    .param("id", paper.value())
                    .param("print", print)
                    .param("b1", bands.band(0))
                    .param("b2", bands.band(1))
                    .param("b3", bands.band(2))
                    .param("b4", bands.band(3))
                    .update();
            return known > 0 ? known : insert(jdbc, paper, print, bands);
        });
    }

    private static int insert(JdbcClient jdbc, DocumentId paper, String print, PrintBands bands) {
        return jdbc.sql("insert into paper_print (document_id, print, band1, band2, band3, band4)"
                        + " values (:id, :print, :b1, :b2, :b3, :b4)")
                .param("id", paper.value())
                .param("print", print)
                .param("b1", bands.band(0))
                .param("b2", bands.band(1))
                .param("b3", bands.band(2))
                .param("b4", bands.band(3))
                .update();
    }

    @Override
    public void forget(DocumentId paper) {
        database.call(jdbc -> jdbc.sql("delete from paper_print where document_id = :id")
                .param("id", paper.value())
                .update());
    }

    @Override
    public String print(DocumentId paper) {
        return database.call(jdbc -> jdbc.sql("select print from paper_print where document_id = :id")
                .param("id", paper.value())
                .query(String.class)
                .optional()
                .orElse(""));
    }

    @Override
    public List<Akin> akin(DocumentId paper, Optional<String> key) {
        String hash = key.orElse(null);
        // committed before the search: of two at once the one that looks last sees the other
        database.call(jdbc -> {
            int known = jdbc.sql("update paper_print set key_hash = :key where document_id = :id")
                    .param("id", paper.value())
                    .param("key", hash)
                    .update();
            return known > 0
                    ? known
                    : jdbc.sql("insert into paper_print (document_id, print, key_hash) values (:id, '', :key)")
                            .param("id", paper.value())
                            .param("key", hash)
                            .update();
        });
        return database.call(jdbc -> near(jdbc, paper).entrySet().stream()
                .flatMap(near ->
                        passing(jdbc, near.getKey()).map(document -> new Akin(document, near.getValue())).stream())
                .toList());
    }

    /** Ids and prints of what shares the key, then of what shares a band. */
    private static Map<UUID, String> near(JdbcClient jdbc, DocumentId paper) {
        Map<UUID, String> near = new LinkedHashMap<>();
        Map<String, Object> own = new LinkedHashMap<>();
        jdbc.sql("select * from paper_print where document_id = :id")
                .param("id", paper.value())
                .query(row -> {
                    for (String place : PLACES) {
                        Object value = row.getObject(place);
                        if (value != null) {
                            own.put(place, value);
                        }
                    }
                });
        own.forEach((place, value) -> {
            if (near.size() < MOST_AKIN) {
                jdbc.sql("select document_id, print from paper_print where " + place
                                + " = :value and document_id <> :id limit :most")
                        .param("value", value)
                        .param("id", paper.value())
                        .param("most", MOST_AKIN - near.size())
                        .query(row -> {
                            near.put(row.getObject("document_id", UUID.class), row.getString("print"));
                        });
            }
        });
        return near;
    }

    private static Optional<Document> passing(JdbcClient jdbc, UUID id) {
        return jdbc.sql("select * from document where id = :id and status in ('EXTRACTED', 'CODED', 'STORED')")
                .param("id", id)
                .query(DocumentRows::read)
                .optional();
    }

    @Override
    public void propose(DuplicatePair pair) {
        database.call(jdbc -> known(jdbc, pair).isPresent() ? 0 : insert(jdbc, pair));
    }

    private static Optional<DuplicatePair> known(JdbcClient jdbc, DuplicatePair pair) {
        return jdbc.sql("select * from duplicate_pair where first_id = :first and second_id = :second for update")
                .param("first", pair.first().value())
                .param("second", pair.second().value())
                .query(JdbcDuplicateBook::pair)
                .optional();
    }

    private static int insert(JdbcClient jdbc, DuplicatePair pair) {
        return jdbc.sql("""
                        insert into duplicate_pair (first_id, second_id, likeness, same_key, found_at)
                        values (:first, :second, :likeness, :same_key, :found_at)""")
                .param("first", pair.first().value())
                .param("second", pair.second().value())
                .param("likeness", pair.likeness())
                .param("same_key", pair.sameKey())
                .param("found_at", Database.timestamp(pair.found()))
                .update();
    }

    @Override
    public List<DuplicatePair> pairs(Optional<DuplicatePair.Verdict> verdict) {
        String which = verdict.isPresent() ? "verdict = :verdict" : "verdict is null";
        String seen = " and " + CurrentScope.ofPaper("first_id") + " and " + CurrentScope.ofPaper("second_id");
        return database.call(jdbc -> {
            JdbcClient.StatementSpec query = jdbc.sql(
                    "select * from duplicate_pair where " + which + seen + " order by found_at, first_id, second_id");
            return verdict.map(is -> query.param("verdict", is.name()))
                    .orElse(query)
                    .query(JdbcDuplicateBook::pair)
                    .list();
        });
    }

    @Override
    public List<DuplicatePair> of(DocumentId paper) {
        return database.call(
                jdbc -> jdbc.sql("select * from duplicate_pair where (first_id = :id or second_id = :id) and "
                                + CurrentScope.ofPaper("first_id") + " and " + CurrentScope.ofPaper("second_id")
                                + " order by found_at, first_id, second_id")
                        .param("id", paper.value())
                        .query(JdbcDuplicateBook::pair)
                        .list());
    }

    @Override
    public boolean decide(DuplicatePair decided, Optional<Document> changed, ProvenanceEvent event) {
        return database.call(jdbc -> {
            // papers first: whoever also appends to the history locks the paper first
            Optional<Papers.Locked> row = changed.flatMap(paper -> Papers.lock(jdbc, paper.id())
                    .filter(locked -> locked.document().version() == paper.version()));
            if (changed.isPresent() && row.isEmpty()) {
                return false;
            }
            Optional<DuplicatePair> known = known(jdbc, decided);
            if (known.flatMap(DuplicatePair::outcome).isPresent()) {
                return false;
            }
            if (known.isEmpty()) {
                insert(jdbc, decided);
            }
            settle(jdbc, decided);
            row.ifPresentOrElse(
                    locked -> Papers.writeByPerson(jdbc, locked, changed.orElseThrow(), event),
                    () -> EventChain.append(jdbc, decided.second(), null, event));
            return true;
        });
    }

    private static void settle(JdbcClient jdbc, DuplicatePair decided) {
        DocumentId successor = decided.successor();
        jdbc.sql("""
                        update duplicate_pair set verdict = :verdict, successor_id = :successor, officer = :officer,
                          decided_at = :at where first_id = :first and second_id = :second""")
                .param("verdict", decided.outcome().orElseThrow().name())
                .param("successor", successor == null ? null : successor.value())
                .param("officer", decided.officer())
                .param("at", ifPresent(decided.decided(), Database::timestamp))
                .param("first", decided.first().value())
                .param("second", decided.second().value())
                .update();
    }

    private static DuplicatePair pair(ResultSet row, int number) throws SQLException {
        return new DuplicatePair(
                new DocumentId(row.getObject("first_id", UUID.class)),
                new DocumentId(row.getObject("second_id", UUID.class)),
                row.getDouble("likeness"),
                row.getBoolean("same_key"),
                Database.instant(row, "found_at"),
                ifPresent(row.getString("verdict"), DuplicatePair.Verdict::valueOf),
                ifPresent(row.getObject("successor_id", UUID.class), DocumentId::new),
                ifPresent(row.getString("officer"), text -> text),
                Database.instantOrNull(row, "decided_at"));
    }

    /** Four words of sixteen bits out of a print; two prints that differ in at most three bits share one of them. */
    private record PrintBands(@Nullable Long bits) {
        private static final int CELLS_ACROSS = 24;
        private static final int CELLS_DOWN = 32;
        private static final int SIDE = 8;

        static PrintBands of(String print) {
            if (print.length() != CELLS_ACROSS * CELLS_DOWN) {
                return new PrintBands(null);
            }
            int[] block = new int[SIDE * SIDE];
            for (int i = 0; i < print.length(); i++) {
                int x = i % CELLS_ACROSS * SIDE / CELLS_ACROSS;
                int y = i / CELLS_ACROSS * SIDE / CELLS_DOWN;
                block[y * SIDE + x] += print.charAt(i) - 'A';
            }
            int[] sorted = block.clone();
            Arrays.sort(sorted);
            int middle = sorted[sorted.length / 2];
            long bits = 0;
            for (int ink : block) {
                bits = bits << 1 | (ink > middle ? 1 : 0);
            }
            return new PrintBands(bits);
        }

        @Nullable
        Integer band(int index) {
            Long all = bits;
            return all == null ? null : (int) (all >>> (16 * index) & 0xFFFF);
        }
    }
}
