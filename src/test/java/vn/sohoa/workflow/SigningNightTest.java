package vn.sohoa.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.europa.esig.dss.enumerations.SignatureLevel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.Sha256;
import vn.sohoa.dossier.SignatureReport;
import vn.sohoa.dossier.SignatureVerdict;
import vn.sohoa.dossier.StoredObject;
import vn.sohoa.reading.RecordedReader;
import vn.sohoa.signing.AgencySettings;
import vn.sohoa.signing.Evidence;
import vn.sohoa.signing.SignatureProfiles;
import vn.sohoa.signing.TokenSettings;
import vn.sohoa.signing.TsaSettings;
import vn.sohoa.signing.network.NetworkSettings;
import vn.sohoa.storage.ObjectKey;
import vn.sohoa.storage.ObjectRole;
import vn.sohoa.testpki.PdfSigning;
import vn.sohoa.testpki.TestPki;

/** Scans that wait for their scanner are signed in bulk and go on; what is stored is kept provable. */
class SigningNightTest {
    private static final TestPki PKI = TestPki.start();
    private static final TestPki.Entity OFFICER = PKI.signer("Trần Thị Quét");

    @TempDir
    Path folder;

    private Corridor house;
    private SigningDesk desk;

    @BeforeEach
    void open() throws IOException {
        house = new Corridor(folder);
        desk = new SigningDesk(settings(PKI.tsaAddress()), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        desk.close();
        house.close();
    }

    @AfterAll
    static void end() {
        PKI.close();
    }

    private SigningDesk.Settings settings(String tsa) throws IOException {
        Path trust = PKI.writeAnchor(folder.resolve("trust")).getParent();
        Path key = Files.write(folder.resolve("key.p12"), PKI.pkcs12(OFFICER, "thu".toCharArray()));
        Path pin = Files.writeString(folder.resolve("pin"), "thu\n");
        List<String> hosts = List.of("127.0.0.1:" + URI.create(PKI.tsaAddress()).getPort());
        return new SigningDesk.Settings(
                new TokenSettings(TokenSettings.Kind.PKCS12, null, null, 0, pin, key, null, true),
                new TsaSettings(tsa, null),
                NetworkSettings.of(hosts, hosts, List.of()),
                new AgencySettings(true, "Văn phòng UBND phường Đông Hưng"),
                trust,
                Corridor.REFERENCE.resolve(SignatureProfiles.FILE));
    }

    private SignMaster queue() {
        return new SignMaster(house.catalog, house.store, house.masters, desk, Clock.systemUTC());
    }

    private CaptureDocument capture() {
        return new CaptureDocument(
                house.masters,
                house.reader,
                Corridor.PROFILES,
                new SignatureBeside(house.store, house.masters, desk, Clock.systemUTC()),
                house.duplicates());
    }

    private Document captured(Document paper, ScannerSignature policy) {
        house.outcomes.perform(capture(), paper.id(), Corridor.context(house.run, policy));
        return house.now(paper);
    }

    /** A paper whose master is these bytes. */
    private Document receive(String name, byte[] bytes, String type) {
        house.reader.says(
                bytes, () -> RecordedReader.scan(300, SignatureVerdict.KHONG_CO_CHU_KY, RecordedReader.decision()));
        Document paper = house.receive(name);
        return house.change(
                paper, c -> c.object(house.store.put(Corridor.DOSSIER.receivingUnit(), ObjectRole.MASTER, bytes))
                        .captured(type, 1, null));
    }

    static byte[] pdf() {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException cannot) {
            throw new IllegalStateException(cannot);
        }
    }

    private byte[] bytes(Document paper, ObjectRole role) {
        StoredObject object = paper.object(role.name()).orElseThrow();
        return house.store.read(new ObjectKey(object.key()), object.sha256());
    }

    @Test
    void aScanWaitsIsSignedInBulkAndGoesOn() {
        byte[] scan = pdf();
        Document paper = captured(receive("a.pdf", scan, "application/pdf"), ScannerSignature.BLOCK);
        assertThat(paper.status()).isEqualTo(DigitisationStatus.AWAITING_SIGNATURE);
        assertThat(queue().waiting(null)).singleElement().satisfies(waiting -> {
            assertThat(waiting.document()).isEqualTo(paper.id().toString());
            assertThat(waiting.dossier()).isEqualTo(Corridor.DOSSIER.code().value());
        });

        SignFiles.Signed signed = queue().sign(paper.id().toString(), "scanner", "can-bo");

        Document after = house.now(paper);
        assertThat(signed.level()).isEqualTo("LTA");
        assertThat(after.status()).isEqualTo(DigitisationStatus.RECEIVED);
        assertThat(bytes(after, ObjectRole.UNSIGNED)).isEqualTo(scan);
        byte[] master = bytes(after, ObjectRole.MASTER);
        assertThat(Arrays.copyOf(master, scan.length)).isEqualTo(scan);
        assertThat(after.masterSha256())
                .isEqualTo(Sha256.of(master))
                .isNotEqualTo(after.source().sha256());
        assertThat(queue().waiting(null)).isEmpty();
        house.reader.says(master, () -> RecordedReader.scan(300, SignatureVerdict.HOP_LE, RecordedReader.decision()));
        assertThat(captured(after, ScannerSignature.BLOCK).status()).isEqualTo(DigitisationStatus.CAPTURED);
        assertThat(house.rows.auditTrail().history(paper.id())).anySatisfy(event -> {
            assertThat(event.step()).isEqualTo("KY_SO");
            assertThat(event.actor()).isEqualTo("can-bo");
            assertThat(event.detail()).contains("LTA").doesNotContain("Trần");
        });
    }

    @Test
    void aPictureIsSignedFromOutsideAndItsSignatureIsJudgedAtCapture() {
        byte[] scan = "một ảnh TIFF".getBytes(StandardCharsets.UTF_8);
        Document paper = captured(receive("a.tif", scan, "image/tiff"), ScannerSignature.BLOCK);
        // the recorded reader calls everything a PDF: what counts is what capture found
        Document picture = house.change(paper, c -> c.captured("image/tiff", 1, null));

        queue().sign(picture.id().toString(), "scanner", "can-bo");

        Document after = house.now(paper);
        assertThat(bytes(after, ObjectRole.MASTER)).isEqualTo(scan);
        assertThat(after.object(ObjectRole.SIGNATURE.name())).isPresent();
        Document gone = captured(after, ScannerSignature.BLOCK);
        assertThat(gone.status()).isEqualTo(DigitisationStatus.CAPTURED);
        SignatureReport report = Objects.requireNonNull(gone.signature());
        assertThat(report.verdict()).isEqualTo(SignatureVerdict.HOP_LE);
        assertThat(report.signatures().get(0).signer()).isEqualTo("Trần Thị Quét");
    }

    @Test
    void nothingChangesWhenTheAuthorityIsAwayOrThePaperHasMovedOn() throws IOException {
        Document paper = captured(receive("a.pdf", pdf(), "application/pdf"), ScannerSignature.BLOCK);
        desk.close();
        desk = new SigningDesk(settings(PKI.tsaAddress().replace("/tsa", "/khong-co")), Clock.systemUTC());
        refused(Problem.TSA_UNAVAILABLE, paper);
        assertThat(house.now(paper)).isEqualTo(paper);

        Document moved = captured(receive("b.pdf", pdf(), "application/pdf"), ScannerSignature.OFF);
        refused(Problem.WRONG_STATUS, moved);
    }

    private void refused(Problem problem, Document paper) {
        assertThatExceptionOfType(DigitisationException.class)
                .isThrownBy(() -> queue().sign(paper.id().toString(), "scanner", "can-bo"))
                .satisfies(e -> assertThat(e.problem()).isEqualTo(problem));
    }

    @Test
    void theAgencySignsAndMarksConvertedLicencesAlone() throws IOException {
        AgencySignature agency = new AgencySignature(desk, Corridor.CLOCK);
        Document licence = house.change(
                house.receive("gp.pdf"),
                c -> c.type(Corridor.EXTRACTION.type("GIAY_PHEP_XAY_DUNG").orElseThrow(), 99));
        Document letter = house.change(
                house.receive("cv.pdf"),
                c -> c.type(Corridor.EXTRACTION.type("CONG_VAN").orElseThrow(), 99));
        assertThat(agency.mark(licence)).hasValueSatisfying(mark -> assertThat(mark)
                .contains("chuyển đổi từ văn bản giấy", "Văn phòng UBND phường Đông Hưng"));
        assertThat(agency.mark(letter)).isEmpty();
        Path copy = Files.write(folder.resolve("ban.pdf"), pdf());
        String note = agency.sign(copy, folder.resolve("ban-ky.pdf"));
        assertThat(note).startsWith("ACCESS_COPY sha256 ").contains(", PADES ").contains(", certificate ");
        assertThat(folder.resolve("ban-ky.pdf")).exists();
    }

    @Test
    void storedPapersAreRaisedRecordedAndRenewed() {
        byte[] incoming = PdfSigning.by(PKI, PKI.signer("Sở Thử Nghiệm")).sign(pdf(), SignatureLevel.PAdES_BASELINE_T);
        Document signed = stored(house.change(
                receive("den.pdf", incoming, "application/pdf"),
                c -> c.captured("application/pdf", 1, lackingRevocation())));
        Document plain = stored(receive("thuong.pdf", pdf(), "application/pdf"));
        PreserveProof proof = proof(Clock.systemUTC());

        assertThat(proof.raise(() -> true)).isEqualTo(new PreserveProof.Result(1, 0));
        assertThat(proof.raise(() -> true)).isEqualTo(new PreserveProof.Result(0, 0));
        byte[] kept = bytes(house.now(signed), ObjectRole.PRESERVED);
        assertThat(bytes(house.now(signed), ObjectRole.MASTER)).isEqualTo(incoming);
        assertThat(Arrays.copyOf(kept, incoming.length)).isEqualTo(incoming);

        assertThat(proof.record(() -> true)).isEqualTo(new PreserveProof.Result(2, 0));
        assertThat(proof.record(() -> true)).isEqualTo(new PreserveProof.Result(0, 0));
        for (Document paper : List.of(signed, plain)) {
            Document now = house.now(paper);
            assertThat(desk.keeper().proves(bytes(now, ObjectRole.EVIDENCE), PreserveProof.covered(now)))
                    .isTrue();
        }

        assertThat(proof.renew(() -> true)).isEqualTo(new PreserveProof.Result(0, 0));
        Clock late = Clock.offset(Clock.systemUTC(), Duration.ofDays(19 * 365 + 200));
        assertThat(proof(late).renew(() -> true).done())
                .as("the authority has no better certificate")
                .isZero();
        assertThat(house.rows.check().violations()).noneMatch(found -> !found.startsWith("run left open"));
    }

    @Test
    void whatNearsItsEndIsRenewedInsideTheFileAndInItsRecord() throws IOException {
        byte[] incoming = PdfSigning.by(PKI, PKI.signer("Sở Thử Nghiệm")).sign(pdf(), SignatureLevel.PAdES_BASELINE_T);
        Document signed = stored(house.change(
                receive("den.pdf", incoming, "application/pdf"),
                c -> c.captured("application/pdf", 1, lackingRevocation())));
        Document plain = stored(receive("thuong.pdf", pdf(), "application/pdf"));
        Instant now = Instant.now();
        String brief = PKI.openTsa(new TestPki.Validity(now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(200))));
        desk.close();
        desk = new SigningDesk(settings(brief), Clock.systemUTC());
        PreserveProof proof = proof(Clock.systemUTC());
        assertThat(proof.raise(() -> true).done()).isEqualTo(1);
        assertThat(proof.record(() -> true).done()).isEqualTo(2);
        assertThat(proof.raise(() -> true).done()).as("no better authority yet").isZero();
        assertThat(proof.renew(() -> true).done()).as("no better authority yet").isZero();
        byte[] kept = bytes(house.now(signed), ObjectRole.PRESERVED);
        byte[] record = bytes(house.now(plain), ObjectRole.EVIDENCE);

        desk.close();
        desk = new SigningDesk(settings(PKI.tsaAddress()), Clock.systemUTC());
        proof = proof(Clock.systemUTC());
        assertThat(proof.raise(() -> true)).isEqualTo(new PreserveProof.Result(1, 0));
        assertThat(proof.record(() -> true)).isEqualTo(new PreserveProof.Result(1, 0));
        assertThat(proof.renew(() -> true)).isEqualTo(new PreserveProof.Result(1, 0));

        Document raised = house.now(signed);
        byte[] longer = bytes(raised, ObjectRole.PRESERVED);
        assertThat(longer.length).isGreaterThan(kept.length);
        assertThat(Arrays.copyOf(longer, kept.length)).isEqualTo(kept);
        assertThat(raised.object("PRESERVED_1")).isPresent();
        assertThat(raised.object("EVIDENCE_1")).isPresent();
        assertThat(bytes(house.now(plain), ObjectRole.EVIDENCE).length).isGreaterThan(record.length);
        for (Document paper : List.of(raised, house.now(plain))) {
            assertThat(desk.keeper().proves(bytes(paper, ObjectRole.EVIDENCE), PreserveProof.covered(paper)))
                    .isTrue();
        }
        assertThat(proof.raise(() -> true).done()).isZero();
        assertThat(proof.renew(() -> true).done()).isZero();
        assertThat(house.rows.check().violations()).noneMatch(found -> !found.startsWith("run left open"));
    }

    @Test
    void hashesThatAgeAreReplacedInTheNight() throws IOException {
        Document plain = stored(receive("thuong.pdf", pdf(), "application/pdf"));
        PreserveProof proof = proof(Clock.systemUTC());
        proof.record(() -> true);
        LocalDate end = LocalDate.now(ZoneOffset.UTC).plusDays(100);
        Files.writeString(
                folder.resolve("trust/algorithms.yml"),
                "algorithms:\n- {digest: SHA256, trustedUntil: " + end + ", source: thử}\n");

        assertThat(proof.renew(() -> true)).isEqualTo(new PreserveProof.Result(1, 0));
        assertThat(proof.renew(() -> true)).isEqualTo(new PreserveProof.Result(0, 0));

        byte[] record = bytes(house.now(plain), ObjectRole.EVIDENCE);
        assertThat(desk.keeper().hashes(record, Instant.now().plus(PreserveProof.AHEAD)))
                .isEqualTo(Evidence.Hashes.STRONG);
        assertThat(house.rows.auditTrail().history(plain.id()))
                .anySatisfy(event -> assertThat(event.event()).isEqualTo("RFC4998_REHASHED"));
    }

    private static SignatureReport lackingRevocation() {
        SignatureReport.Signature one = new SignatureReport.Signature(
                "", "", null, null, "PAdES-BASELINE-T", "", true, SignatureVerdict.CAN_XEM_XET, List.of());
        return new SignatureReport(
                SignatureVerdict.CAN_XEM_XET,
                List.of(new SignatureReport.Reason("REVOCATION_UNKNOWN", "")),
                List.of(one),
                "",
                "");
    }

    private Document stored(Document paper) {
        Document coded =
                house.move(paper, DigitisationStatus.CAPTURED, DigitisationStatus.EXTRACTED, DigitisationStatus.CODED);
        return house.change(coded, c -> c.code("KQ-" + paper.ordinal()).status(DigitisationStatus.STORED));
    }

    private PreserveProof proof(Clock clock) {
        return new PreserveProof(
                house.catalog, house.rows.evidenceBook(), house.store, house.masters, desk, Corridor.RETENTION, clock);
    }
}
