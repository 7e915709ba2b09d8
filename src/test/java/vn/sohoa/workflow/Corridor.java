package vn.sohoa.workflow;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.catalog.RunLedger;
import vn.sohoa.catalog.TestCatalog;
import vn.sohoa.codes.AdministrativeUnits;
import vn.sohoa.codes.RetentionSchedule;
import vn.sohoa.dossier.CopyForm;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.Dossier;
import vn.sohoa.dossier.ScopeReason;
import vn.sohoa.extraction.Extraction;
import vn.sohoa.quality.QualityProfiles;
import vn.sohoa.reading.RecordedReader;
import vn.sohoa.signing.AgencySettings;
import vn.sohoa.signing.SignatureProfiles;
import vn.sohoa.signing.TokenSettings;
import vn.sohoa.signing.TsaSettings;
import vn.sohoa.signing.network.NetworkSettings;
import vn.sohoa.storage.ObjectRole;
import vn.sohoa.storage.ObjectStore;
import vn.sohoa.storage.ObjectStores;

/** The corridor with real rooms around it and a reader that was told what to say. */
final class Corridor implements AutoCloseable {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-02T18:00:00Z"), ZoneOffset.UTC);
    static final Path REFERENCE = Path.of("jobs/reference");
    static final Dossier DOSSIER = TestCatalog.dossier("H15.12-261102-0042");
    static final Extraction EXTRACTION = Extraction.load(REFERENCE, CLOCK);
    static final QualityProfiles PROFILES = QualityProfiles.load(REFERENCE.resolve("quality-profiles.yml"));

    static final RetentionSchedule RETENTION = ReferenceData.retention(REFERENCE);

    final TestCatalog rows;
    final Catalog catalog;
    final ObjectStore store;
    final WorkFolders folders;
    final RecordedReader reader = new RecordedReader();
    final Masters masters;
    final SigningDesk desk;
    final Leases leases;
    final MeterRegistry figures = new SimpleMeterRegistry();
    final PaperMetrics metrics = new PaperMetrics(figures);
    final RecordOutcomes outcomes;
    final RunLedger ledger;
    final long run;

    static WorkflowSettings settings(boolean splitBatches) {
        return new WorkflowSettings(
                Path.of("jobs/reference"),
                Path.of("data"),
                Duration.ofSeconds(45),
                Duration.ZERO,
                AccessCopySize.UNTOUCHED,
                splitBatches);
    }

    /** No token, no authority, nobody to ask. */
    static SigningDesk.Settings nobodySigns(Path trust) {
        return new SigningDesk.Settings(
                new TokenSettings(TokenSettings.Kind.NONE, null, null, 0, null, null, null, false),
                new TsaSettings(null, null),
                NetworkSettings.nobody(),
                new AgencySettings(false, ""),
                trust,
                REFERENCE.resolve(SignatureProfiles.FILE));
    }

    /** Takes loose files whole. */
    LooseScans whole() {
        return new LooseScans(reader, new SplitBatch(reader), folders, settings(false));
    }

    Corridor(Path folder) {
        rows = TestCatalog.open(folder);
        catalog = rows.catalog();
        store = ObjectStores.folder(folder.resolve("objects"), new byte[32]);
        folders = WorkFolders.under(folder.resolve("data"));
        masters = new Masters(store, folders);
        desk = new SigningDesk(nobodySigns(folder.resolve("trust")), Clock.systemUTC());
        leases = new Leases(rows.workList(), java.time.Duration.ofHours(1));
        outcomes = new RecordOutcomes(
                rows.workList(),
                CLOCK,
                leases,
                new Patience(java.time.Duration.ZERO, CLOCK),
                metrics,
                references(rows));
        ledger = rows.runLedger();
        run = ledger.open("demo", CLOCK.instant().atZone(KeepLedger.ZONE).toLocalDate(), CLOCK.instant())
                .id();
    }

    static ReferenceState references(TestCatalog rows) {
        return new ReferenceState(settings(false), rows.referenceBook(), CLOCK);
    }

    static RunContext context(long run, ScannerSignature signature) {
        return new RunContext(run, new RunPolicy("CV7197-LOOKUP", signature, 60, 80, 50));
    }

    RunContext context() {
        return context(run, ScannerSignature.OFF);
    }

    Outcome perform(WorkStep step, Document paper) {
        return outcomes.perform(step, paper.id(), context());
    }

    CaptureDocument capture() {
        return new CaptureDocument(
                masters, reader, PROFILES, new SignatureBeside(store, masters, desk, CLOCK), duplicates());
    }

    FindDuplicates duplicates() {
        return new FindDuplicates(rows.duplicateBook(), CLOCK);
    }

    ExtractData extract() {
        return new ExtractData(
                masters,
                reader,
                new Understanding(
                        EXTRACTION,
                        LearnedThresholds.none(),
                        new Addresses(AdministrativeUnits.load(REFERENCE), CLOCK)),
                store,
                catalog,
                links());
    }

    LinkOwners links() {
        return new LinkOwners(rows.ownerLinkBook(), CLOCK);
    }

    /** Receives a paper whose bytes are its file name. */
    Document receive(String file) {
        return receive(file, CopyForm.ORIGINAL, false, null, null);
    }

    Document receive(String file, CopyForm copy, boolean showOnly, ScopeReason scope, DocumentId twin) {
        int ordinal = catalog.documents(vn.sohoa.catalog.DocumentFilter.ALL).size() + 1;
        Document p = Change.of(TestCatalog.paper(DOSSIER, ordinal, file))
                .object(store.put(DOSSIER.receivingUnit(), ObjectRole.MASTER, bytes(file)))
                .done();
        Document paper = new Document(
                p.id(),
                p.dossier(),
                p.ordinal(),
                p.version(),
                p.source(),
                p.title(),
                copy,
                showOnly,
                false,
                p.receivedAt(),
                p.status(),
                p.standing(),
                "",
                0,
                p.type(),
                0,
                List.of(),
                null,
                null,
                null,
                scope,
                "",
                null,
                p.objects(),
                twin,
                null);
        catalog.receive(DOSSIER, List.of(paper), TestCatalog.event("TIEP_NHAN", DigitisationStatus.RECEIVED));
        return now(paper);
    }

    /** The same bytes once more, under another name. */
    Document receiveAgain(Document first, String file) {
        Document p = TestCatalog.paper(DOSSIER, 99, file);
        Document paper = new Document(
                p.id(),
                p.dossier(),
                p.ordinal(),
                p.version(),
                new vn.sohoa.dossier.SourceFile(
                        file, first.source().sha256(), first.source().bytes()),
                p.title(),
                p.copy(),
                false,
                false,
                p.receivedAt(),
                p.status(),
                p.standing(),
                "",
                0,
                p.type(),
                0,
                List.of(),
                null,
                null,
                null,
                null,
                "",
                null,
                first.objects(),
                first.id(),
                null);
        catalog.receive(DOSSIER, List.of(paper), TestCatalog.event("TIEP_NHAN", DigitisationStatus.RECEIVED));
        return now(paper);
    }

    /** Moves a paper on without a step. */
    Document change(Document paper, UnaryOperator<Change> change) {
        Document changed = change.apply(Change.of(now(paper))).done();
        if (!catalog.change(changed, TestCatalog.event("THU", changed.status()))) {
            throw new AssertionError("not changed");
        }
        return now(paper);
    }

    Document move(Document paper, DigitisationStatus... way) {
        Document at = paper;
        for (DigitisationStatus next : way) {
            at = change(at, c -> c.status(next));
        }
        return at;
    }

    Document now(Document paper) {
        return catalog.document(paper.id()).orElseThrow();
    }

    List<String> keys() throws java.io.IOException {
        List<String> keys = new ArrayList<>();
        store.forEach(key -> keys.add(key.value()));
        return keys;
    }

    /** As if the time a paper has to wait for had passed. */
    void waitIsOver() throws SQLException {
        sql("update document set not_before = null");
    }

    void sql(String statement) throws SQLException {
        try (Connection connection = rows.dataSource().getConnection();
                java.sql.Statement update = connection.createStatement()) {
            update.executeUpdate(statement);
        }
    }

    static byte[] bytes(String file) {
        return file.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        leases.close();
        rows.close();
    }
}
