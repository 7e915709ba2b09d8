package vn.sohoa.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.DocumentType;
import vn.sohoa.dossier.ExtractedValue;
import vn.sohoa.dossier.LegalStep;
import vn.sohoa.dossier.MachineReading;
import vn.sohoa.dossier.ProvenanceEvent;
import vn.sohoa.dossier.ReviewDecision;

/** The book of review in an SQL database. */
final class JdbcReviewBook implements ReviewBook {
    /** The version with which the machine's last reading of a paper came. */
    private static final String LAST_READ = "coalesce((select max(e.document_version) from document_event e"
            + " where e.document_id = d.id and e.step = '" + LegalStep.BOC_TACH.name() + "'), 0)";

    private static final String COUNTING = "select r.* from review_decision r join document d on d.id = r.document_id"
            + " where r.document_version > " + LAST_READ;

    private final Database database;

    JdbcReviewBook(Database database) {
        this.database = database;
    }

    @Override
    public boolean decide(Document changed, List<ReviewDecision> decisions, ProvenanceEvent event) {
        return database.call(jdbc -> {
            Optional<Papers.Locked> current =
                    Papers.lock(jdbc, changed.id()).filter(row -> row.document().version() == changed.version());
            current.ifPresent(row -> {
                keepReading(jdbc, row.document());
                Papers.writeByPerson(jdbc, row, changed, event);
                decisions.forEach(decision -> insert(jdbc, decision, changed.version() + 1));
            });
            return current.isPresent();
        });
    }

    /** Once for each reading, before the first decision on it. */
    private static void keepReading(JdbcClient jdbc, Document before) {
        boolean kept = jdbc.sql("select exists (select 1 from machine_reading m join document d on d.id = m.document_id"
                        + " where d.id = :id and m.document_version >= " + LAST_READ + ")")
                .param("id", before.id().value())
                .query(Boolean.class)
                .single();
        if (!kept) {
            jdbc.sql("""
                            insert into machine_reading (document_id, document_version, type_code, type_name,
                              type_confidence, field_values)
                            values (:id, :version, :type, :name, :confidence, :values)""")
                    .param("id", before.id().value())
                    .param("version", before.version())
                    .param("type", before.type().code())
                    .param("name", before.type().name())
                    .param("confidence", before.typeConfidence())
                    .param("values", JsonColumns.write(before.values()))
                    .update();
        }
    }

    private static void insert(JdbcClient jdbc, ReviewDecision decision, long version) {
        ExtractedValue read = decision.read();
        jdbc.sql("""
                        insert into review_decision (document_id, document_version, subject, verdict, type_code, read_value,
                          decided_value, officer, decided_at)
                        values (:document, :version, :subject, :verdict, :type, :read, :decided, :officer, :at)""")
                .param("document", decision.document().value())
                .param("version", version)
                .param("subject", decision.subject())
                .param("verdict", decision.verdict().name())
                .param("type", decision.type())
                .param("read", read == null ? null : JsonColumns.write(read))
                .param("decided", decision.decided())
                .param("officer", decision.officer())
                .param("at", Database.timestamp(decision.at()))
                .update();
    }

    @Override
    public List<ReviewDecision> of(DocumentId document) {
        return database.call(jdbc -> jdbc.sql(COUNTING + " and d.id = :id order by r.id")
                .param("id", document.value())
                .query(JdbcReviewBook::decision)
                .list());
    }

    @Override
    public Map<DocumentId, List<ReviewDecision>> of(DigitisationStatus status) {
        return database.call(jdbc -> jdbc
                .sql(COUNTING + " and d.status = :status order by r.id")
                .param("status", status.name())
                .query(JdbcReviewBook::decision)
                .list()
                .stream()
                .collect(Collectors.groupingBy(ReviewDecision::document, LinkedHashMap::new, Collectors.toList())));
    }

    @Override
    public Optional<MachineReading> reading(DocumentId document) {
        return database.call(jdbc -> jdbc.sql("select * from machine_reading where document_id = :id"
                        + " order by document_version desc limit 1")
                .param("id", document.value())
                .query((row, n) -> new MachineReading(
                        document,
                        row.getLong("document_version"),
                        new DocumentType(row.getString("type_code"), row.getString("type_name")),
                        row.getDouble("type_confidence"),
                        JsonColumns.values(row.getString("field_values"))))
                .optional());
    }

    @Override
    public List<ReviewDecision> all() {
        return database.call(jdbc -> jdbc.sql("select * from review_decision order by id")
                .query(JdbcReviewBook::decision)
                .list());
    }

    private static ReviewDecision decision(ResultSet row, int number) throws SQLException {
        return new ReviewDecision(
                new DocumentId(row.getObject("document_id", UUID.class)),
                row.getLong("document_version"),
                row.getString("subject"),
                ReviewDecision.Verdict.valueOf(row.getString("verdict")),
                row.getString("type_code"),
                JsonColumns.value(row.getString("read_value")),
                DocumentRows.ifPresent(row.getString("decided_value"), text -> text),
                row.getString("officer"),
                Database.instant(row, "decided_at"));
    }
}
