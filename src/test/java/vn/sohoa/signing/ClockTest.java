package vn.sohoa.signing;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.SignatureLevel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.sohoa.dossier.SignatureReport;
import vn.sohoa.dossier.SignatureVerdict;
import vn.sohoa.testpki.PdfSigning;
import vn.sohoa.testpki.TestPki;

/** What time does to signatures: certificates lapse, are revoked, clocks are wrong. */
class ClockTest {

    private static final SignatureLevel B = SignatureLevel.PAdES_BASELINE_B;
    private static final SignatureLevel T = SignatureLevel.PAdES_BASELINE_T;
    private static final SignatureLevel LT = SignatureLevel.PAdES_BASELINE_LT;
    private static final SignatureLevel LTA = SignatureLevel.PAdES_BASELINE_LTA;
    private static final Duration HOUR = Duration.ofHours(1);

    private static SignatureReport at(Duration later, byte[] file) {
        Clock clock = Clock.offset(Clock.systemUTC(), later);
        return new PadesVerifier(TrustAnchors.of(List.of(Signed.PKI.root())), clock).verify(file, Signed.PDF);
    }

    private static PdfSigning shortLived() {
        Instant now = Instant.now();
        return PdfSigning.by(
                Signed.PKI, Signed.PKI.signer("Ngắn Hạn", new TestPki.Validity(now.minus(HOUR), now.plus(HOUR))));
    }

    @Test
    void aLapsedSignerIsProvenByTimeStampsAlone() {
        PdfSigning signer = shortLived();
        assertThat(at(HOUR.multipliedBy(2), signer.sign(Signed.PAGE, LTA)).verdict())
                .isEqualTo(SignatureVerdict.HOP_LE);
        assertThat(at(HOUR.multipliedBy(2), signer.sign(Signed.PAGE, LT)).verdict())
                .isEqualTo(SignatureVerdict.HOP_LE);
        SignatureReport bare = at(HOUR.multipliedBy(2), signer.sign(Signed.PAGE, B));
        assertThat(bare.verdict()).isEqualTo(SignatureVerdict.CAN_XEM_XET);
    }

    @Test
    void whoSignsAfterHisCertificateLapsedIsRefused() {
        Instant now = Instant.now();
        PdfSigning signer = PdfSigning.by(
                Signed.PKI,
                Signed.PKI.signer("Hết Hạn", new TestPki.Validity(now.minus(HOUR.multipliedBy(9)), now.minus(HOUR))));
        SignatureReport report = at(Duration.ZERO, signer.sign(Signed.PAGE, B));
        assertThat(report.verdict()).isEqualTo(SignatureVerdict.KHONG_HOP_LE);
        assertThat(Signed.codes(report)).contains("CERT_OUT_OF_DATE");
    }

    @Test
    void whoSignsAfterRevocationIsRefused() {
        TestPki.Entity entity = Signed.PKI.signer("Đã Thu Hồi");
        Signed.PKI.revoke(entity, Instant.now().minus(HOUR));
        SignatureReport report =
                at(Duration.ZERO, PdfSigning.by(Signed.PKI, entity).sign(Signed.PAGE, LT));
        assertThat(report.verdict()).isEqualTo(SignatureVerdict.KHONG_HOP_LE);
        assertThat(Signed.codes(report)).contains("REVOKED");
    }

    @Test
    void aRevocationAfterAProvenSigningTimeChangesNothing() {
        TestPki.Entity entity = Signed.PKI.signer("Thu Hồi Sau");
        PdfSigning signer = PdfSigning.by(Signed.PKI, entity);
        byte[] proven = signer.sign(Signed.PAGE, LTA);
        byte[] bare = signer.sign(Signed.PAGE, B);
        Signed.PKI.revoke(entity, Instant.now().plusSeconds(5));
        assertThat(at(HOUR, proven).verdict()).isEqualTo(SignatureVerdict.HOP_LE);
        SignatureReport unproven = at(HOUR, signer.extend(bare, LT));
        assertThat(unproven.verdict()).as("%s", unproven.reasons()).isNotEqualTo(SignatureVerdict.KHONG_CO_CHU_KY);
    }

    @Test
    void aLapsedTimeStampAuthorityNeedsAnArchiveTimeStamp() {
        Instant now = Instant.now();
        String brief = Signed.PKI.openTsa(new TestPki.Validity(now.minus(HOUR), now.plus(HOUR)));
        byte[] stamped = shortLived().withTsa(brief).sign(Signed.PAGE, LT);
        byte[] archived =
                Signed.AGENCY.extend(Signed.AGENCY.extend(stamped, LTA), LTA); // the first brings no OCSP of its own
        SignatureReport without = at(HOUR.multipliedBy(2), stamped);
        SignatureReport with = at(HOUR.multipliedBy(2), archived);
        assertThat(without.verdict()).as("%s", without.reasons()).isEqualTo(SignatureVerdict.CAN_XEM_XET);
        assertThat(with.verdict()).as("%s", with.reasons()).isEqualTo(SignatureVerdict.HOP_LE);
    }

    @Test
    void aClockThatIsYearsOffNeverMakesADoubtfulSignatureValid() {
        byte[] archived = Signed.LTA;
        byte[] stamped = Signed.AGENCY.sign(Signed.PAGE, T);
        Duration decade = Duration.ofDays(3_650);
        assertThat(at(decade, archived).verdict()).isEqualTo(SignatureVerdict.HOP_LE);
        assertThat(at(decade.negated(), archived).verdict()).isNotEqualTo(SignatureVerdict.HOP_LE);
        assertThat(at(decade.multipliedBy(3), archived).verdict()).isEqualTo(SignatureVerdict.CAN_XEM_XET);
        for (Duration off : List.of(decade, decade.negated(), decade.multipliedBy(3))) {
            assertThat(at(off, stamped).verdict()).isNotEqualTo(SignatureVerdict.HOP_LE);
        }
    }
}
