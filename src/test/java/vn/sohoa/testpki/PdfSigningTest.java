package vn.sohoa.testpki;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.SignatureLevel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;

class PdfSigningTest {

    @Test
    void signsAtEveryLevelAndLeavesTheBytesInFront() throws IOException {
        byte[] page = onePage();
        try (TestPki pki = TestPki.start()) {
            PdfSigning signing = PdfSigning.by(pki, pki.signer("Nguyễn Văn Thử"))
                    .withText(1, 320, 40, 200, 50, "Sở Nội vụ tỉnh Thử Nghiệm\n2026-11-22T03:10:08+07:00");
            for (String level : new String[] {"B", "T", "LT", "LTA"}) {
                byte[] signed = signing.sign(page, SignatureLevel.valueOf("PAdES_BASELINE_" + level));
                assertThat(Arrays.copyOf(signed, page.length)).isEqualTo(page);
                try (PDDocument read = Loader.loadPDF(signed)) {
                    assertThat(read.getSignatureDictionaries()).hasSize(level.equals("LTA") ? 2 : 1);
                }
            }
            assertThat(pki.calls("/tsa")).isEqualTo(4);
            byte[] named = signing.addField(page, "NguoiQuet", 1, 40, 40, 150, 40);
            byte[] signed = PdfSigning.by(pki, pki.signer("Trần Thị Thử"))
                    .withField("NguoiQuet")
                    .sign(named, SignatureLevel.PAdES_BASELINE_LTA);
            try (PDDocument read = Loader.loadPDF(signed)) {
                assertThat(read.getSignatureFields().get(0).getPartialName()).isEqualTo("NguoiQuet");
                assertThat(read.getSignatureFields().get(0).getSignature()).isNotNull();
            }
        }
    }

    private static byte[] onePage() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(out);
        }
        return out.toByteArray();
    }
}
