package vn.sohoa.workflow.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sohoa.catalog.DocumentFilter;
import vn.sohoa.catalog.Run;
import vn.sohoa.catalog.TestCatalog;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.Problem;

/** One installation becomes another, whole and equal, or the migration says why not. */
class MigrateInstallationTest {
    private static final int PAPERS = 25;
    private static final Consumer<CopyProgress> NOBODY = progress -> {};

    private Desk here;
    private Desk there;

    @BeforeEach
    void openBoth(@TempDir Path folder) {
        here = new Desk(folder.resolve("here"), 1);
        there = new Desk(folder.resolve("there"), 2);
        here.fill(PAPERS);
    }

    @AfterEach
    void closeBoth() {
        here.close();
        there.close();
    }

    private CopyReport migrate(Installation from, Installation to) {
        return new MigrateInstallation(from, Desk.CLOCK).migrate(to, NOBODY);
    }

    @Test
    void everyObjectAndRowIsThereUnderItsOldKey() {
        CopyReport report = migrate(here.installation(), there.installation());

        assertThat(there.objects()).isEqualTo(here.objects()).hasSizeGreaterThan(PAPERS);
        assertThat(there.facts()).isEqualTo(here.facts()).isEqualTo(report.tables());
        assertThat(report.violations()).isEmpty();
        assertThat(report.copied()).isPositive();
        assertThat(report.bytes()).isPositive();
        assertThat(report.chainEntries()).isGreaterThan(PAPERS);
        assertThat(report.indexed()).isPositive();
        assertThat(report.retained()).isEqualTo(report.indexed());

        CopyReport again = migrate(here.installation(), there.installation());
        assertThat(again.copied()).isZero();
        assertThat(again.objects()).isEqualTo(report.objects());
    }

    @Test
    void goesOnWhereItsStoreOrTargetDied() {
        for (int life : new int[] {0, 5, 12}) {
            assertThatThrownBy(() -> migrate(here.installation(), there.installation(there.dying("adopt", life))))
                    .isInstanceOf(DigitisationException.class);
            assertThatThrownBy(() -> migrate(here.installation(here.dying("read", life / 2)), there.installation()))
                    .isInstanceOf(DigitisationException.class);
        }
        assertThatThrownBy(() -> migrate(here.installation(), there.installation(there.dying("retain", 3))))
                .isInstanceOf(DigitisationException.class);
        // objects and rows are there; it dies while it reads back
        assertThatThrownBy(() -> migrate(here.installation(), there.installation(there.dying("read", 10))))
                .isInstanceOf(DigitisationException.class);
        CopyReport report = migrate(here.installation(), there.installation());
        assertThat(report.copied()).isZero();
        assertThat(there.objects()).isEqualTo(here.objects());
        assertThat(there.facts()).isEqualTo(here.facts());
    }

    @Test
    void aDamagedObjectStopsItBeforeAnyRowIsThere() throws Exception {
        Document paper = here.rows.catalog().documents(DocumentFilter.ALL).get(3);
        Path file = here.file(paper.objects().get(0));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        problem(Problem.STORE_CORRUPT, () -> migrate(here.installation(), there.installation()));
        assertThat(there.rows.catalog().documents(DocumentFilter.ALL)).isEmpty();
    }

    @Test
    void anObjectThatChangedInTheTargetIsFoundWhenItIsReadBack() throws Exception {
        migrate(here.installation(), there.installation());
        Document paper = here.rows.catalog().documents(DocumentFilter.ALL).get(3);
        Path file = there.file(paper.objects().get(0));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Files.write(file, new byte[] {1});
        problem(Problem.STORE_CORRUPT, () -> migrate(here.installation(), there.installation()));
    }

    @Test
    void refusesWhileARunIsOpen() {
        here.rows.runLedger().open("nightly", LocalDate.parse("2026-11-03"), TestCatalog.NOON);
        problem(Problem.ANOTHER_RUN, () -> migrate(here.installation(), there.installation()));
        assertThat(there.rows.runLedger().recent(1)).isEmpty();
    }

    @Test
    void refusesATargetThatHoldsOtherPapers() {
        Run run = there.rows.runLedger().open("nightly", LocalDate.parse("2026-11-03"), TestCatalog.NOON);
        there.rows.runLedger().close(run.id(), Run.Status.COMPLETED, TestCatalog.NOON);
        problem(Problem.TARGET_DIFFERS, () -> migrate(here.installation(), there.installation()));
        assertThat(there.rows.catalog().documents(DocumentFilter.ALL)).isEmpty();
    }

    static void problem(Problem problem, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(DigitisationException.class, e -> assertThat(e.problem())
                .isEqualTo(problem));
    }
}
