package vn.sohoa.signing;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.xades.reference.EnvelopedSignatureTransform;
import eu.europa.esig.dss.xades.reference.XPathTransform;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sohoa.dossier.SignatureReport;
import vn.sohoa.dossier.SignatureVerdict;
import vn.sohoa.testpki.FileSigning;
import vn.sohoa.testpki.TestPki;

/** Signed XML: what is good is valid, and nothing that was done to it is. */
class XadesTest {

    private static final String TYPE = "application/xml";
    private static final String EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#";
    private static final String INCLUSIVE = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";
    private static final SignatureVerdict GOOD = SignatureVerdict.HOP_LE;
    private static final SignatureVerdict DOUBT = SignatureVerdict.CAN_XEM_XET;
    private static final SignatureVerdict BAD = SignatureVerdict.KHONG_HOP_LE;
    private static final SignatureLevel LT = SignatureLevel.XAdES_BASELINE_LT;

    private static SignatureReport judged(byte[] file, SignatureVerdict verdict, String... codes) {
        SignatureReport report = SignedOther.verify(file, TYPE);
        assertThat(report.verdict()).as("%s", report.reasons()).isEqualTo(verdict);
        assertThat(Signed.codes(report)).containsAll(List.of(codes));
        return report;
    }

    private static byte[] changed(String from, String to) {
        String text = SignedOther.text(SignedOther.XML_LTA);
        assertThat(text).contains(from);
        return SignedOther.bytes(text.replace(from, to));
    }

    @Nested
    class Good {

        @ParameterizedTest
        @ValueSource(strings = {"LT", "LTA"})
        void isValidOfflineWithItsSignerAndTime(String level) {
            byte[] file = SignedOther.AGENCY.xml(SignedOther.XML, SignatureLevel.valueOf("XAdES_BASELINE_" + level));
            int calls = Signed.PKI.calls();
            SignatureReport report = judged(file, GOOD, "OK");
            assertThat(report.signatures()).hasSize(1);
            SignatureReport.Signature signature = report.signatures().get(0);
            assertThat(signature.signer()).isEqualTo("Sở Nội vụ tỉnh Thử Nghiệm");
            assertThat(signature.level()).isEqualTo("XAdES-BASELINE-" + level);
            assertThat(signature.provenTime()).isNotNull();
            assertThat(signature.coversWholeFile()).isTrue();
            assertThat(Signed.PKI.calls()).isEqualTo(calls);
        }

        @ParameterizedTest
        @ValueSource(strings = {"B", "T"})
        void lacksRevocationAloneWhereNoneIsInside(String level) {
            byte[] file = SignedOther.AGENCY.xml(SignedOther.XML, SignatureLevel.valueOf("XAdES_BASELINE_" + level));
            SignatureReport report = judged(file, DOUBT);
            assertThat(Signed.codes(report)).containsExactly("REVOCATION_UNKNOWN");
        }

        @Test
        void isTheSameWhateverItsTypeIsSaidToBe() {
            for (String type : List.of("text/plain", "application/octet-stream", "image/png")) {
                assertThat(SignedOther.verify(SignedOther.XML_LTA, type).verdict())
                        .isEqualTo(GOOD);
            }
        }

        @Test
        void mayNameItsRootAndBeWrittenInclusively() {
            byte[] file = SignedOther.AGENCY.xml(
                    SignedOther.XML,
                    LT,
                    List.of(FileSigning.reference(
                            "#qd1", new EnvelopedSignatureTransform(), FileSigning.canonical(INCLUSIVE))));
            judged(file, GOOD, "OK");
        }

        @Test
        void maySignSideBySide() {
            byte[] second =
                    FileSigning.by(Signed.PKI, Signed.PKI.signer("Văn thư Thử")).xml(SignedOther.XML_LTA, LT);
            assertThat(judged(second, GOOD).signatures()).hasSize(2);
        }
    }

    @Nested
    class Attacked {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "1000000|9000000",
                    "so=\"123/QĐ-UBND\"|so=\"124/QĐ-UBND\"",
                    "so=\"123/QĐ-UBND\"|so=\"123/QĐ-UBND\" mat=\"x\"",
                    "donVi=\"đồng\"|donVi=\"đô la\"",
                    "<qd:nguoiNhan>Nguyễn Văn Thử</qd:nguoiNhan>|",
                    "</qd:nguoiNhan>|</qd:nguoiNhan><qd:them>1</qd:them>",
                    "urn:thu:quyet-dinh|urn:thu:quyet-dinh-khac"
                })
        void changedContentIsRefused(String from, String to) {
            judged(changed(from, to == null ? "" : to), BAD, "CONTENT_CHANGED");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "1000000|1000<!-- -->000|NOT_COVERED",
                    "1000000|1000<![CDATA[000]]>|SHAPE_UNUSUAL",
                    "<qd:soTien|<?in 5?><qd:soTien|SHAPE_UNUSUAL",
                    "<qd:quyetDinh|<!-- x --><qd:quyetDinh|NOT_COVERED",
                    "<ds:KeyInfo>|<ds:KeyInfo><ds:KeyName>Ai đó</ds:KeyName>|SHAPE_UNUSUAL",
                    "<ds:Object>|<ds:Object><p>x</p></ds:Object><ds:Object>|SHAPE_UNUSUAL",
                    "<ds:Object>|<ds:Object>Đã duyệt|SHAPE_UNUSUAL",
                    "</xades:UnsignedSignatureProperties>|<xades:Them>1</xades:Them></xades:UnsignedSignatureProperties>|SHAPE_UNUSUAL",
                    "<ds:KeyInfo>|<ds:KeyInfo Id=\"qd1\">|SHAPE_UNUSUAL",
                    "<ds:SignedInfo>|<!-- x --><ds:SignedInfo>|NOT_COVERED"
                })
        void whatTheCanonicalFormLeavesOutIsForAPerson(String from, String to, String code) {
            SignatureReport report = SignedOther.verify(changed(from, to), TYPE);
            assertThat(report.verdict()).as("%s", report.reasons()).isIn(DOUBT, BAD);
            assertThat(Signed.codes(report)).contains(code);
        }

        @Test
        void aNameSpaceThatOnlyTextUsesIsNotSigned() {
            String typed = SignedOther.TEXT.replace("donVi=", "xmlns:x=\"urn:mot\" kieu=\"x:tien\" donVi=");
            byte[] file = SignedOther.AGENCY.xml(SignedOther.bytes(typed), LT);
            judged(file, DOUBT, "NOT_COVERED");
            judged(SignedOther.bytes(SignedOther.text(file).replace("urn:mot", "urn:hai")), DOUBT, "NOT_COVERED");
        }

        @Test
        void aNewRootAroundTheOldOneIsRefused() {
            String text = SignedOther.text(SignedOther.XML_LTA);
            String inner = text.substring(text.indexOf("<qd:quyetDinh"));
            judged(SignedOther.bytes("<giay>" + inner + "</giay>"), BAD, "CONTENT_CHANGED");
        }

        /** The signed element is moved aside, where the reference still finds it, and another takes its place. */
        @ParameterizedTest
        @ValueSource(strings = {"", " Id=\"qd1\"", " id=\"qd1\"", " Id=\"qd2\""})
        void anElementThatWasWrappedIsNotTheDocument(String id) {
            byte[] signed = SignedOther.AGENCY.xml(
                    SignedOther.XML,
                    LT,
                    List.of(FileSigning.reference(
                            "#qd1", new EnvelopedSignatureTransform(), FileSigning.canonical(EXCLUSIVE))));
            String text = SignedOther.text(signed);
            String inner = text.substring(text.indexOf("<qd:quyetDinh"));
            String wrapped = "<qd:quyetDinh xmlns:qd=\"urn:thu:quyet-dinh\"" + id
                    + "><qd:soTien>9000000</qd:soTien><qd:khac>" + inner + "</qd:khac></qd:quyetDinh>";
            SignatureReport report = SignedOther.verify(SignedOther.bytes(wrapped), TYPE);
            assertThat(report.verdict()).as("%s", report.reasons()).isIn(DOUBT, BAD);
        }

        @Test
        void aSignatureBetweenLettersIsNoSignedText() {
            String text = SignedOther.text(SignedOther.XML_LTA);
            int from = text.indexOf("<ds:Signature ");
            int to = text.indexOf("</ds:Signature>") + "</ds:Signature>".length();
            String signature = text.substring(from, to);
            String moved =
                    (text.substring(0, from) + text.substring(to)).replace("1000000", "1000" + signature + "000");
            judged(SignedOther.bytes(moved), DOUBT, "SHAPE_UNUSUAL");
        }

        @Test
        void aPartIsNotTheWhole() {
            byte[] file = SignedOther.AGENCY.xml(
                    SignedOther.bytes(SignedOther.TEXT.replace("<qd:soTien", "<qd:soTien Id=\"tien\"")),
                    LT,
                    List.of(FileSigning.reference("#tien", FileSigning.canonical(EXCLUSIVE))));
            judged(file, DOUBT, "NOT_COVERED");
        }

        @Test
        void anExpressionMayLeaveOutWhatItLikes() {
            byte[] file = SignedOther.AGENCY.xml(
                    SignedOther.XML,
                    LT,
                    List.of(FileSigning.reference(
                            "",
                            new EnvelopedSignatureTransform(),
                            new XPathTransform("not(ancestor-or-self::*[local-name()='soTien'])"),
                            FileSigning.canonical(EXCLUSIVE))));
            judged(file, DOUBT, "NOT_COVERED");
            judged(SignedOther.bytes(SignedOther.text(file).replace("1000000", "9000000")), DOUBT, "NOT_COVERED");
        }

        @Test
        void whatLiesElsewhereIsNotFetched() {
            byte[] file = changed("URI=\"\"", "URI=\"" + Signed.PKI.tsaAddress() + "\"");
            int calls = Signed.PKI.calls();
            assertThat(SignedOther.verify(file, TYPE).verdict()).isIn(DOUBT, BAD);
            assertThat(Signed.PKI.calls()).isEqualTo(calls);
        }
    }

    @Nested
    class Stripped {

        @Test
        void withoutAnyTraceIsUnsigned() {
            judged(SignedOther.XML, SignatureVerdict.KHONG_CO_CHU_KY, "KHONG_CO_CHU_KY");
        }

        @Test
        void withATraceIsNot() {
            String text = SignedOther.text(SignedOther.XML_LTA);
            int from = text.indexOf("<ds:Signature ");
            int to = text.indexOf("</ds:Signature>") + "</ds:Signature>".length();
            String rest = "<xades:QualifyingProperties xmlns:xades=\"http://uri.etsi.org/01903/v1.3.2#\"/>";
            judged(SignedOther.bytes(text.substring(0, from) + rest + text.substring(to)), DOUBT, "SIG_HIDDEN");
            judged(SignedOther.bytes(text.replace("<ds:Signature ", "<ds:Signatur ")), DOUBT);
        }

        @ParameterizedTest
        @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "IBM037"})
        void inOtherLettersIsSignedAsWell(String writing) {
            String text = SignedOther.text(SignedOther.XML_LTA).replace("UTF-8", writing.replaceAll("[LB]E$", ""));
            byte[] mark = (writing.startsWith("UTF-16") ? "\uFEFF" : "").getBytes(Charset.forName(writing));
            byte[] body = text.getBytes(Charset.forName(writing));
            byte[] file = new byte[mark.length + body.length];
            System.arraycopy(mark, 0, file, 0, mark.length);
            System.arraycopy(body, 0, file, mark.length, body.length);
            for (String type : List.of(TYPE, "text/plain")) {
                SignatureReport report = SignedOther.verify(file, type);
                assertThat(report.verdict()).isIn(GOOD, DOUBT, BAD);
                assertThat(report.verdict() == GOOD).isEqualTo(writing.startsWith("UTF-16"));
            }
        }

        @Test
        void aNameSpaceWrittenInNumbersIsSeen() {
            judged(
                    changed("\"http://www.w3.org/2000/09/xmldsig#\"", "\"http&#58;//www.w3.org/2000/09/xmldsig#\""),
                    GOOD);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<!DOCTYPE a [<!ENTITY n \"http://www.w3.org/2000/09/xmldsig#\">]><a"
                            + " xmlns:d=\"&n;\"><d:Signature/></a>",
                    "<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/a.dtd\"><a/>",
                    "<a><b></a>",
                    "<a xmlns=\"http://www.w3.org/2000/09/xmldsig#\"><Signature/>",
                    "<Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\"/>"
                })
        void whatCannotBeReadIsNeverUnsigned(String xml) {
            judged(xml.getBytes(StandardCharsets.UTF_8), DOUBT);
        }

        @Test
        void depthEndsNoProcess() {
            String deep = "<a>".repeat(100_000) + "</a>".repeat(100_000);
            judged(deep.getBytes(StandardCharsets.US_ASCII), DOUBT);
        }
    }

    @Nested
    class InTime {

        private FileSigning brief(TestPki.Validity validity) {
            return FileSigning.by(Signed.PKI, Signed.PKI.signer("Ngắn Hạn", validity));
        }

        @Test
        void aLapsedSignerIsProvenByTimeStampsAlone() {
            Instant now = Instant.now();
            Duration hour = Duration.ofHours(1);
            FileSigning signer = brief(new TestPki.Validity(now.minus(hour), now.plus(hour)));
            Clock later = Clock.offset(Clock.systemUTC(), Duration.ofHours(2));
            byte[] proven = signer.xml(SignedOther.XML, SignatureLevel.XAdES_BASELINE_LTA);
            byte[] bare = signer.xml(SignedOther.XML, SignatureLevel.XAdES_BASELINE_B);
            assertThat(SignedOther.verify(proven, TYPE, later).verdict()).isEqualTo(GOOD);
            assertThat(SignedOther.verify(bare, TYPE, later).verdict()).isEqualTo(DOUBT);
        }

        @Test
        void whoSignsAfterRevocationIsRefused() {
            TestPki.Entity gone = Signed.PKI.signer("Đã Thu Hồi");
            Signed.PKI.revoke(gone, Instant.now().minus(Duration.ofHours(1)));
            judged(FileSigning.by(Signed.PKI, gone).xml(SignedOther.XML, LT), BAD, "REVOKED");
        }

        @Test
        void whoSignsAfterHisCertificateLapsedIsRefused() {
            Instant now = Instant.now();
            FileSigning late =
                    brief(new TestPki.Validity(now.minus(Duration.ofHours(9)), now.minus(Duration.ofHours(1))));
            judged(late.xml(SignedOther.XML, SignatureLevel.XAdES_BASELINE_B), BAD, "CERT_OUT_OF_DATE");
        }
    }

    /** Of each changed byte: never valid, but where the canonical form is the same and nothing is said by it. */
    @Test
    void noChangedByteIsValid() {
        Random random = new Random(20_271);
        for (int i = 0; i < Integer.getInteger("sohoa.mutants", 60); i++) {
            byte[] file = SignedOther.XML_LTA.clone();
            int at = random.nextInt(file.length);
            file[at] = (byte) (file[at] ^ (1 << random.nextInt(6)));
            SignatureReport report = SignedOther.verify(file, TYPE);
            if (!isFree(SignedOther.text(SignedOther.XML_LTA), at)) {
                assertThat(report.verdict())
                        .as("byte %d %s", at, report.reasons())
                        .isIn(DOUBT, BAD);
            }
        }
    }

    /** Names of parts that nothing refers to, and the space between parts, stand outside what is signed. */
    private static boolean isFree(String text, int at) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String before = new String(bytes, 0, at + 1, StandardCharsets.UTF_8);
        int tag = before.lastIndexOf('<');
        String open = before.substring(tag);
        boolean unsigned = open.matches("(?s)<(ds:SignatureValue|xades:SignatureTimeStamp|xades:EncapsulatedTimeStamp"
                + "|xades141:[A-Za-z]+) .*");
        return unsigned && open.matches("(?s).*Id=\"[^\"]*") && !open.endsWith("\"");
    }
}
