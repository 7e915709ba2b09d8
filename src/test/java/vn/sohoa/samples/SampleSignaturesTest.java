package vn.sohoa.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import vn.sohoa.signing.SignatureVerifier;
import vn.sohoa.signing.SignatureVerifiers;

/** The committed signed results get the verdicts their truth foretells. */
class SampleSignaturesTest {

    @Test
    void signedSamplesGetTheVerdictOfTheirTruth() throws IOException {
        SignatureVerifier verifier = SignatureVerifiers.offline(AgencySigner.ANCHOR.getParent());
        int signed = 0;
        for (SampleDossier dossier : SampleDossier.all()) {
            for (SampleTruth.Paper paper : SampleTruth.read(dossier.code()).papers()) {
                if (!paper.signature().equals("KHONG_CO_CHU_KY")) {
                    signed++;
                    var file = SampleInbox.FOLDER.resolve(dossier.code()).resolve(paper.file());
                    assertThat(verifier.verify(file, "application/pdf")
                                    .verdict()
                                    .name())
                            .as("%s/%s", dossier.code(), paper.file())
                            .isEqualTo(paper.signature());
                }
            }
        }
        assertThat(signed).isEqualTo(4);
    }
}
