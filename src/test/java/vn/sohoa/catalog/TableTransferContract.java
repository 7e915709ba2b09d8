package vn.sohoa.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.sohoa.catalog.TestCatalog.NOON;
import static vn.sohoa.catalog.TestCatalog.event;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sohoa.dossier.Account;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.Dossier;
import vn.sohoa.dossier.DossierCode;
import vn.sohoa.dossier.DuplicatePair;
import vn.sohoa.dossier.ExtractedValue;
import vn.sohoa.dossier.ExtractedValue.Method;
import vn.sohoa.dossier.Handling;
import vn.sohoa.dossier.Look;
import vn.sohoa.dossier.OwnerId;
import vn.sohoa.dossier.OwnerLink;
import vn.sohoa.dossier.PaperHandling;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.ProcedureCode;
import vn.sohoa.dossier.ReuseStanding;
import vn.sohoa.dossier.ReviewDecision;
import vn.sohoa.dossier.ReviewDecision.Verdict;
import vn.sohoa.dossier.Role;
import vn.sohoa.dossier.Sha256;
import vn.sohoa.page.Box;

/** Tables go from one database into another, all or refused. */
abstract class TableTransferContract {
    private static final Consumer<Long> NOBODY = rows -> {};
    /** More than one batch of rows. */
    private static final int MANY = 600;

    @TempDir
    Path folder;

    TestCatalog source;
    TestCatalog target;

    private final Dossier dossier = TestCatalog.dossier("H15.12-261102-0042");
    private final Document full = Edit.full(Edit.fullDossier(new DossierCode("H15.12-261102-0043")));

    abstract TestCatalog openSource(Path where) throws Exception;

    abstract TestCatalog openTarget(Path where) throws Exception;

    @BeforeEach
    void openDatabases() throws Exception {
        source = openSource(Files.createDirectories(folder.resolve("source")));
        target = openTarget(Files.createDirectories(folder.resolve("target")));
        fill();
    }

    @AfterEach
    void closeDatabases() {
        Stream.of(Optional.ofNullable(source), Optional.ofNullable(target))
                .flatMap(Optional::stream) // neither where there is no such server
                .forEach(TestCatalog::close);
    }

    private void fill() {
        Document first = TestCatalog.paper(dossier, 1, "don-de-nghi.pdf");
        Document twin = Edit.of(TestCatalog.paper(dossier, 2, "a.pdf"))
                .duplicateOf(first.id())
                .done();
        Document triplet = Edit.of(TestCatalog.paper(dossier, 3, "b.pdf"))
                .duplicateOf(twin.id())
                .done();
        source.catalog().receive(dossier, List.of(first, twin, triplet), event("TIEP_NHAN", "RECEIVED"));
        source.catalog().receive(Edit.fullDossier(full.dossier()), List.of(full), event("TIEP_NHAN", "RECEIVED"));
        long run = source.runLedger()
                .open("nightly", LocalDate.parse("2026-11-02"), NOON)
                .id();
        source.runLedger().plan(run, List.of(first.id(), full.id()));
        source.runLedger().refuse(run, "H15.12-261102-0099", Problem.STORE_UNAVAILABLE, "ổ đĩa “đầy” \\ \"\n");
        store(first, run);
        Document stored = source.catalog().document(first.id()).orElseThrow();
        assertThat(source.evidenceBook()
                        .enter(stored, event("LUU_BANG_CHUNG", "STORED"), NOON, NOON.plusSeconds(86_400)))
                .isTrue();
        source.runLedger().close(run, Run.Status.COMPLETED, NOON.plusSeconds(60));
        source.reuseBook()
                .enter(new ReuseEntry(
                        first.id(),
                        Sha256.of(new byte[0]),
                        full.dossier(),
                        "hoa.le",
                        "mục đích",
                        "căn cứ",
                        NOON.plusNanos(654_321_000)));
        source.reuseBook()
                .askedAgain(new AskedAgain(
                        new OwnerId(OwnerId.Kind.CITIZEN, "001085000123"),
                        new ProcedureCode("1.004873"),
                        "KHAI_SINH",
                        null,
                        "bản trong kho mờ, không đọc được",
                        "hoa.le",
                        NOON));
        Document used = source.catalog().document(first.id()).orElseThrow();
        assertThat(source.catalog().change(used.withdrawn(ReuseStanding.SUSPECT), event("RUT_LAI", "SUSPECT")))
                .isTrue();
        Dossier large = TestCatalog.dossier("H15.12-261102-0044");
        source.catalog()
                .receive(
                        large,
                        IntStream.rangeClosed(1, MANY)
                                .mapToObj(n -> TestCatalog.paper(large, n, "trang-" + n + ".pdf"))
                                .toList(),
                        event("TIEP_NHAN", "RECEIVED"));
        source.auditTrail().append(first.id(), event("XEM", ""));
        decide(source.catalog().document(twin.id()).orElseThrow(), triplet);
        source.referenceBook().keep("0123456789ab", Map.of("types.yml", "version: “1” \\ \"\n"), NOON);
        letIn(first.id());
        declare(first.id());
    }

    /** What a sender declares, a month that is closed, and the portal, which has not taken it. */
    private void declare(DocumentId paper) {
        Handling handling = new Handling(
                LocalDate.parse("2026-11-20"),
                null,
                Handling.Channel.POST,
                9,
                "G15-HT",
                "Hộ “tịch”",
                Handling.OwnerType.CITIZEN,
                true,
                null,
                List.of("CSDLDC", "HT"));
        PaperHandling component = new PaperHandling("KHAI_SINH", PaperHandling.Reuse.COMPONENT, true, null);
        source.handlingBook().keep(dossier.code(), handling, Map.of(paper, component), NOON);
        LocalDate day = LocalDate.parse("2026-11-02");
        List<CaseFacts> facts = source.indicatorBook().facts(day, day, false);
        PeriodAct closing = new PeriodAct(
                "2026-11",
                1,
                PeriodAct.Act.CLOSED,
                "lan.pham",
                "",
                NOON,
                "1",
                "{}",
                "[]",
                facts.size(),
                Sha256.of(new byte[0]));
        assertThat(source.indicatorBook().enter(closing, facts)).isTrue();
        PortalBook.Due due =
                source.portalBook().due(NOON.plusSeconds(86_400), 1).get(0);
        source.portalBook()
                .failed(due, List.of(new PortalBook.Fault("MaHoSo", "E1", "“sai”")), Optional.of(NOON), NOON);
    }

    /** Somebody with an account looks at a paper and hands in a dossier. */
    private void letIn(DocumentId seen) {
        Account lan = new Account("lan.pham", "Phạm “Lan”", Set.of(Role.PROCESSING_OFFICER), "H15.12", true, 1);
        assertThat(source.accountBook().add(lan, "hash", NOON)).isTrue();
        source.accessLog()
                .enter(List.of(new Look(
                        NOON,
                        lan.name(),
                        "PROCESSING_OFFICER",
                        lan.unit(),
                        Look.Kind.PAGE,
                        seen.value(),
                        "khai sinh",
                        "127.0.0.1",
                        Look.Result.SHOWN)));
        source.submissionBook()
                .enter(new SubmissionBook.Submission(
                        Sha256.of(new byte[] {1}), Sha256.of(new byte[] {2}), dossier.code(), lan.name(), NOON));
        source.submissionBook().isFor(dossier);
    }

    private void decide(Document paper, Document other) {
        ExtractedValue read =
                new ExtractedValue("codeNumber", "Số: 1/QĐ", "01/QĐ", 1, new Box(1, 2, 3, 4), 61.7, Method.OCR);
        ReviewDecision decision = new ReviewDecision(
                paper.id(), 2, "codeNumber", Verdict.CORRECTED, "CHUA_RO", read, "02/QĐ", "lan.pham", NOON);
        assertThat(source.reviewBook().decide(paper, List.of(decision), event("KIEM_TRA", "RECEIVED")))
                .isTrue();
        source.duplicateBook().keepPrint(paper.id(), "ABCDEFGH".repeat(96));
        source.duplicateBook().akin(other.id(), Optional.of("0".repeat(64)));
        source.ownerLinkBook()
                .keep(
                        paper.id(),
                        List.of(OwnerLink.found(
                                OwnerId.find("012345678").orElseThrow(),
                                OwnerId.find("001085000123").orElseThrow(),
                                paper.id(),
                                read,
                                NOON)));
        DuplicatePair pair = DuplicatePair.of(paper.id(), other.id(), 0.87, true, NOON);
        source.duplicateBook().propose(pair);
        source.duplicateBook().propose(DuplicatePair.of(paper.id(), full.id(), 0, false, NOON));
        assertThat(source.duplicateBook()
                        .decide(
                                pair.decided(DuplicatePair.Verdict.NEWER, paper.id(), "lan.pham", NOON),
                                Optional.empty(),
                                event("TRUNG_LAP", "NEWER")))
                .isTrue();
    }

    private void store(Document paper, long run) {
        for (DigitisationStatus next : List.of(
                DigitisationStatus.CAPTURED,
                DigitisationStatus.EXTRACTED,
                DigitisationStatus.CODED,
                DigitisationStatus.STORED)) {
            Document now = source.catalog().document(paper.id()).orElseThrow();
            Claim claim = source.workList()
                    .claim(paper.id(), now.status(), DatabaseContract.HOUR)
                    .orElseThrow();
            Document changed = Edit.of(now)
                    .status(next)
                    .code("H15.12-261102-0042-KQ1")
                    .objects(Edit.master(paper))
                    .done();
            assertThat(source.workList().record(claim, changed, event("STEP", next), run))
                    .isTrue();
        }
    }

    private void copy() {
        source.transfer().snapshot(tables -> {
            target.transfer().load(tables, NOBODY);
            return true;
        });
    }

    private static List<TableFacts> facts(TestCatalog catalog) {
        return catalog.transfer().snapshot(Tables::facts);
    }

    private static void refused(Problem problem, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(DigitisationException.class, e -> assertThat(e.problem())
                .isEqualTo(problem));
    }

    @Test
    void copiesEveryRowWithItsChainAndGoesOnNumbering() {
        copy();

        assertThat(facts(target)).isEqualTo(facts(source)).allMatch(table -> table.rows() > 0);
        assertThat(target.catalog().document(full.id()))
                .isEqualTo(source.catalog().document(full.id()));
        assertThat(target.catalog().dossier(full.dossier()))
                .isEqualTo(source.catalog().dossier(full.dossier()));
        assertThat(target.reuseBook()
                        .of(TestCatalog.paper(dossier, 1, "don-de-nghi.pdf").id()))
                .hasSize(1);
        ends(source, target);
        assertThat(target.check().violations()).isEmpty();

        // life goes on: new numbers, new entries of the chain
        target.auditTrail().append(full.id(), event("XEM", "1"));
        long next = target.runLedger()
                .open("nightly", LocalDate.parse("2026-11-03"), NOON)
                .id();
        assertThat(next).isGreaterThan(1);
        target.runLedger().close(next, Run.Status.COMPLETED, NOON);
        assertThat(target.check().violations()).isEmpty();
    }

    private static void ends(TestCatalog one, TestCatalog other) {
        assertThat(one.transfer().<TableTransfer.ChainEnd>snapshot(TableTransfer.Snapshot::chainEnd))
                .isEqualTo(other.transfer().<TableTransfer.ChainEnd>snapshot(TableTransfer.Snapshot::chainEnd));
    }

    @Test
    void namesEveryObjectOfEveryPaper() {
        List<String> named = source.transfer().snapshot(tables -> {
            List<String> found = new java.util.ArrayList<>();
            tables.objects(object ->
                    found.add(object.document() + " " + object.object().role()));
            return found;
        });
        assertThat(named).hasSize(3).contains(full.id() + " TEXT", full.id() + " MASTER");
    }

    @Test
    void copyingAgainChangesNothing() {
        copy();
        copy();
        assertThat(facts(target)).isEqualTo(facts(source));
    }

    @Test
    void goesOnWhereItWasCutOff() {
        for (int rows : new int[] {0, 1, 3, 8, 15, 520, 700, 1300, 1900}) {
            source.transfer().snapshot(tables -> {
                assertThatThrownBy(() -> target.transfer().load(new CutOff(tables, rows), NOBODY))
                        .isInstanceOf(IllegalStateException.class);
                return true;
            });
        }
        copy();
        assertThat(facts(target)).isEqualTo(facts(source));
        assertThat(target.check().violations()).isEmpty();
    }

    @Test
    void refusesATargetWithOtherDataBeforeItWritesAnything() {
        Dossier others = TestCatalog.dossier("H15.12-261101-0001");
        target.catalog()
                .receive(others, List.of(TestCatalog.paper(others, 1, "x.pdf")), event("TIEP_NHAN", "RECEIVED"));
        List<TableFacts> before = facts(target);
        refused(Problem.TARGET_DIFFERS, this::copy);
        assertThat(facts(target)).isEqualTo(before);
    }

    @Test
    void refusesATargetThatHasGoneItsOwnWay() {
        copy();
        target.auditTrail().append(full.id(), event("XEM", "1"));
        refused(Problem.TARGET_DIFFERS, this::copy);
    }

    @Test
    void seesOneInstantWhileOthersWrite() {
        List<TableFacts> before = facts(source);
        source.transfer().snapshot(tables -> {
            tables.facts("chain_head");
            Dossier late = TestCatalog.dossier("H15.12-261102-0077");
            CompletableFuture.runAsync(() -> source.catalog()
                            .receive(
                                    late,
                                    List.of(TestCatalog.paper(late, 1, "late.pdf")),
                                    event("TIEP_NHAN", "RECEIVED")))
                    .join();
            assertThat(tables.facts()).isEqualTo(before);
            target.transfer().load(tables, NOBODY);
            return true;
        });
        assertThat(facts(source)).isNotEqualTo(before);
        assertThat(facts(target)).isEqualTo(before);
        assertThat(target.check().violations()).isEmpty();
    }

    @Test
    void aDumpHoldsTheSameTables() {
        Dump dump = dump("dump");
        TableDump.verify(dump.tables(), dump.facts());
        target.transfer().load(dump.tables(), NOBODY);
        assertThat(facts(target)).isEqualTo(facts(source)).isEqualTo(dump.facts());
    }

    @Test
    void aDumpThatWasChangedOrCutOffIsRefused() throws Exception {
        Dump dump = dump("dump");
        for (TableFacts table : dump.facts()) {
            Path file = folder.resolve("dump").resolve(table.table() + ".jsonl.gz");
            byte[] good = Files.readAllBytes(file);
            byte[] flipped = good.clone();
            flipped[good.length / 2] ^= 0x10;
            for (byte[] bad : List.of(flipped, Arrays.copyOf(good, good.length - 9), new byte[0])) {
                Files.write(file, bad);
                refused(Problem.BACKUP_DAMAGED, () -> TableDump.verify(dump.tables(), dump.facts()));
            }
            Files.delete(file);
            refused(Problem.BACKUP_DAMAGED, () -> TableDump.verify(dump.tables(), dump.facts()));
            TableDump.writeLines(file, lines -> {});
            refused(Problem.BACKUP_DAMAGED, () -> TableDump.verify(dump.tables(), dump.facts()));
            Files.write(file, good);
        }
        TableDump.verify(dump.tables(), dump.facts());
    }

    @Test
    void refusesRowsOfAnotherSchema() {
        Dump dump = dump("dump");
        Tables older = TableDump.open(folder.resolve("dump"), "1", dump.facts());
        refused(Problem.CONFIGURATION_INVALID, () -> target.transfer().load(older, NOBODY));
    }

    private record Dump(Tables tables, List<TableFacts> facts) {}

    private Dump dump(String name) {
        return source.transfer().snapshot(tables -> {
            try {
                Path where = Files.createDirectories(folder.resolve(name));
                List<TableFacts> facts = TableDump.write(tables, where);
                return new Dump(TableDump.open(where, tables.schema(), facts), facts);
            } catch (java.io.IOException cannot) {
                throw new java.io.UncheckedIOException(cannot);
            }
        });
    }

    /** Tables whose reader dies after so many rows. */
    private static final class CutOff implements Tables {
        private final Tables tables;
        private int left;

        CutOff(Tables tables, int left) {
            this.tables = tables;
            this.left = left;
        }

        @Override
        public String schema() {
            return tables.schema();
        }

        @Override
        public List<String> names() {
            return tables.names();
        }

        @Override
        public void rows(String table, Consumer<String> action) {
            tables.rows(table, row -> {
                if (left-- == 0) {
                    throw new IllegalStateException("cut off");
                }
                action.accept(row);
            });
        }
    }
}
