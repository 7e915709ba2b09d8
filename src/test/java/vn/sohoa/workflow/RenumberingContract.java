package vn.sohoa.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sohoa.catalog.Claim;
import vn.sohoa.catalog.DocumentFilter;
import vn.sohoa.catalog.TestCatalog;
import vn.sohoa.codes.CodeIssuer;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentType;
import vn.sohoa.dossier.Dossier;
import vn.sohoa.dossier.OwnerId;
import vn.sohoa.dossier.ProvenanceEvent;

/** One paper, one code, for ever: runs again, runs that die in between, runs beside each other. On whatever database. */
abstract class RenumberingContract {
    private static final int DOSSIERS = 4;
    private static final int PAPERS = 6;
    private static final OwnerId OWNER = OwnerId.find("001085000123").orElseThrow();

    @TempDir
    Path folder;

    private TestCatalog db;
    private final List<Leases> opened = new ArrayList<>();

    abstract TestCatalog open(Path folder);

    @BeforeEach
    void readPapers() {
        db = open(folder);
        for (int d = 1; d <= DOSSIERS; d++) {
            Dossier dossier = TestCatalog.dossier("H15.12-261102-000" + d);
            List<Document> papers = new ArrayList<>();
            for (int p = 1; p <= PAPERS; p++) {
                papers.add(TestCatalog.paper(dossier, p, "giay-" + p + ".pdf"));
            }
            db.catalog().receive(dossier, papers, TestCatalog.event("TIEP_NHAN", "RECEIVED"));
        }
        all().forEach(this::read);
    }

    @AfterEach
    void endsWithoutContradiction() {
        opened.forEach(Leases::close);
        if (db != null) {
            assertThat(db.check().violations()).allMatch(line -> line.startsWith("run left open"));
            db.close();
        }
    }

    private List<Document> all() {
        return db.catalog().documents(DocumentFilter.ALL);
    }

    private void read(Document paper) {
        move(paper, DigitisationStatus.CAPTURED);
        Document captured = db.catalog().document(paper.id()).orElseThrow();
        Document read = Change.of(captured)
                .type(new DocumentType("QUYET_DINH", "Quyết định"), 99)
                .values(List.of(), OWNER)
                .status(DigitisationStatus.EXTRACTED)
                .done();
        assertThat(db.catalog().change(read, TestCatalog.event("BOC_TACH", "EXTRACTED")))
                .isTrue();
    }

    private void move(Document paper, DigitisationStatus next) {
        Document now = db.catalog().document(paper.id()).orElseThrow();
        assertThat(db.catalog().change(Change.of(now).status(next).done(), TestCatalog.event("THU", next)))
                .isTrue();
    }

    private AssignCode step() {
        return new AssignCode(CodeIssuer.load(Corridor.REFERENCE.resolve("code-templates.yml")), db.catalog());
    }

    /** A run of its own, as another process would lead it. */
    private void run() {
        Leases leases = new Leases(db.workList(), Duration.ofHours(1));
        synchronized (opened) {
            opened.add(leases);
        }
        RecordOutcomes outcomes = new RecordOutcomes(
                db.workList(),
                Corridor.CLOCK,
                leases,
                new Patience(Duration.ZERO, Corridor.CLOCK),
                new PaperMetrics(new SimpleMeterRegistry()),
                Corridor.references(db));
        long run = db.runLedger()
                .open(
                        "nightly",
                        Corridor.CLOCK.instant().atZone(KeepLedger.ZONE).toLocalDate(),
                        Corridor.CLOCK.instant())
                .id();
        AssignCode step = step();
        for (var id : outcomes.pending(step, 1_000)) {
            outcomes.perform(step, id, Corridor.context(run, ScannerSignature.OFF));
        }
    }

    private Map<Object, String> codes() {
        return all().stream()
                .filter(paper -> paper.code() != null)
                .collect(Collectors.toMap(Document::id, paper -> String.valueOf(paper.code())));
    }

    private long issued(Document paper) {
        return db.auditTrail().history(paper.id()).stream()
                .map(ProvenanceEvent::step)
                .filter("CAP_MA"::equals)
                .count();
    }

    @Test
    void aSecondRunIssuesNothing() {
        run();
        Map<Object, String> first = codes();
        assertThat(first).hasSize(DOSSIERS * PAPERS);
        assertThat(first.values()).doesNotHaveDuplicates();
        run();
        assertThat(codes()).isEqualTo(first);
        assertThat(all()).allMatch(paper -> issued(paper) == 1);
    }

    @Test
    void aPaperThatGoesThroughTheHouseAgainKeepsItsCode() {
        run();
        Map<Object, String> first = codes();
        for (Document paper : all()) {
            move(paper, DigitisationStatus.QUARANTINED);
            move(paper, DigitisationStatus.RECEIVED);
            read(paper);
        }
        run();
        assertThat(codes()).isEqualTo(first);
    }

    @Test
    void aRunThatDiedBetweenIssuingAndRecordingBurnsNoNumberAndWritesNothingLate() {
        List<Runnable> late = new ArrayList<>();
        for (Document paper : all()) {
            Claim claim = db.workList()
                    .claim(paper.id(), DigitisationStatus.EXTRACTED, Duration.ofHours(1))
                    .orElseThrow();
            Outcome made = step().perform(claim.document(), Corridor.context(1, ScannerSignature.OFF));
            Document changed = made.fold(Outcome.Done::changed, skipped -> paper, failed -> paper);
            late.add(() -> assertThat(db.workList().record(claim, changed, TestCatalog.event("CAP_MA", "CODED"), 1))
                    .isFalse());
        }
        db.workList().takeOver();
        run();
        Map<Object, String> codes = codes();
        late.forEach(Runnable::run);

        assertThat(codes()).isEqualTo(codes).hasSize(DOSSIERS * PAPERS);
        assertThat(all()).allMatch(paper -> issued(paper) == 1);
    }

    @Test
    void runsBesideEachOtherIssueEachCodeOnce() throws Exception {
        ExecutorService runs = Executors.newFixedThreadPool(3);
        try {
            Callable<Boolean> one = () -> {
                run();
                return true;
            };
            for (Future<Boolean> each : runs.invokeAll(Collections.nCopies(3, one))) {
                assertThat(each.get()).isTrue();
            }
        } finally {
            runs.shutdownNow();
        }
        run(); // what one run skipped because another had it in hand
        assertThat(codes().values()).hasSize(DOSSIERS * PAPERS).doesNotHaveDuplicates();
        assertThat(all()).allMatch(paper -> paper.status() == DigitisationStatus.CODED && issued(paper) == 1);
    }

    @Test
    void codesDependOnNothingButThePaper() {
        Function<Document, Optional<String>> ofStep =
                paper -> Optional.ofNullable(step().perform(paper, Corridor.context(1, ScannerSignature.OFF))
                        .fold(Outcome.Done::changed, skipped -> paper, failed -> paper)
                        .code());
        List<Document> papers = all();
        List<Optional<String>> forward = papers.stream().map(ofStep).toList();
        Collections.reverse(papers = new ArrayList<>(papers));
        List<Optional<String>> backward =
                new ArrayList<>(papers.stream().map(ofStep).toList());
        Collections.reverse(backward);
        assertThat(backward).isEqualTo(forward);
    }
}
