package vn.sohoa.signing;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.SignatureLevel;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sohoa.dossier.SignatureReport;
import vn.sohoa.dossier.SignatureVerdict;

/** Files inside a signature ({@code .p7m}), and signatures beside no file ({@code .p7s}). */
class EnvelopingCmsTest {

    private static final String TYPE = "application/pkcs7-mime";
    private static final byte[] LTA = SignedOther.AGENCY.cms(SignedOther.XML, true, SignatureLevel.CAdES_BASELINE_LTA);

    @ParameterizedTest
    @ValueSource(strings = {"LT", "LTA"})
    void aGoodOneIsValidOffline(String level) {
        byte[] file = SignedOther.AGENCY.cms(SignedOther.XML, true, SignatureLevel.valueOf("CAdES_BASELINE_" + level));
        int calls = Signed.PKI.calls();
        for (String type : new String[] {TYPE, "application/octet-stream"}) {
            SignatureReport report = SignedOther.verify(file, type);
            assertThat(report.verdict()).as("%s", report.reasons()).isEqualTo(SignatureVerdict.HOP_LE);
            assertThat(report.signatures().get(0).level()).isEqualTo("CAdES-BASELINE-" + level);
            assertThat(report.signatures().get(0).provenTime()).isNotNull();
        }
        assertThat(Signed.PKI.calls()).isEqualTo(calls);
    }

    /** A PDF near the start makes no PDF of what holds it, nor is that unsigned because the PDF is. */
    @Test
    void aPdfMayBeInside() {
        byte[] cms = SignedOther.AGENCY.cms(Signed.PAGE, true, SignatureLevel.CAdES_BASELINE_LT);
        byte[] container = SignedOther.AGENCY.containerOfCms(
                Map.of("quyet-dinh.pdf", Signed.PAGE), true, SignatureLevel.CAdES_BASELINE_LT);
        byte[] xml =
                SignedOther.AGENCY.xml(SignedOther.bytes("<a><b>%PDF-1.7</b></a>"), SignatureLevel.XAdES_BASELINE_LT);
        for (byte[] file : List.of(cms, container, xml)) {
            SignatureReport report = SignedOther.verify(file, "application/octet-stream");
            assertThat(report.verdict()).as("%s", report.reasons()).isEqualTo(SignatureVerdict.HOP_LE);
        }
    }

    @Test
    void withoutRevocationDataThatAloneIsLacking() {
        byte[] file = SignedOther.AGENCY.cms(SignedOther.XML, true, SignatureLevel.CAdES_BASELINE_B);
        assertThat(Signed.codes(SignedOther.verify(file, TYPE))).containsExactly("REVOCATION_UNKNOWN");
    }

    @Test
    void changedContentIsRefused() {
        int at = Signed.indexOf(LTA, "1000000", 0);
        SignatureReport report = SignedOther.verify(Signed.patched(LTA, at, "9"), TYPE);
        assertThat(report.verdict()).as("%s", report.reasons()).isEqualTo(SignatureVerdict.KHONG_HOP_LE);
        assertThat(Signed.codes(report)).contains("CONTENT_CHANGED");
    }

    @Test
    void whatFollowsIsForAPerson() {
        SignatureReport report = SignedOther.verify(Signed.appended(LTA, "x"), TYPE);
        assertThat(report.verdict()).isEqualTo(SignatureVerdict.CAN_XEM_XET);
        assertThat(Signed.codes(report)).contains("SHAPE_UNUSUAL");
    }

    @Test
    void aSignatureByItselfIsNeitherValidNorAbsent() {
        byte[] file = SignedOther.AGENCY.cms(SignedOther.XML, false, SignatureLevel.CAdES_BASELINE_LT);
        SignatureReport report = SignedOther.verify(file, "application/pkcs7-signature");
        assertThat(report.verdict()).as("%s", report.reasons()).isEqualTo(SignatureVerdict.CAN_XEM_XET);
        assertThat(Signed.codes(report)).contains("NOT_COVERED");
    }

    @Test
    void noChangedByteIsValid() {
        Random random = new Random(20_273);
        for (int i = 0; i < Integer.getInteger("sohoa.mutants", 60); i++) {
            int at = random.nextInt(LTA.length);
            byte[] file = LTA.clone();
            file[at] ^= (byte) (1 << random.nextInt(8));
            SignatureReport report = SignedOther.verify(file, TYPE);
            assertThat(report.verdict()).as("byte %d %s", at, report.reasons()).isNotEqualTo(SignatureVerdict.HOP_LE);
        }
    }
}
