package vn.sohoa.catalog;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.sohoa.dossier.AgencyCode;
import vn.sohoa.dossier.Dossier;
import vn.sohoa.dossier.DossierCode;
import vn.sohoa.dossier.Sha256;

/**
 * Submissions in an SQL database; of two at once the second finds the first when it is tried again. A key or a code that others have
 * used is taken, whoever asks: the book looks at all rows and shows none.
 */
final class JdbcSubmissionBook implements SubmissionBook {
    private final Database database;

    JdbcSubmissionBook(Database database) {
        this.database = database;
    }

    @Override
    public Submission enter(Submission submission) {
        return CurrentScope.unbounded(
                () -> database.call(jdbc -> find(jdbc, submission.key()).orElseGet(() -> {
                    jdbc.sql("insert into submission (key_hash, content_hash, dossier_code, account, submitted_at)"
                                    + " values (:key, :content, :dossier, :account, :at)")
                            .param("key", submission.key().hex())
                            .param("content", submission.content().hex())
                            .param("dossier", submission.dossier().value())
                            .param("account", submission.account())
                            .param("at", Database.timestamp(submission.at()))
                            .update();
                    return submission;
                })));
    }

    /** Of a dossier. */
    private record Units(
            String receiving, String processing, @Nullable String issuing) {

        static Units of(Dossier dossier) {
            AgencyCode issuing = dossier.issuingUnit();
            return new Units(
                    dossier.receivingUnit().value(),
                    dossier.processingUnit().value(),
                    issuing == null ? null : issuing.value());
        }
    }

    @Override
    public boolean isFor(Dossier dossier) {
        Units units = Units.of(dossier);
        return CurrentScope.unbounded(() -> database.call(jdbc -> {
            Optional<Units> first = unitsOf(jdbc, dossier.code());
            if (first.isEmpty()) {
                jdbc.sql("insert into submitted_dossier (dossier_code, receiving_unit, processing_unit, issuing_unit)"
                                + " values (:code, :receiving, :processing, :issuing)")
                        .param("code", dossier.code().value())
                        .param("receiving", units.receiving())
                        .param("processing", units.processing())
                        .param("issuing", units.issuing())
                        .update();
            }
            return first.map(units::equals).orElse(true);
        }));
    }

    private static Optional<Units> unitsOf(JdbcClient jdbc, DossierCode code) {
        return jdbc.sql("select * from submitted_dossier where dossier_code = :code")
                .param("code", code.value())
                .query((row, n) -> new Units(
                        row.getString("receiving_unit"),
                        row.getString("processing_unit"),
                        row.getString("issuing_unit")))
                .optional();
    }

    private static Optional<Submission> find(JdbcClient jdbc, Sha256 key) {
        return jdbc.sql("select * from submission where key_hash = :key")
                .param("key", key.hex())
                .query((row, n) -> new Submission(
                        key,
                        new Sha256(row.getString("content_hash")),
                        new DossierCode(row.getString("dossier_code")),
                        row.getString("account"),
                        Database.instant(row, "submitted_at")))
                .optional();
    }
}
