package vn.sohoa.catalog;

import static vn.sohoa.catalog.DocumentRows.ifPresent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.DossierCode;
import vn.sohoa.dossier.OwnerId;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.ProcedureCode;
import vn.sohoa.dossier.ProvenanceEvent;
import vn.sohoa.dossier.ReuseStanding;
import vn.sohoa.dossier.Sha256;

/** The book of reuse in an SQL database. */
final class JdbcReuseBook implements ReuseBook {
    private static final ZoneId OFFICE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Database database;

    JdbcReuseBook(Database database) {
        this.database = database;
    }

    @Override
    public long enter(ReuseEntry entry) {
        return database.call(jdbc -> {
            // whoever withdraws the paper holds its row as well: the act comes before, and is recalled, or is refused
            Papers.lock(jdbc, entry.document())
                    .map(row -> row.document().standing())
                    .filter(ReuseStanding::isWithdrawn)
                    .ifPresent(standing -> {
                        throw new DigitisationException(Problem.NOT_REUSABLE, standing.name());
                    });
            return known(jdbc, entry).orElseGet(() -> {
                insert(jdbc, entry);
                EventChain.append(jdbc, entry.document(), null, event(entry));
                return known(jdbc, entry).orElseThrow();
            });
        });
    }

    private static Optional<Long> known(JdbcClient jdbc, ReuseEntry entry) {
        return jdbc.sql("""
                        select id from reuse_entry where document_id = :document and for_dossier = :dossier
                          and officer = :officer and business_day = :day""")
                .param("document", entry.document().value())
                .param("dossier", entry.forDossier().value())
                .param("officer", entry.officer())
                .param("day", LocalDate.ofInstant(entry.at(), OFFICE))
                .query(Long.class)
                .optional();
    }

    private static void insert(JdbcClient jdbc, ReuseEntry entry) {
        jdbc.sql("""
                        insert into reuse_entry (document_id, sha256, for_dossier, officer, purpose, basis,
                          happened_at, business_day)
                        values (:document, :sha256, :dossier, :officer, :purpose, :basis, :at, :day)""")
                .param("document", entry.document().value())
                .param("sha256", entry.sha256().hex())
                .param("dossier", entry.forDossier().value())
                .param("officer", entry.officer())
                .param("purpose", entry.purpose())
                .param("basis", entry.basis())
                .param("at", Database.timestamp(entry.at()))
                .param("day", LocalDate.ofInstant(entry.at(), OFFICE))
                .update();
    }

    private static ProvenanceEvent event(ReuseEntry entry) {
        return new ProvenanceEvent(
                entry.at(),
                entry.officer(),
                "REUSE",
                "TAKEN",
                "for " + entry.forDossier() + ", sha256 " + entry.sha256() + ", " + entry.basis());
    }

    @Override
    public List<ReuseEntry> of(DocumentId document) {
        return database.call(jdbc -> jdbc.sql("select * from reuse_entry where document_id = :document and "
                        + CurrentScope.ofPaper("document_id") + " order by id")
                .param("document", document.value())
                .query(JdbcReuseBook::entry)
                .list());
    }

    @Override
    public List<Entered> entries(Optional<DocumentId> document, Optional<DossierCode> forDossier) {
        Map<String, Object> wanted = new TreeMap<>();
        document.ifPresent(id -> wanted.put("document_id", id.value()));
        forDossier.ifPresent(code -> wanted.put("for_dossier", code.value()));
        String where = wanted.keySet().stream()
                .map(column -> column + " = :" + column + " and ")
                .collect(Collectors.joining());
        return database.call(
                jdbc -> jdbc.sql("select * from reuse_entry e where " + where + seen() + " order by id desc")
                        .params(wanted)
                        .query((row, n) -> new Entered(row.getLong("id"), entry(row, n)))
                        .list());
    }

    @Override
    public List<Recall> recalls(boolean open) {
        return database.call(
                jdbc -> jdbc.sql("""
                        select e.*, r.id as recall_id, r.standing, r.raised_at, r.officer as settled_by, r.note, r.done_at
                        from reuse_recall r join reuse_entry e on e.id = r.entry_id
                        where r.done_at is""" + (open ? " null and " : " not null and ") + seen() + " order by r.id")
                        .query((row, n) -> new Recall(
                                row.getLong("recall_id"),
                                new Entered(row.getLong("id"), entry(row, n)),
                                ReuseStanding.valueOf(row.getString("standing")),
                                Database.instant(row, "raised_at"),
                                row.getString("settled_by"),
                                row.getString("note"),
                                Database.instantOrNull(row, "done_at")))
                        .list());
    }

    @Override
    public boolean settle(long recall, String officer, String note, Instant at) {
        return database.call(jdbc -> jdbc.sql("""
                        update reuse_recall set officer = :officer, note = :note, done_at = :at
                        where id = :id and done_at is null
                          and exists (select 1 from reuse_entry e where e.id = entry_id and""" + " " + seen() + ")")
                        .param("officer", officer)
                        .param("note", note)
                        .param("at", Database.timestamp(at))
                        .param("id", recall)
                        .update()
                == 1);
    }

    @Override
    public void askedAgain(AskedAgain asked) {
        DocumentId held = asked.document();
        database.call(jdbc -> {
            jdbc.sql("""
                            insert into asked_again (owner_kind, owner_number, procedure_code, component, document_id, reason,
                              officer, asked_at)
                            values (:kind, :number, :procedure, :component, :document, :reason, :officer, :at)""")
                    .param("kind", asked.owner().kind().name())
                    .param("number", asked.owner().value())
                    .param("procedure", asked.procedure().value())
                    .param("component", asked.component())
                    .param("document", held == null ? null : held.value())
                    .param("reason", asked.reason())
                    .param("officer", asked.officer())
                    .param("at", Database.timestamp(asked.at()))
                    .update();
            if (held != null) {
                EventChain.append(jdbc, held, null, event(asked));
            }
            return true;
        });
    }

    private static ProvenanceEvent event(AskedAgain asked) {
        return new ProvenanceEvent(
                asked.at(), asked.officer(), "REUSE", "ASKED_AGAIN", asked.procedure() + " " + asked.component());
    }

    @Override
    public List<AskedAgain> askedAgain() {
        return database.call(jdbc -> jdbc.sql(
                        "select * from asked_again where " + CurrentScope.ofPaper("document_id") + " order by id desc")
                .query((row, n) -> new AskedAgain(
                        new OwnerId(OwnerId.Kind.valueOf(row.getString("owner_kind")), row.getString("owner_number")),
                        new ProcedureCode(row.getString("procedure_code")),
                        row.getString("component"),
                        ifPresent(row.getObject("document_id", UUID.class), DocumentId::new),
                        row.getString("reason"),
                        row.getString("officer"),
                        Database.instant(row, "asked_at")))
                .list());
    }

    /** Both see an act of reuse: whose paper it is, and in whose dossier it was used. */
    private static String seen() {
        return "(" + CurrentScope.ofPaper("e.document_id") + " or " + CurrentScope.ofDossier("e.for_dossier") + ")";
    }

    private static ReuseEntry entry(ResultSet row, int number) throws SQLException {
        return new ReuseEntry(
                new DocumentId(row.getObject("document_id", UUID.class)),
                new Sha256(row.getString("sha256")),
                new DossierCode(row.getString("for_dossier")),
                row.getString("officer"),
                row.getString("purpose"),
                row.getString("basis"),
                Database.instant(row, "happened_at"));
    }
}
