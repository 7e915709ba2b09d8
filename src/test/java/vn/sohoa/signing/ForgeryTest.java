package vn.sohoa.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.sohoa.dossier.SignatureReport;
import vn.sohoa.dossier.SignatureVerdict;
import vn.sohoa.forger.Base;
import vn.sohoa.forger.BaseDocuments;
import vn.sohoa.forger.Forged;
import vn.sohoa.forger.Forger;
import vn.sohoa.forger.Mutants;
import vn.sohoa.forger.Signers;

/** Three hundred forged files with every build; thousands by the bench. */
class ForgeryTest {

    private static final long SEED = 4_711;

    private static Signers signers;
    private static List<Base> bases;
    private static PadesVerifier verifier;

    @BeforeAll
    static void makesSignedDocuments() {
        signers = Signers.start();
        bases = BaseDocuments.few(signers, SEED);
        verifier = new PadesVerifier(TrustAnchors.of(List.of(signers.pki().root())), Clock.systemUTC());
    }

    @AfterAll
    static void close() {
        signers.close();
    }

    @Test
    void theBasesThemselvesAreValid() {
        for (Base base : bases) {
            SignatureReport report = verifier.verify(base.file(), Signed.PDF);
            assertThat(report.verdict())
                    .as("%s %s", base.name(), report.reasons())
                    .isEqualTo(SignatureVerdict.HOP_LE);
        }
    }

    @Test
    void noForgedDocumentIsValidOrUnsigned() throws IOException {
        List<String> wrong = new ArrayList<>();
        int files = 0;
        for (Base base : bases) {
            for (Forged forged : Forger.over(base, signers).files()) {
                files++;
                judge(forged, wrong);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(files).isGreaterThan(290);
    }

    @Test
    void noChangedByteIsOverlooked() {
        List<String> wrong = new ArrayList<>();
        for (Base base : bases) {
            Mutants.inside(base, 15, SEED).forEach(each -> judge(each, wrong));
            Mutants.signature(base, 15, SEED).forEach(each -> judge(each, wrong));
            Mutants.behind(base, 15, SEED).forEach(each -> judge(each, wrong));
        }
        assertThat(wrong).isEmpty();
    }

    private static void judge(Forged forged, List<String> wrong) {
        SignatureReport report = verifier.verify(forged.file(), Signed.PDF);
        List<String> codes = Signed.codes(report);
        boolean seen = forged.codes().isEmpty() || forged.codes().stream().anyMatch(codes::contains);
        boolean right = forged.proven()
                ? report.verdict() == SignatureVerdict.KHONG_HOP_LE
                : report.verdict() == SignatureVerdict.KHONG_HOP_LE || report.verdict() == SignatureVerdict.CAN_XEM_XET;
        if (!seen || !right) {
            wrong.add(forged.attack() + ": " + forged.variant() + " is " + report.verdict() + " " + codes);
        }
    }
}
