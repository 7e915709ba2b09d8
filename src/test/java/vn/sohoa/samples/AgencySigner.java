package vn.sohoa.samples;

import eu.europa.esig.dss.enumerations.SignatureLevel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.sohoa.testpki.PdfSigning;
import vn.sohoa.testpki.TestPki;

/** Signs as the agency named on the paper would, with throw-away certificates under one worthless root. */
final class AgencySigner implements SampleSigner, AutoCloseable {
    /** The committed trust anchor of the samples. */
    static final Path ANCHOR = Path.of("jobs/samples/trust/sohoa-sample-root.pem");

    private final TestPki pki = TestPki.start();

    /** Replaces the anchor: everything signed before under another root is worth nothing from now on. */
    void writeAnchor() throws IOException {
        Files.createDirectories(ANCHOR.getParent());
        Files.writeString(ANCHOR, TestPki.pem(pki.root()), StandardCharsets.US_ASCII);
    }

    @Override
    public Signed sign(String form, PaperText paper, byte[] pdf) {
        if (!SampleSigner.wanted(form)) {
            return NONE.sign(form, paper, pdf);
        }
        TestPki.Entity agency = pki.signer(paper.fact("agency", "CƠ QUAN MẪU"));
        byte[] signed = PdfSigning.by(pki, agency).sign(pdf, SignatureLevel.PAdES_BASELINE_LTA);
        return form.equals("pdf-tampered") ? new Signed(changed(signed), "KHONG_HOP_LE") : new Signed(signed, "HOP_LE");
    }

    /** One bit in the comment of the second line: every viewer still opens the file, the hash no longer fits. */
    private static byte[] changed(byte[] signed) {
        byte[] out = signed.clone();
        int at = 0;
        while (out[at] != '\n') {
            at++;
        }
        if (out[at + 1] != '%') {
            throw new IllegalStateException("no comment in the second line");
        }
        out[at + 3] ^= 1;
        return out;
    }

    @Override
    public void close() {
        pki.close();
    }
}
