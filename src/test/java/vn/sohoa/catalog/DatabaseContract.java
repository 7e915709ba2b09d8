package vn.sohoa.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sohoa.catalog.TestCatalog.NOON;
import static vn.sohoa.catalog.TestCatalog.event;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.Dossier;
import vn.sohoa.dossier.DossierCode;

/** A fresh database with one dossier of two papers for each test; after each, nothing contradicts anything. */
abstract class DatabaseContract {
    static final Duration HOUR = Duration.ofHours(1);
    static final LocalDate DAY = LocalDate.parse("2026-11-02");
    static final DossierCode OTHER = new DossierCode("H15.12-261101-0009");

    final Dossier dossier = TestCatalog.dossier("H15.12-261102-0042");
    final Document first = TestCatalog.paper(dossier, 1, "don-de-nghi.pdf");
    final Document second = TestCatalog.paper(dossier, 2, "giay-khai-sinh.pdf");

    TestCatalog db;

    abstract TestCatalog open(Path folder);

    @BeforeEach
    void openDatabase(@TempDir Path folder) {
        db = open(folder);
        db.catalog().receive(dossier, List.of(first, second), event("TIEP_NHAN", "RECEIVED"));
    }

    @AfterEach
    void endsWithoutContradiction() {
        if (db == null) {
            return; // skipped: there is no such server
        }
        assertThat(db.check().violations()).allMatch(line -> line.startsWith("run left open"));
        db.close();
    }

    Document read(DocumentId id) {
        return db.catalog().document(id).orElseThrow();
    }

    Claim claim(Document paper) {
        return db.workList().claim(paper.id(), read(paper.id()).status(), HOUR).orElseThrow();
    }

    boolean record(Document paper, DigitisationStatus next, long run) {
        Claim claim = claim(paper);
        return db.workList()
                .record(claim, Edit.of(claim.document()).status(next).done(), event("STEP", next), run);
    }

    long run() {
        return db.runLedger().open("nightly", DAY, NOON).id();
    }

    void store(Document paper, long run) {
        for (var next : List.of(DigitisationStatus.CAPTURED, DigitisationStatus.EXTRACTED)) {
            assertThat(record(paper, next, run)).isTrue();
        }
        Claim coded = claim(paper);
        String code = "H15.12-261102-0042-KQ" + paper.ordinal();
        Document withCode = Edit.of(coded.document())
                .status(DigitisationStatus.CODED)
                .code(code)
                .objects(Edit.master(paper))
                .done();
        assertThat(db.workList().record(coded, withCode, event("CAP_MA", "CODED"), run))
                .isTrue();
        assertThat(record(paper, DigitisationStatus.STORED, run)).isTrue();
    }

    static <T> List<T> together(int threads, Callable<T> work) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> each : executor.invokeAll(java.util.Collections.nCopies(threads, work))) {
                results.add(each.get());
            }
            return results;
        } finally {
            executor.shutdownNow();
        }
    }
}
