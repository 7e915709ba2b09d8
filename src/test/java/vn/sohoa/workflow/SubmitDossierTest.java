package vn.sohoa.workflow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sohoa.catalog.TestCatalog;
import vn.sohoa.dossier.AgencyScope;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.intake.Inbox;
import vn.sohoa.intake.Scan;

/** Dossiers handed in over the network reach the inbox once, whole, and only if the inbox will take them. */
class SubmitDossierTest {
    private static final String CODE = "H15.12-261102-0042";
    private static final String MANIFEST = "{\"code\": \"" + CODE + "\", \"papers\": [{\"file\": \"don.pdf\"}]}";

    @TempDir
    private Path folder;

    private TestCatalog rows;

    @BeforeEach
    void open() {
        rows = TestCatalog.open(folder);
    }

    @AfterEach
    void close() {
        rows.close();
    }

    private SubmitDossier submit() {
        WorkflowSettings settings = new WorkflowSettings(
                Path.of("jobs/reference"),
                folder,
                Duration.ofSeconds(45),
                Duration.ZERO,
                AccessCopySize.UNTOUCHED,
                false);
        return new SubmitDossier(rows.catalog(), rows.submissionBook(), settings, Corridor.CLOCK);
    }

    /** Names and contents in turn. */
    private static List<SubmitDossier.Part> parts(String... all) {
        return Stream.iterate(0, n -> n < all.length, n -> n + 2)
                .map(n -> new SubmitDossier.Part(all[n], () -> new ByteArrayInputStream(all[n + 1].getBytes(UTF_8))))
                .toList();
    }

    private SubmitDossier.Submitted send(String key, String... parts) {
        return submit().submit("cong-dvc", key, parts(parts), AgencyScope.ALL);
    }

    private Scan scan() {
        return new Inbox(folder.resolve("inbox"), Duration.ofDays(1), Corridor.CLOCK).scan();
    }

    private void refused(Problem problem, String... parts) {
        assertThatExceptionOfType(DigitisationException.class)
                .isThrownBy(() -> send("k", parts))
                .satisfies(refusal -> assertThat(refusal.problem()).isEqualTo(problem));
        assertThat(left()).as("nothing is left in the inbox").isEmpty();
    }

    private List<Path> left() {
        try (Stream<Path> all = Files.list(folder.resolve("inbox"))) {
            return all.toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void aDossierIsReadyForTheNextRunAtOnce() {
        assertThat(send("k", "dossier.json", MANIFEST, "don.pdf", "%PDF-1.4").repeated())
                .isFalse();

        assertThat(scan().deliveries())
                .singleElement()
                .satisfies(delivery ->
                        assertThat(delivery.dossier().code().value()).isEqualTo(CODE))
                .satisfies(delivery -> assertThat(delivery.papers()).hasSize(1));
        assertThat(scan().refusals()).isEmpty();
    }

    @Test
    void beforeItIsReceivedADossierBelongsToWhoeverHandedItInFirst() {
        String theirs = MANIFEST.replace("\"papers\"", "\"receivingUnit\": \"H20.07\", \"papers\"");
        send("k", "dossier.json", MANIFEST, "don.pdf", "%PDF-1.4");
        assertThatExceptionOfType(DigitisationException.class)
                .isThrownBy(() -> submit().submit(
                                "khac",
                                "k",
                                parts("dossier.json", theirs, "don.pdf", "%PDF-1.5"),
                                AgencyScope.of("H20.07")))
                .satisfies(refusal -> assertThat(refusal.problem()).isEqualTo(Problem.NOT_ALLOWED));
        assertThat(scan().deliveries()).hasSize(1);
        send("more", "dossier.json", MANIFEST, "don.pdf", "%PDF-1.6");
        assertThat(scan().deliveries()).as("the same agency sends more").hasSize(2);
    }

    @Test
    void theSameRequestAgainIsTheSameDossier() {
        String[] same = {"dossier.json", MANIFEST, "don.pdf", "%PDF-1.4"};
        send("k", same);
        assertThat(send("k", same).repeated()).isTrue();
        assertThat(scan().deliveries()).hasSize(1);

        new Inbox(folder.resolve("inbox"), Duration.ofDays(1), Corridor.CLOCK)
                .done(scan().deliveries().get(0));
        assertThat(send("k", same).repeated()).isTrue();
        assertThat(scan().deliveries()).isEmpty();
    }

    @Test
    void aRequestThatWasCutOffBeforeTheFolderWasThereIsMadeUpFor() throws IOException {
        String[] same = {"dossier.json", MANIFEST, "don.pdf", "%PDF-1.4"};
        send("k", same);
        try (Stream<Path> files = Files.walk(left().get(0))) {
            files.sorted(Comparator.reverseOrder()).forEach(SubmitDossierTest::delete);
        }
        assertThat(send("k", same).repeated()).isFalse();
        assertThat(scan().deliveries()).hasSize(1);
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void whatAKilledProcessLeftIsSweptADayLaterAndWhatIsOnItsWayIsNot() throws IOException {
        Path inbox = Files.createDirectories(folder.resolve("inbox"));
        Path old = Files.createDirectory(inbox.resolve(".coming-1"));
        Path young = Files.createDirectory(inbox.resolve(".coming-2"));
        Files.writeString(old.resolve("don.pdf"), "%PDF-1.4");
        Files.setLastModifiedTime(old, FileTime.from(Corridor.CLOCK.instant().minus(Duration.ofHours(25))));
        Files.setLastModifiedTime(young, FileTime.from(Corridor.CLOCK.instant().minus(Duration.ofHours(1))));
        send("k", "dossier.json", MANIFEST, "don.pdf", "%PDF-1.4");
        assertThat(old).doesNotExist();
        assertThat(young).exists();
    }

    @Test
    void whatAKilledProcessWasHandingOutIsSwept() throws IOException {
        Path left = Files.createDirectories(folder.resolve("work/process-0/working/lay-1"));
        Files.writeString(left.resolve("giay-to.pdf"), "%PDF-1.4");
        WorkFolders.under(folder);
        assertThat(left).doesNotExist();
    }

    @Test
    void aKeyStandsForOneContentAndAnotherKeyForAnotherDossier() {
        send("k", "dossier.json", MANIFEST, "don.pdf", "%PDF-1.4");
        assertThatExceptionOfType(DigitisationException.class)
                .isThrownBy(() -> send("k", "dossier.json", MANIFEST, "don.pdf", "%PDF-1.5"))
                .satisfies(refusal -> assertThat(refusal.problem()).isEqualTo(Problem.KEY_USED));
        send("l", "dossier.json", MANIFEST, "don.pdf", "%PDF-1.5");
        assertThat(scan().deliveries()).hasSize(2);
    }

    @Test
    void whatTheInboxWouldRefuseIsRefusedAtOnceAndLeavesNothing() {
        refused(Problem.MANIFEST_INVALID, "don.pdf", "%PDF-1.4");
        refused(Problem.FILE_MISSING, "dossier.json", MANIFEST, "khac.pdf", "%PDF-1.4");
        refused(Problem.MANIFEST_INVALID, "dossier.json", "{", "don.pdf", "%PDF-1.4");
        for (String name : Arrays.asList("../don.pdf", ".ready", "a/b.pdf", "")) {
            refused(Problem.FILE_REFUSED, "dossier.json", MANIFEST, name, "%PDF-1.4");
        }
        refused(Problem.FILE_REFUSED, "dossier.json", MANIFEST, "don.pdf", "1", "don.pdf", "2");
    }

    @Test
    void nobodyHandsInADossierOfAnotherAgency() {
        AgencyScope other = AgencyScope.of("H49");
        String claimed = MANIFEST.replace("\"papers\"", "\"receivingUnit\": \"H49.18\", \"papers\"");
        refuses(other, MANIFEST);

        rows.catalog()
                .receive(
                        Corridor.DOSSIER,
                        List.of(TestCatalog.paper(Corridor.DOSSIER, 1, "a.pdf")),
                        TestCatalog.event("TIEP_NHAN", "RECEIVED"));
        refuses(other, claimed);

        submit().submit("lan", "k", parts("dossier.json", MANIFEST, "don.pdf", "%PDF-1.4"), AgencyScope.of("H15"));
        assertThat(scan().deliveries()).hasSize(1);
    }

    private void refuses(AgencyScope scope, String manifest) {
        assertThatExceptionOfType(DigitisationException.class)
                .isThrownBy(
                        () -> submit().submit("la", "k", parts("dossier.json", manifest, "don.pdf", "%PDF-1.4"), scope))
                .satisfies(refusal -> assertThat(refusal.problem()).isEqualTo(Problem.NOT_ALLOWED));
        assertThat(left()).isEmpty();
    }
}
