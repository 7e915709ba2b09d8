package vn.sohoa.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationSquare;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sohoa.dossier.SignatureReport;
import vn.sohoa.dossier.SignatureVerdict;
import vn.sohoa.forger.Increment;

/** What attackers do to a signed document of ours. Nothing of it may ever be HOP_LE, nor pass for unsigned. */
class AttackTest {

    private static SignatureReport attacked(byte[] file, SignatureVerdict verdict, String... codes) {
        SignatureReport report = Signed.verify(file);
        assertThat(Signed.codes(report)).contains(codes);
        assertThat(report.verdict()).as("%s", report.reasons()).isEqualTo(verdict);
        return report;
    }

    private static final SignatureVerdict BAD = SignatureVerdict.KHONG_HOP_LE;
    private static final SignatureVerdict DOUBT = SignatureVerdict.CAN_XEM_XET;

    @Nested
    class InTheSignedBytes {

        @Test
        void aFlippedByteIsAChange() {
            byte[] file = Signed.LTA.clone();
            file[Signed.PAGE.length / 2] ^= 1;
            attacked(file, BAD, "CONTENT_CHANGED");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = ';',
                value = {
                    "/ByteRanqe [0 1 2 3]",
                    "/ByteRange null",
                    "/ByteRange [0 0 0 0]",
                    "/ByteRange [0 -1 -2 9]",
                    "/ByteRange [0 9 99 99999999]",
                    "/ByteRange [0 9 99 9999999999]",
                    "/ByteRange [1 9 99 9]",
                    "/ByteRange [0 9 99]",
                    "/ByteRange (0 9 99)"
                })
        void aByteRangeThatIsNoRangeIsRefused(String range) {
            int at = Signed.indexOf(Signed.CLASSIC_LT, "/ByteRange", 0);
            int end = Signed.indexOf(Signed.CLASSIC_LT, "]", at) + 1;
            String padded = range + " ".repeat(Math.max(0, end - at - range.length()));
            attacked(Signed.patched(Signed.CLASSIC_LT, at, padded), BAD, "BYTERANGE_BAD");
        }

        @Test
        void contentsOfZerosAreEmpty() {
            int gap = Signed.indexOf(Signed.CLASSIC_LT, "/Contents <30", 0) + 11;
            int end = Signed.indexOf(Signed.CLASSIC_LT, ">", gap);
            attacked(Signed.patched(Signed.CLASSIC_LT, gap, "0".repeat(end - gap)), BAD, "CONTENTS_EMPTY");
        }

        @Test
        void dataBehindTheCmsAreSeen() {
            int end = Signed.indexOf(Signed.CLASSIC_LT, ">", Signed.indexOf(Signed.CLASSIC_LT, "/Contents <30", 0));
            attacked(Signed.patched(Signed.CLASSIC_LT, end - 4, "CAFE"), BAD, "DATA_AFTER_CMS");
        }

        @Test
        void aCmsThatDoesNotParseIsNotUnsigned() {
            int gap = Signed.indexOf(Signed.CLASSIC_LT, "/Contents <30", 0) + 11;
            SignatureReport report = Signed.verify(Signed.patched(Signed.CLASSIC_LT, gap, "FFFFFFFF"));
            assertThat(Signed.codes(report)).contains("CMS_UNREADABLE");
            assertThat(report.verdict()).isIn(BAD, DOUBT);
        }
    }

    @Nested
    class BehindTheSignature {

        @Test
        void junkIsForAPerson() {
            attacked(Signed.appended(Signed.LTA, "junk"), DOUBT, "TRAILING_BYTES");
        }

        @Test
        void whiteSpaceIsNothing() {
            assertThat(Signed.verify(Signed.appended(Signed.LTA, "\r\n\n")).verdict())
                    .isEqualTo(SignatureVerdict.HOP_LE);
        }

        @ParameterizedTest
        @ValueSource(strings = {"\n7 0 obj\n<< >>\nendobj\n", "\n% 7 0 obj << >> endobj\n"})
        void objectsWithoutASectionAreHarm(String tail) {
            attacked(Signed.appended(Signed.LTA, tail), BAD, "TAIL_UNEXPLAINED");
        }

        @ParameterizedTest
        @ValueSource(strings = {"\nstartxref\n9\n%%EOF\n", "\ntrailer\n<< /Root 7 0 R >>\nstartxref\n9\n%%EOF\n"})
        void aFalseEndHidesNothing(String tail) {
            SignatureReport report = Signed.verify(Signed.appended(Signed.LTA, tail));
            assertThat(report.verdict()).isIn(DOUBT, BAD);
        }

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void aReferenceTurnedToOtherBytesIsHarm(boolean table) throws IOException {
            byte[] base = base(table);
            long elsewhere = Signed.indexOf(base, " 0 obj", 0) - 1;
            Increment update = new Increment(base).entry(contents(base), 1, elsewhere, 0);
            attacked(table ? update.table() : update.stream(), BAD, "XREF_REDIRECT");
        }

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void anObjectTakenAwayIsHarm(boolean table) throws IOException {
            byte[] base = base(table);
            Increment update = new Increment(base).entry(contents(base), 0, 0, 1);
            attacked(table ? update.table() : update.stream(), BAD, "XREF_FREES");
        }

        @Test
        void aReferenceIntoAnEarlierObjectStreamIsHarm() throws IOException {
            byte[] file = new Increment(Signed.LTA).entry(contents(Signed.LTA), 2, 5, 0).stream();
            attacked(file, BAD, "XREF_REDIRECT");
        }

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void aBodyThatNoEntryNamesIsHarm(boolean table) {
            Increment update = new Increment(base(table)).object(800, "<< /Harmless true >>");
            update.unlisted(801, "<< /Hidden true >>");
            attacked(table ? update.table() : update.stream(), BAD, "OBJECT_NOT_IN_XREF");
        }

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void oneNumberWithTwoBodiesIsHarm(boolean table) {
            Increment update =
                    new Increment(base(table)).object(800, "<< /A 1 >>").object(800, "<< /A 2 >>");
            attacked(table ? update.table() : update.stream(), BAD, "DUPLICATE_OBJECT");
        }

        @Test
        void anEntryThatNamesAnotherObjectIsHarm() {
            Increment update = new Increment(Signed.CLASSIC_LT);
            long offset = update.unlisted(800, "<< /A 1 >>");
            attacked(update.entry(801, 1, offset, 0).table(), BAD, "XREF_BAD");
        }

        @Test
        void aChainThatLeavesOutARevisionIsHarm() {
            Increment update = new Increment(Signed.CLASSIC_LT).object(800, "<< /A 1 >>");
            int end = Signed.indexOf(Signed.CLASSIC_LT, "%%EOF", Signed.CLASSIC_PAGE.length);
            long signedRevision = Increment.startxref(Arrays.copyOf(Signed.CLASSIC_LT, end));
            attacked(update.previous(signedRevision).table(), BAD, "PREV_ELSEWHERE");
        }

        @Test
        void aStartThatNamesAnotherSectionIsHarm() {
            Increment update = new Increment(Signed.CLASSIC_LT).object(800, "<< /A 1 >>");
            attacked(update.target(Increment.startxref(Signed.CLASSIC_LT)).table(), BAD, "STARTXREF_ELSEWHERE");
        }

        @Test
        void wholeUpdatesThatNobodyListsAreForAPerson() {
            byte[] file =
                    new Increment(Signed.CLASSIC_LT).object(800, "<< /A 1 >>").table();
            attacked(file, DOUBT, "TAIL_UNLISTED");
        }

        @Test
        void anUpdateThatCannotBeReadIsNeverValid() {
            String stream = "<< /Length 777 0 R >>\nstream\nabc\nendstream";
            byte[] file = new Increment(Signed.CLASSIC_LT).object(800, stream).table();
            SignatureReport report = Signed.verify(file);
            assertThat(Signed.codes(report)).contains("CHECK_INCOMPLETE");
            assertThat(report.verdict()).isIn(DOUBT, BAD);
        }

        @Test
        void aSignatureThatAnUpdateSkipsIsHiddenAndNotAbsent() throws IOException {
            byte[] signed = Signed.CLASSIC_LTA;
            int root = number(signed, "Root");
            int pages;
            try (PDDocument document = Loader.loadPDF(signed)) {
                pages = (int) document.getDocumentCatalog()
                        .getPages()
                        .getCOSObject()
                        .getKey()
                        .getNumber();
            }
            byte[] file = new Increment(signed)
                    .object(root, "<< /Type /Catalog /Pages " + pages + " 0 R >>")
                    .previous(Increment.startxref(Signed.CLASSIC_PAGE))
                    .table();
            SignatureReport report = Signed.verify(file);
            assertThat(Signed.codes(report)).contains("SIG_HIDDEN");
            assertThat(report.verdict()).isIn(DOUBT, BAD);
        }

        @Test
        void anAddedAnnotationIsHarm() throws IOException {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (PDDocument document = Loader.loadPDF(Signed.LTA)) {
                PDPage page = document.getPage(0);
                PDAnnotationSquare square = new PDAnnotationSquare();
                square.setRectangle(new PDRectangle(60, 690, 300, 40));
                square.constructAppearances(document);
                page.getAnnotations().add(square);
                page.getCOSObject().setNeedToBeUpdated(true);
                document.saveIncremental(out);
            }
            attacked(out.toByteArray(), BAD, "CHANGED_AFTER");
        }

        private static byte[] base(boolean table) {
            return table ? Signed.CLASSIC_LT : Signed.LTA;
        }

        private static int contents(byte[] file) throws IOException {
            try (PDDocument document = Loader.loadPDF(file)) {
                COSObject contents =
                        (COSObject) document.getPage(0).getCOSObject().getItem(COSName.CONTENTS);
                return (int) contents.getKey().getNumber();
            }
        }

        private static int number(byte[] file, String key) throws IOException {
            try (PDDocument document = Loader.loadPDF(file)) {
                COSObject object =
                        (COSObject) document.getDocument().getTrailer().getItem(COSName.getPDFName(key));
                return (int) object.getKey().getNumber();
            }
        }
    }

    /** A truth may be any byte but zero to who reads leniently; a certificate in which it was changed is not what its issuer made. */
    @Test
    void aByteThatReadersTakeForTheSameIsADamagedProof() {
        byte[] file = Signed.CLASSIC_LT.clone();
        int store = Signed.lastIndexOf(file, "/Certs");
        int flipped = 0;
        for (int at = store; at + 3 < file.length; at++) {
            if (file[at] == 1 && file[at + 1] == 1 && file[at + 2] == (byte) 0xFF && file[at + 3] == 4) {
                byte[] changed = file.clone();
                changed[at + 2] = (byte) 0xEF;
                assertThat(Signed.codes(Signed.verify(changed))).contains("PROOF_DAMAGED");
                flipped++;
            }
        }
        assertThat(flipped).isPositive();
    }
}
