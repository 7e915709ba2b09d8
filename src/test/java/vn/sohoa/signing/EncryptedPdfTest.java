package vn.sohoa.signing;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.SignatureLevel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.bouncycastle.asn1.ASN1InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sohoa.dossier.SignatureReport;
import vn.sohoa.dossier.SignatureVerdict;
import vn.sohoa.forger.Increment;

/** Encrypted PDFs: one signature over every byte may be valid, everything else is for a person. */
class EncryptedPdfTest {

    private static final SignatureVerdict GOOD = SignatureVerdict.HOP_LE;
    private static final SignatureVerdict DOUBT = SignatureVerdict.CAN_XEM_XET;
    private static final SignatureVerdict BAD = SignatureVerdict.KHONG_HOP_LE;
    private static final byte[] SIGNED = signed(256, false);

    /** An anchor of the signer itself: revocation is no matter here; and the root, by which every certificate in the file is judged. */
    private static SignatureReport verify(byte[] file) {
        return new PadesVerifier(
                        TrustAnchors.of(List.of(Signed.CLERK.certificate(), Signed.PKI.root())), Clock.systemUTC())
                .verify(file, Signed.PDF);
    }

    private static byte[] encrypted(int bits, boolean compressed, String password) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(Signed.CLASSIC_PAGE)) {
            StandardProtectionPolicy policy =
                    new StandardProtectionPolicy("chu", password, AccessPermission.getOwnerAccessPermission());
            policy.setEncryptionKeyLength(bits);
            document.protect(policy);
            document.save(out, compressed ? new CompressParameters(100) : CompressParameters.NO_COMPRESSION);
        } catch (IOException cannot) {
            throw new IllegalStateException(cannot);
        }
        return out.toByteArray();
    }

    private static byte[] signed(int bits, boolean compressed) {
        return padded(Signed.AGENCY.sign(encrypted(bits, compressed, ""), SignatureLevel.PAdES_BASELINE_B));
    }

    /** PDFBox encrypts the zeros behind the signature as well, which readers leave as they are: zeros again. */
    private static byte[] padded(byte[] file) {
        byte[] whole = file.clone();
        for (SignatureDictionary each : SignatureSearch.search(file).dictionaries()) {
            try (ASN1InputStream cms = new ASN1InputStream(each.contents())) {
                cms.readObject();
                int used = 2 * (each.contents().length - cms.readAllBytes().length);
                Arrays.fill(whole, each.gapStart() + 1 + used, each.gapEnd() - 1, (byte) '0');
            } catch (IOException cannot) {
                throw new IllegalStateException(cannot);
            }
        }
        return whole;
    }

    @ParameterizedTest
    @CsvSource({"256", "128", "40"})
    void oneSignatureOverEveryByteIsValid(int bits) {
        SignatureReport report = verify(signed(bits, false));
        assertThat(report.verdict()).as("%s", report.reasons()).isEqualTo(GOOD);
        assertThat(report.signatures().get(0).coversWholeFile()).isTrue();
    }

    @Test
    void encryptedObjectStreamsAreForAPerson() {
        assertThat(verify(signed(256, true)).verdict()).isEqualTo(DOUBT);
    }

    @Test
    void whatFollowsIsForAPerson() {
        assertThat(verify(Signed.AGENCY.extend(SIGNED, SignatureLevel.PAdES_BASELINE_LTA))
                        .verdict())
                .isIn(DOUBT, BAD);
        assertThat(verify(Signed.AGENCY.sign(SIGNED, SignatureLevel.PAdES_BASELINE_B))
                        .verdict())
                .isIn(DOUBT, BAD);
        assertThat(verify(Signed.appended(SIGNED, "junk")).verdict()).isEqualTo(DOUBT);
    }

    @Test
    void withoutASignatureItIsNotCalledUnsigned() {
        assertThat(verify(encrypted(256, false, "")).verdict()).isEqualTo(DOUBT);
        assertThat(verify(encrypted(256, false, "mo")).verdict()).isEqualTo(DOUBT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<< /A 1 >>", "<< /Filter /Standard /V 1 /R 2 /O (x) /U (x) /P -4 >>"})
    void anUpdateIsNeverPartOfIt(String object) {
        byte[] file = new Increment(SIGNED).object(800, object).table();
        SignatureReport report = verify(file);
        assertThat(report.verdict()).as("%s", report.reasons()).isIn(DOUBT, BAD);
    }

    @Test
    void anotherKeyIsAChange() {
        for (String key : List.of("/Encrypt", "/O ", "/U ", "/P -", "/StmF", "/ID")) {
            int at = Signed.indexOf(SIGNED, key, 0) + key.length() + 1;
            byte[] file = SIGNED.clone();
            file[at] ^= 1;
            SignatureReport report = verify(file);
            assertThat(report.verdict()).as("%s %s", key, report.reasons()).isIn(DOUBT, BAD);
        }
    }

    @Test
    void noChangedByteIsValid() {
        Random random = new Random(20_274);
        for (int i = 0; i < Integer.getInteger("sohoa.mutants", 40); i++) {
            int at = random.nextInt(SIGNED.length);
            byte[] file = SIGNED.clone();
            file[at] ^= (byte) (1 << random.nextInt(5));
            boolean sameHexDigit = Character.toLowerCase(file[at]) == Character.toLowerCase(SIGNED[at]);
            SignatureReport report = verify(file);
            if (!sameHexDigit) {
                assertThat(report.verdict())
                        .as("byte %d %s", at, report.reasons())
                        .isNotEqualTo(GOOD);
            }
        }
    }
}
