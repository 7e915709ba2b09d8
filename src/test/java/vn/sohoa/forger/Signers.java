package vn.sohoa.forger;

import vn.sohoa.testpki.PdfSigning;
import vn.sohoa.testpki.TestPki;

/**
 * Who signs: an agency, a clerk with a good personal certificate, a stranger whose root nobody knows.
 */
public record Signers(TestPki pki, TestPki foreign, PdfSigning agency, PdfSigning clerk, PdfSigning stranger)
        implements AutoCloseable {

    public static Signers start() {
        TestPki pki = TestPki.start();
        TestPki foreign = TestPki.start();
        return new Signers(
                pki,
                foreign,
                PdfSigning.by(pki, pki.signer("Sở Xây dựng tỉnh Thử Nghiệm")),
                PdfSigning.by(pki, pki.signer("Trần Thị Văn Thư")),
                PdfSigning.by(foreign, foreign.signer("Sở Xây dựng tỉnh Thử Nghiệm")));
    }

    @Override
    public void close() {
        pki.close();
        foreign.close();
    }
}
