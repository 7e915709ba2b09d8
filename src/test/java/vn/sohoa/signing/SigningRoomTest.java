package vn.sohoa.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.bouncycastle.cms.CMSSignedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.SignatureVerdict;

/** The rest of the room: self-test, anchors, other formats, libraries. */
class SigningRoomTest {

    @Test
    void selfTestPassesOnTheLibrariesInUse() {
        assertThatCode(SigningSelfTest::run).doesNotThrowAnyException();
    }

    @Test
    void onlyTheLibrariesThatWereTriedAreLoaded() {
        assertThat(jarOf(CMSSignedData.class)).contains("bcpkix-jdk18on-1.86");
        assertThat(jarOf(org.bouncycastle.asn1.ASN1InputStream.class)).contains("bcprov-jdk18on-1.86");
        assertThat(jarOf(PDDocument.class)).contains("pdfbox-3.0.8");
        assertThat(jarOf(SignedDocumentValidator.class)).contains("dss-validation-6.4");
    }

    private static String jarOf(Class<?> type) {
        URL place = type.getProtectionDomain().getCodeSource().getLocation();
        return place.toString();
    }

    @Test
    void anchorsHaveAVersionThatDoesNotDependOnNames(@TempDir Path folder) throws IOException {
        Signed.PKI.writeAnchor(folder.resolve("a"));
        Files.createDirectories(folder.resolve("b"));
        Files.copy(folder.resolve("a/root.pem"), folder.resolve("b/other.CRT"));
        assertThat(TrustAnchors.in(folder.resolve("a")).version())
                .isEqualTo(TrustAnchors.in(folder.resolve("b")).version())
                .isNotEqualTo(TrustAnchors.in(folder.resolve("none")).version());
        assertThat(TrustAnchors.in(folder.resolve("a")).certificates()).hasSize(1);
    }

    @Test
    void anAnchorThatIsNoCertificateIsRefused(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("root.pem"), "not a certificate");
        assertThatThrownBy(() -> SignatureVerifiers.offline(folder))
                .isInstanceOf(DigitisationException.class)
                .hasMessageContaining("root.pem");
    }

    @Test
    void otherFormatsAreUnsignedOrForAPerson() throws IOException {
        assertThat(verdict("hồ sơ".getBytes(StandardCharsets.UTF_8), "text/plain"))
                .isEqualTo(SignatureVerdict.KHONG_CO_CHU_KY);
        assertThat(verdict(zip("word/document.xml"), "application/zip")).isEqualTo(SignatureVerdict.KHONG_CO_CHU_KY);
        assertThat(verdict(zip("word/document.xml", "_xmlsignatures/sig1.xml"), "application/zip"))
                .isEqualTo(SignatureVerdict.CAN_XEM_XET);
        assertThat(verdict(zip("a.xml", "META-INF/signatures0.xml"), "application/zip"))
                .isEqualTo(SignatureVerdict.CAN_XEM_XET);
        assertThat(verdict(new byte[] {0x30, 0x03, 1, 2, 3}, "application/pkcs7-mime"))
                .isEqualTo(SignatureVerdict.CAN_XEM_XET);
        assertThat(verdict(Signed.LTA, "image/tiff")).isEqualTo(SignatureVerdict.HOP_LE);
    }

    private static SignatureVerdict verdict(byte[] file, String mediaType) {
        return new PadesVerifier(TrustAnchors.of(List.of(Signed.PKI.root())), Clock.systemUTC())
                .verify(file, mediaType)
                .verdict();
    }

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(1);
            }
        }
        return out.toByteArray();
    }
}
