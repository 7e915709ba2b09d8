package vn.sohoa.workflow.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.sohoa.workflow.transfer.MigrateInstallationTest.problem;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sohoa.catalog.DocumentFilter;
import vn.sohoa.catalog.Run;
import vn.sohoa.catalog.TestCatalog;
import vn.sohoa.dossier.AgencyCode;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.Dossier;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.StoredObject;
import vn.sohoa.storage.ObjectKey;
import vn.sohoa.storage.ObjectRole;
import vn.sohoa.storage.ObjectStore;

/** What was backed up comes back equal, and what is not whole never passes for a back-up. */
class BackupTest {
    private static final Consumer<CopyProgress> NOBODY = progress -> {};
    private static final int PAPERS = 25;

    @TempDir
    Path folder;

    private Path backups;
    private Desk here;

    @BeforeEach
    void open() {
        backups = folder.resolve("backups");
        here = new Desk(folder.resolve("here"), 1);
        here.fill(PAPERS);
    }

    @AfterEach
    void close() {
        here.close();
    }

    private BackUpInstallation.Report backUp(boolean full) {
        return backUp(here.installation(), full, Desk.CLOCK);
    }

    private BackUpInstallation.Report backUp(Installation from, boolean full, Clock clock) {
        return new BackUpInstallation(from, clock).backUp(backups, full, NOBODY);
    }

    private RestoreInstallation.Report restore(Installation to, Optional<String> at) {
        return new RestoreInstallation(to, Desk.CLOCK).restore(backups, at, NOBODY);
    }

    private List<Path> snapshots() throws IOException {
        try (Stream<Path> all = Files.list(backups.resolve("snapshots"))) {
            return all.filter(each -> !each.getFileName().toString().startsWith("."))
                    .toList();
        }
    }

    private void receive(String name) {
        Dossier dossier = TestCatalog.dossier("H15.12-261103-0001");
        Document fresh = TestCatalog.paper(dossier, 1, name);
        GeneratedPapers.Edit edit = new GeneratedPapers.Edit(fresh);
        edit.objects.add(here.store.put(
                dossier.receivingUnit(), ObjectRole.MASTER, name.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        here.rows.catalog().receive(dossier, List.of(edit.done()), TestCatalog.event("TIEP_NHAN", "RECEIVED"));
    }

    @Test
    void comesBackEqualInAnEmptyInstallation() {
        backUp(false);
        try (Desk there = new Desk(folder.resolve("there"), 2)) {
            RestoreInstallation.Report report = restore(there.installation(), Optional.empty());
            assertThat(there.facts()).isEqualTo(here.facts());
            assertThat(there.objects()).isEqualTo(here.objects());
            assertThat(report.copy().violations()).isEmpty();
            assertThat(report.closedRuns()).isZero();
        }
    }

    @Test
    void theNextOneCopiesOnlyWhatIsNewAndEarlierStatesStayRestorable() {
        BackUpInstallation.Report first = backUp(false);
        var before = here.facts();
        receive("mới.pdf");
        BackUpInstallation.Report second = backUp(false);

        assertThat(first.copied()).isGreaterThan(PAPERS);
        assertThat(second.copied()).isEqualTo(1);
        assertThat(second.manifest().objects()).isEqualTo(first.manifest().objects() + 1);
        assertThat(second.manifest().pool()).isEqualTo(first.manifest().pool());
        try (Desk there = new Desk(folder.resolve("there"), 2)) {
            restore(there.installation(), Optional.of(first.snapshot()));
            assertThat(there.facts()).isEqualTo(before);
        }
        CheckBackup.Report check = CheckBackup.check(backups, NOBODY);
        assertThat(check.damages()).isEmpty();
        assertThat(check.snapshots()).isEqualTo(2);
    }

    @Test
    void aFullOneTakesANewPool() {
        Clock november = Clock.fixed(Instant.parse("2026-11-22T01:00:00Z"), ZoneOffset.UTC);
        Clock december = Clock.offset(november, Duration.ofDays(20));
        long all = backUp(here.installation(), false, november).copied();
        BackUpInstallation.Report full = backUp(here.installation(), true, december);
        assertThat(full.manifest().pool()).isEqualTo("objects-202612");
        assertThat(full.copied()).isEqualTo(all);
        BackUpInstallation.Report fuller = backUp(here.installation(), true, december);
        assertThat(fuller.manifest().pool()).isEqualTo("objects-202612-2");
        assertThat(backUp(here.installation(), false, december).manifest().pool())
                .isEqualTo("objects-202612-2");
    }

    @Test
    void oneThatWasCutOffIsNoBackupAndTheNextGoesOn() throws Exception {
        for (int life : new int[] {0, 7, 30}) {
            assertThatThrownBy(() -> backUp(here.installation(here.dying("copyTo", life)), true, Desk.CLOCK))
                    .isInstanceOf(DigitisationException.class);
            assertThat(snapshots()).isEmpty();
            problem(Problem.NOT_FOUND, () -> CheckBackup.check(backups, NOBODY));
        }
        BackUpInstallation.Report whole = backUp(true);
        assertThat(whole.copied()).isLessThan(whole.manifest().objects() - 30);
        assertThat(CheckBackup.check(backups, NOBODY).damages()).isEmpty();
        try (Stream<Path> left = Files.walk(backups)) {
            assertThat(left.filter(file -> file.toString().contains(".tmp"))).hasSize(1); // the pool's empty folder
        }
    }

    @Test
    void aFlippedByteAnywhereIsFoundAndRefused() throws Exception {
        BackUpInstallation.Report made = backUp(false);
        Path snapshot = backups.resolve("snapshots").resolve(made.snapshot());
        List<Path> files;
        try (Stream<Path> all = Files.walk(snapshot)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        assertThat(files).hasSizeGreaterThan(10);
        for (Path file : files) {
            byte[] good = Files.readAllBytes(file);
            for (int at : new int[] {0, good.length / 2, good.length - 3}) {
                byte[] bad = good.clone();
                bad[at] ^= 1;
                Files.write(file, bad);
                assertThat(CheckBackup.check(backups, NOBODY).damages())
                        .as("%s %d", file, at)
                        .isNotEmpty();
            }
            try (Desk there = new Desk(folder.resolve("t" + file.getFileName()), 2)) {
                problem(Problem.BACKUP_DAMAGED, () -> restore(there.installation(), Optional.empty()));
                assertThat(there.rows.catalog().documents(DocumentFilter.ALL)).isEmpty();
            }
            Files.write(file, good);
        }
        Path object = backups.resolve(made.manifest().pool())
                .resolve(here.rows
                        .catalog()
                        .documents(DocumentFilter.ALL)
                        .get(5)
                        .objects()
                        .get(0)
                        .key());
        byte[] bytes = Files.readAllBytes(object);
        bytes[9] ^= 1;
        Files.write(object, bytes);
        assertThat(CheckBackup.check(backups, NOBODY).damages()).hasSize(1).allMatch(line -> line.contains("master/"));
        try (Desk there = new Desk(folder.resolve("there"), 2)) {
            problem(Problem.BACKUP_DAMAGED, () -> restore(there.installation(), Optional.empty()));
            assertThat(there.rows.catalog().documents(DocumentFilter.ALL)).isEmpty();
        }
    }

    @Test
    void anInterruptedRestoreGoesOn() {
        backUp(false);
        try (Desk there = new Desk(folder.resolve("there"), 2)) {
            for (int life : new int[] {3, 30}) {
                assertThatThrownBy(() -> restore(there.installation(there.dying("adopt", life)), Optional.empty()))
                        .isInstanceOf(DigitisationException.class);
            }
            assertThatThrownBy(() -> restore(there.installation(there.dying("read", 4)), Optional.empty()))
                    .isInstanceOf(DigitisationException.class);
            restore(there.installation(), Optional.empty());
            assertThat(there.facts()).isEqualTo(here.facts());
            assertThat(there.objects()).isEqualTo(here.objects());
        }
    }

    @Test
    void neverMixesWithWhatIsThere() {
        backUp(false);
        receive("sau-khi-sao-luu.pdf");
        problem(Problem.TARGET_DIFFERS, () -> restore(here.installation(), Optional.empty()));
    }

    @Test
    void runsThatWereOpenAreStoppedAndCanGoOn() {
        Run open = here.rows.runLedger().open("nightly", LocalDate.parse("2026-11-03"), TestCatalog.NOON);
        backUp(false);
        try (Desk there = new Desk(folder.resolve("there"), 2)) {
            assertThat(restore(there.installation(), Optional.empty()).closedRuns())
                    .isEqualTo(1);
            assertThat(there.rows.runLedger().find(open.id()).orElseThrow().status())
                    .isEqualTo(Run.Status.STOPPED);
            assertThat(there.rows.check().violations()).isEmpty();
        }
    }

    @Test
    void anObjectThatIsSetApartMeanwhileMakesItReadTheTablesAgain() {
        Document secret = here.rows.catalog().documents(DocumentFilter.ALL).get(4);
        ObjectKey key = new ObjectKey(secret.objects().get(0).key());
        AtomicBoolean first = new AtomicBoolean(true);
        ObjectStore store = (ObjectStore) Proxy.newProxyInstance(
                Desk.class.getClassLoader(), new Class<?>[] {ObjectStore.class}, (proxy, called, arguments) -> {
                    if (called.getName().equals("copyTo") && arguments[0].equals(key) && first.getAndSet(false)) {
                        setApart(secret);
                    }
                    try {
                        return called.invoke(here.store, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
        backUp(here.installation(store), false, Desk.CLOCK);
        assertThat(CheckBackup.check(backups, NOBODY).damages()).isEmpty();
        try (Desk there = new Desk(folder.resolve("there"), 2)) {
            restore(there.installation(), Optional.empty());
            assertThat(there.facts()).isEqualTo(here.facts());
            assertThat(there.objects()).isEqualTo(here.objects());
        }
    }

    private void setApart(Document paper) {
        StoredObject master = paper.objects().get(0);
        byte[] bytes = here.store.read(new ObjectKey(master.key()), master.sha256());
        GeneratedPapers.Edit edit = new GeneratedPapers.Edit(paper);
        edit.objects.clear();
        edit.objects.add(here.store.put(new AgencyCode("H15.12"), ObjectRole.RESTRICTED, bytes));
        assertThat(here.rows.catalog().change(edit.done(), TestCatalog.event("CACH_LY", "SECRET_MARK")))
                .isTrue();
        here.store.discard(new ObjectKey(master.key()));
    }

    @Test
    void onlyOneWritesAtATime() {
        try (BackupFolder busy = BackupFolder.lock(backups)) {
            assertThat(busy.snapshots()).isEmpty();
            problem(Problem.ANOTHER_RUN, () -> backUp(false));
        }
        backUp(false);
    }
}
