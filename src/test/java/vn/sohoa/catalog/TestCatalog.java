package vn.sohoa.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import vn.sohoa.dossier.AgencyCode;
import vn.sohoa.dossier.CitizenId;
import vn.sohoa.dossier.CopyForm;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.DocumentType;
import vn.sohoa.dossier.Dossier;
import vn.sohoa.dossier.DossierCode;
import vn.sohoa.dossier.OwnerId;
import vn.sohoa.dossier.Person;
import vn.sohoa.dossier.ProcedureCode;
import vn.sohoa.dossier.ProvenanceEvent;
import vn.sohoa.dossier.ReuseStanding;
import vn.sohoa.dossier.Sha256;
import vn.sohoa.dossier.SourceFile;

/**
 * Every port of the catalogue on a real database, for the tests of all rooms, without Spring. {@code open(folder)} twice on one
 * folder is a restart.
 */
public final class TestCatalog implements AutoCloseable {
    private static final String FILE = "catalog.mv.db";
    public static final Instant NOON = Instant.parse("2026-11-02T05:00:00Z");

    private final DataSource dataSource;
    private final Runnable close;
    private final Database database;

    private TestCatalog(DataSource dataSource, Runnable close) {
        this.dataSource = dataSource;
        this.close = close;
        this.database = new Database(dataSource);
    }

    /** On an H2 file in a folder, made or found there. */
    public static TestCatalog open(Path folder) {
        if (!Files.exists(folder.resolve(FILE))) {
            Template.copyTo(folder);
        }
        return unmigrated(folder);
    }

    private static TestCatalog unmigrated(Path folder) {
        JdbcConnectionPool pool = JdbcConnectionPool.create(url(folder), "sohoa", "");
        pool.setMaxConnections(24);
        return new TestCatalog(pool, pool::dispose);
    }

    /** On an empty database of any kind, which gets its tables. */
    public static TestCatalog on(DataSource dataSource, Runnable close) {
        migrate(dataSource);
        return new TestCatalog(dataSource, close);
    }

    private static void migrate(DataSource dataSource) {
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .javaMigrations(
                        new BatchTables(),
                        RowSecurity.ofFirstTables(),
                        RowSecurity.ofOwnerLinks(),
                        RowSecurity.ofFurtherTables())
                .load()
                .migrate();
    }

    /** An empty catalogue with its tables, made once by Flyway and then copied: a tenth of the time for each test. */
    private static final class Template {
        private static final Path FOLDER = make();

        private static Path make() {
            try {
                Path folder = Files.createTempDirectory("catalog-template");
                try (TestCatalog catalog = unmigrated(folder)) {
                    migrate(catalog.dataSource());
                }
                folder.toFile().deleteOnExit();
                folder.resolve(FILE).toFile().deleteOnExit();
                return folder;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        static void copyTo(Path folder) {
            try {
                Files.copy(FOLDER.resolve(FILE), folder.resolve(FILE));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    static String url(Path folder) {
        return "jdbc:h2:file:" + folder.resolve("catalog").toAbsolutePath() + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
    }

    public DataSource dataSource() {
        return dataSource;
    }

    public Catalog catalog() {
        return new JdbcCatalog(database);
    }

    public WorkList workList() {
        return new JdbcWorkList(database);
    }

    public Outbox outbox() {
        return new JdbcOutbox(database);
    }

    public AuditTrail auditTrail() {
        return new JdbcAuditTrail(database);
    }

    public EvidenceBook evidenceBook() {
        return new JdbcEvidenceBook(database);
    }

    public ReuseBook reuseBook() {
        return new JdbcReuseBook(database);
    }

    public DuplicateBook duplicateBook() {
        return new JdbcDuplicateBook(database);
    }

    public OwnerLinkBook ownerLinkBook() {
        return new JdbcOwnerLinkBook(database);
    }

    public ReferenceBook referenceBook() {
        return new JdbcReferenceBook(database);
    }

    public SubmissionBook submissionBook() {
        return new JdbcSubmissionBook(database);
    }

    public HandlingBook handlingBook() {
        return new JdbcHandlingBook(database);
    }

    public IndicatorBook indicatorBook() {
        return new JdbcIndicatorBook(database);
    }

    public PortalBook portalBook() {
        return new JdbcPortalBook(database);
    }

    public ReviewBook reviewBook() {
        return new JdbcReviewBook(database);
    }

    public RunLedger runLedger() {
        return new JdbcRunLedger(database);
    }

    public RunDoor runDoor() {
        return new JdbcRunDoor(database, dataSource);
    }

    public TableTransfer transfer() {
        return new JdbcTableTransfer(dataSource);
    }

    public AccountBook accountBook() {
        return new JdbcAccountBook(database);
    }

    public AccessLog accessLog() {
        return new JdbcAccessLog(database);
    }

    public CatalogCheck check() {
        return new JdbcCatalogCheck(database);
    }

    @Override
    public void close() {
        close.run();
    }

    /** A dossier of an invented person. */
    public static Dossier dossier(String code) {
        return new Dossier(
                new DossierCode(code),
                new ProcedureCode("1.004873"),
                "Cấp giấy xác nhận tình trạng hôn nhân",
                new Person(new OwnerId(OwnerId.Kind.CITIZEN, new CitizenId("001085000123").value()), "Nguyễn Thị Mẫu"),
                LocalDate.parse("2026-11-02"),
                LocalDate.parse("2026-11-05"),
                new AgencyCode("H15.12"),
                new AgencyCode("H15.12"),
                null);
    }

    /** A paper as it was received; its bytes are its file name. */
    public static Document paper(Dossier dossier, int ordinal, String file) {
        byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
        return new Document(
                DocumentId.of(dossier.code(), file, 1),
                dossier.code(),
                ordinal,
                1,
                new SourceFile(file, Sha256.of(bytes), bytes.length),
                "Giấy số " + ordinal,
                CopyForm.ORIGINAL,
                false,
                false,
                NOON,
                DigitisationStatus.RECEIVED,
                ReuseStanding.UNDETERMINED,
                "",
                0,
                DocumentType.UNKNOWN,
                0,
                List.of(),
                null,
                null,
                null,
                null,
                "",
                null,
                List.of(),
                null,
                null);
    }

    public static ProvenanceEvent event(String step, Object reached) {
        return new ProvenanceEvent(NOON, "system", step, reached.toString(), "");
    }
}
