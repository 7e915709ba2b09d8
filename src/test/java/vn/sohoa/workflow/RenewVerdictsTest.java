package vn.sohoa.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.SignatureLevel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sohoa.catalog.ReuseEntry;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.ProvenanceEvent;
import vn.sohoa.dossier.ReuseStanding;
import vn.sohoa.dossier.SignatureReport;
import vn.sohoa.dossier.SignatureVerdict;
import vn.sohoa.reading.Part;
import vn.sohoa.reading.ReadingRequest;
import vn.sohoa.reading.VerdictAge;
import vn.sohoa.reading.VerifyingReader;
import vn.sohoa.signing.network.NetworkSettings;
import vn.sohoa.testpki.PdfSigning;
import vn.sohoa.testpki.TestPki;

/** A signature that nobody could judge on the night of its arrival, and what becomes of it in the nights after. */
class RenewVerdictsTest {
    private static final Duration AGE = Duration.ofDays(30);
    private static TestPki pki;

    @TempDir
    Path folder;

    private Corridor house;
    private NetworkSettings network;
    private TestPki.Entity signer;
    private Path trust;

    @BeforeAll
    static void start() {
        pki = TestPki.start();
    }

    @AfterAll
    static void stop() {
        pki.close();
    }

    @BeforeEach
    void open() {
        house = new Corridor(folder);
        trust = folder.resolve("trust");
        String place = pki.tsaAddress().replaceFirst("http://([^/]*)/.*", "$1");
        network = NetworkSettings.of(List.of(place), List.of(place), List.of());
        signer = pki.signer("Sở Tư pháp tỉnh Thử Nghiệm");
    }

    @AfterEach
    void close() {
        house.close();
    }

    private static byte[] page() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(out);
        } catch (IOException cannot) {
            throw new IllegalStateException(cannot);
        }
        return out.toByteArray();
    }

    private VerifyingReader.Judges judges(NetworkSettings settings, Clock clock) {
        return VerifyingReader.judges(trust, folder.resolve("answers"), settings, clock);
    }

    private RenewVerdicts job(NetworkSettings settings, Clock clock) {
        VerifyingReader.Judges judges = judges(settings, clock);
        return new RenewVerdicts(
                house.catalog,
                house.masters,
                judges.reader(),
                new VerdictAge(trust, AGE, clock),
                house.rows.reuseBook(),
                judges.inquiry(),
                clock);
    }

    private RenewVerdicts.Renewal renew(NetworkSettings settings) {
        RenewVerdicts job = job(settings, Clock.systemUTC());
        job.refresh();
        return job.renew(() -> true);
    }

    /** A stored paper, judged as at its capture. */
    private Document stored(SignatureLevel level, NetworkSettings settings) throws IOException {
        byte[] file = PdfSigning.by(pki, signer).sign(page(), level);
        Document paper = house.receive("a.pdf");
        Path copy = Files.write(folder.resolve("copy.pdf"), file);
        var master = house.store.put(Corridor.DOSSIER.receivingUnit(), vn.sohoa.storage.ObjectRole.MASTER, file);
        SignatureReport report = judges(settings, Clock.systemUTC())
                .reader()
                .read(copy, ReadingRequest.of(Part.SIGNATURES))
                .signature()
                .orElseThrow();
        house.change(paper, change -> change.captured("application/pdf", 1, report)
                .object(master)
                .status(DigitisationStatus.CAPTURED));
        house.change(paper, change -> change.status(DigitisationStatus.EXTRACTED));
        house.change(paper, change -> change.status(DigitisationStatus.CODED));
        ReuseStanding standing =
                report.verdict() == SignatureVerdict.HOP_LE ? ReuseStanding.CANDIDATE : ReuseStanding.UNDETERMINED;
        return house.change(
                paper, change -> change.status(DigitisationStatus.STORED).standing(standing));
    }

    private String said(Document paper) {
        SignatureReport report = house.now(paper).signature();
        return report.verdict() + " " + report.reasons().get(0).code() + " "
                + house.now(paper).standing();
    }

    @Test
    void anAnchorAndAResponderThatComeLaterMakeAnEarlierPaperValidAndARevocationTakesItBack() throws Exception {
        Document paper = stored(SignatureLevel.PAdES_BASELINE_T, network);
        assertThat(said(paper)).isEqualTo("CAN_XEM_XET NO_TRUST_ANCHOR UNDETERMINED");

        pki.writeAnchor(trust);
        assertThat(renew(NetworkSettings.nobody()).changed()).isEqualTo(1);
        assertThat(said(paper)).isEqualTo("CAN_XEM_XET REVOCATION_UNKNOWN UNDETERMINED");

        assertThat(renew(network).candidates()).isEqualTo(1);
        assertThat(said(paper)).isEqualTo("HOP_LE OK CANDIDATE");
        assertThat(house.now(paper).signature().checkedAt()).isPresent();

        house.rows
                .reuseBook()
                .enter(new ReuseEntry(
                        paper.id(),
                        paper.source().sha256(),
                        Corridor.DOSSIER.code(),
                        "Lê Thị Mẫu",
                        "thử",
                        "thử",
                        Instant.now()));
        pki.revoke(signer, Instant.now().minus(Duration.ofDays(1)));
        // the verdict stands until it is old, or the anchors change: the operator reads the index anew
        Files.writeString(trust.resolve("other.pem"), TestPki.pem(pki.issuer()));
        RenewVerdicts.Renewal withdrawn = renew(network);
        assertThat(withdrawn.withdrawn()).containsExactly(paper.id().toString());
        assertThat(withdrawn.taken()).isEqualTo(1);
        assertThat(said(paper)).isEqualTo("KHONG_HOP_LE REVOKED SUSPECT");
        ProvenanceEvent last = house.rows.auditTrail().history(paper.id()).stream()
                .reduce((a, b) -> b)
                .orElseThrow();
        assertThat(last.step()).isEqualTo("KIEM_TRA_LAI");
        assertThat(last.detail()).startsWith("HOP_LE OK -> KHONG_HOP_LE REVOKED");
    }

    @Test
    void aVerdictThatStandsIsLeftAlone() throws Exception {
        pki.writeAnchor(trust);
        Document paper = stored(SignatureLevel.PAdES_BASELINE_LTA, NetworkSettings.nobody());
        assertThat(said(paper)).isEqualTo("HOP_LE OK CANDIDATE");
        long version = house.now(paper).version();
        assertThat(renew(network).looked()).isZero();
        assertThat(house.now(paper).version()).isEqualTo(version);
    }

    @Test
    void anOldVerdictIsJudgedAnewAndBearsTheNewTime() throws Exception {
        pki.writeAnchor(trust);
        Document paper = stored(SignatureLevel.PAdES_BASELINE_LTA, NetworkSettings.nobody());
        Clock later = Clock.offset(Clock.systemUTC(), AGE.plusDays(1));
        RenewVerdicts.Renewal renewal = job(NetworkSettings.nobody(), later).renew(() -> true);
        assertThat(renewal.looked()).isEqualTo(1);
        assertThat(renewal.changed()).isZero();
        assertThat(said(paper)).isEqualTo("HOP_LE OK CANDIDATE");
        assertThat(house.now(paper).signature().checkedAt().orElseThrow())
                .isAfter(Instant.now().plus(AGE));
    }

    @Test
    void withoutItsAnchorAPaperIsNoCandidateAnyMoreAndWithItAgain() throws Exception {
        Path anchor = pki.writeAnchor(trust);
        Document paper = stored(SignatureLevel.PAdES_BASELINE_LTA, NetworkSettings.nobody());
        byte[] kept = Files.readAllBytes(anchor);
        Files.delete(anchor);
        renew(NetworkSettings.nobody());
        assertThat(said(paper)).isEqualTo("CAN_XEM_XET NO_TRUST_ANCHOR UNDETERMINED");
        Files.write(anchor, kept);
        renew(NetworkSettings.nobody());
        assertThat(said(paper)).isEqualTo("HOP_LE OK CANDIDATE");
    }

    @Test
    void whatStaysUnknownIsWrittenOnce() throws Exception {
        pki.writeAnchor(trust);
        Document paper = stored(SignatureLevel.PAdES_BASELINE_T, NetworkSettings.nobody());
        long version = house.now(paper).version();
        assertThat(renew(NetworkSettings.nobody()).looked()).isEqualTo(1);
        assertThat(house.now(paper).version()).isEqualTo(version);
    }

    @Test
    void aClockThatIsOffMakesNothingValid() throws Exception {
        pki.writeAnchor(trust);
        Document paper = stored(SignatureLevel.PAdES_BASELINE_T, NetworkSettings.nobody());
        String place = pki.tsaAddress().replaceFirst("http://([^/]*)/.*", "$1");
        // the host's Date is the real time; this machine believes it is ten minutes later
        Clock wrong = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(10));
        NetworkSettings compared = network.withClock(java.net.URI.create("http://" + place + "/ca.cer"));
        job(compared, wrong).renew(() -> true);
        assertThat(said(paper)).isEqualTo("CAN_XEM_XET CHECK_INCOMPLETE UNDETERMINED");
        assertThat(house.now(paper).signature().reasons().get(0).message()).contains("lệch");
        job(compared, Clock.systemUTC()).renew(() -> true);
        assertThat(said(paper)).isEqualTo("HOP_LE OK CANDIDATE");
    }

    @Test
    void nothingIsBegunWhenTheWindowHasClosed() throws Exception {
        Document paper = stored(SignatureLevel.PAdES_BASELINE_LTA, NetworkSettings.nobody());
        pki.writeAnchor(trust);
        assertThat(job(network, Clock.systemUTC()).renew(() -> false).looked()).isZero();
        assertThat(said(paper)).startsWith("CAN_XEM_XET");
    }

    @Test
    void aMasterThatIsDamagedKeepsWhatWasSaidAndIsCounted() throws Exception {
        Document paper = stored(SignatureLevel.PAdES_BASELINE_T, NetworkSettings.nobody());
        Path master = folder.resolve("objects")
                .resolve(paper.object("MASTER").orElseThrow().key());
        assertThat(master.toFile().setWritable(true)).isTrue();
        Files.write(master, new byte[] {1});
        assertThat(renew(network).failed()).isEqualTo(1);
        assertThat(said(paper)).startsWith("CAN_XEM_XET");
    }
}
