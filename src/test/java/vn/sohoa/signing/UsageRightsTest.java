package vn.sohoa.signing;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.SignatureLevel;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import vn.sohoa.dossier.SignatureReport;
import vn.sohoa.dossier.SignatureVerdict;
import vn.sohoa.forger.Increment;

/** Rights to use functions of one reader ({@code /Perms /UR3}) are no signature; who signs after them signs them too. */
class UsageRightsTest {

    private static byte[] withRights(byte[] file) throws IOException {
        int root;
        int pages;
        try (PDDocument document = Loader.loadPDF(file)) {
            COSObject catalog = (COSObject) document.getDocument().getTrailer().getItem(COSName.ROOT);
            root = (int) catalog.getKey().getNumber();
            pages = (int) document.getDocumentCatalog()
                    .getPages()
                    .getCOSObject()
                    .getKey()
                    .getNumber();
        }
        return new Increment(file)
                .object(
                        900,
                        "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.x509.rsa_sha1"
                                + " /ByteRange [0 100 120 80] /Contents <3003020101> >>")
                .object(root, "<< /Type /Catalog /Pages " + pages + " 0 R /Perms << /UR3 900 0 R >> >>")
                .table();
    }

    @Test
    void aloneTheyAreForAPerson() throws IOException {
        assertThat(Signed.verify(withRights(Signed.CLASSIC_PAGE)).verdict())
                .isIn(SignatureVerdict.CAN_XEM_XET, SignatureVerdict.KHONG_HOP_LE);
    }

    @Test
    void aSignatureMadeAfterThemIsJudgedByItself() throws IOException {
        byte[] file = Signed.AGENCY.sign(withRights(Signed.CLASSIC_PAGE), SignatureLevel.PAdES_BASELINE_LT);
        SignatureReport report = Signed.verify(file);
        assertThat(report.verdict()).as("%s", report.reasons()).isEqualTo(SignatureVerdict.HOP_LE);
        assertThat(report.signatures()).hasSize(1);
    }

    @Test
    void addedAfterASignatureTheyAreAChange() throws IOException {
        SignatureReport report = Signed.verify(withRights(Signed.CLASSIC_LT));
        assertThat(report.verdict())
                .as("%s", report.reasons())
                .isIn(SignatureVerdict.CAN_XEM_XET, SignatureVerdict.KHONG_HOP_LE);
    }
}
