package vn.sohoa.signing;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.SignatureLevel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sohoa.dossier.SignatureReport;
import vn.sohoa.dossier.SignatureVerdict;

/** Signed containers (ASiC): every file in them is signed, and every reader sees the same files. */
class AsicTest {

    private static final String TYPE = "application/zip";
    private static final SignatureVerdict GOOD = SignatureVerdict.HOP_LE;
    private static final SignatureVerdict DOUBT = SignatureVerdict.CAN_XEM_XET;
    private static final SignatureVerdict BAD = SignatureVerdict.KHONG_HOP_LE;

    private static final byte[] XADES = of("XAdES", false, "LT");
    private static final byte[] CADES = of("CAdES", false, "LTA");

    private static byte[] of(String format, boolean simple, String level) {
        Map<String, byte[]> files = simple ? SignedOther.file() : SignedOther.files();
        SignatureLevel wanted = SignatureLevel.valueOf(format + "_BASELINE_" + level);
        return format.equals("XAdES")
                ? SignedOther.AGENCY.containerOfXml(files, simple, wanted)
                : SignedOther.AGENCY.containerOfCms(files, simple, wanted);
    }

    private static byte[] base(String format) {
        return format.equals("XAdES") ? XADES : CADES;
    }

    private static SignatureReport judged(byte[] file, SignatureVerdict verdict, String... codes) {
        SignatureReport report = SignedOther.verify(file, TYPE);
        assertThat(report.verdict()).as("%s", report.reasons()).isEqualTo(verdict);
        assertThat(Signed.codes(report)).containsAll(List.of(codes));
        return report;
    }

    private static SignatureReport doubted(byte[] file, String... codes) {
        SignatureReport report = SignedOther.verify(file, TYPE);
        assertThat(report.verdict()).as("%s", report.reasons()).isIn(DOUBT, BAD);
        assertThat(Signed.codes(report)).containsAll(List.of(codes));
        return report;
    }

    @ParameterizedTest
    @CsvSource({"XAdES,true,LT", "XAdES,false,LTA", "CAdES,true,LT", "CAdES,true,LTA", "CAdES,false,LTA"})
    void aGoodOneIsValidOffline(String format, boolean simple, String level) {
        byte[] file = of(format, simple, level);
        int calls = Signed.PKI.calls();
        SignatureReport report = judged(file, GOOD, "OK");
        assertThat(report.signatures()).hasSize(1);
        assertThat(report.signatures().get(0).provenTime()).isNotNull();
        assertThat(Signed.PKI.calls()).isEqualTo(calls);
    }

    @Test
    void withoutRevocationDataThatAloneIsLacking() {
        for (String format : new String[] {"XAdES", "CAdES"}) {
            assertThat(Signed.codes(judged(of(format, false, "B"), DOUBT))).containsExactly("REVOCATION_UNKNOWN");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"XAdES", "CAdES"})
    void aChangedFileIsRefused(String format) throws IOException {
        Map<String, byte[]> parts = parts(base(format));
        parts.put("quyet-dinh.txt", "Quyết định 124/QĐ-UBND".getBytes(StandardCharsets.UTF_8));
        judged(zip(parts), BAD, "CONTENT_CHANGED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"XAdES", "CAdES"})
    void afileThatNobodySignedIsForAPerson(String format) throws IOException {
        Map<String, byte[]> parts = parts(base(format));
        parts.put("them.txt", new byte[] {1});
        doubted(zip(parts), "NOT_COVERED");
    }

    @ParameterizedTest
    @CsvSource({
        "XAdES,META-INF/them.txt",
        "XAdES,META-INF/signature001.p7s",
        "CAdES,META-INF/signatures.xml",
        "CAdES,META-INF/ASiCManifest002.xml",
        "CAdES,META-INF/timestamp9.tst",
        "CAdES,META-INF/manifest.xml",
        "XAdES,meta-inf/signatures.xml",
        "XAdES,thu/"
    })
    void aStrangePartIsForAPerson(String format, String name) throws IOException {
        Map<String, byte[]> parts = parts(base(format));
        parts.put(name, name.endsWith("/") ? new byte[0] : "<a/>".getBytes(StandardCharsets.US_ASCII));
        doubted(zip(parts));
    }

    @ParameterizedTest
    @ValueSource(strings = {"XAdES", "CAdES"})
    void aFileUnderAnotherNameIsNotTheSignedOne(String format) throws IOException {
        Map<String, byte[]> parts = parts(base(format));
        Map<String, byte[]> renamed = new LinkedHashMap<>();
        parts.forEach((name, part) -> renamed.put(name.equals("quyet-dinh.txt") ? "quyet-dinh2.txt" : name, part));
        doubted(zip(renamed), "NOT_COVERED");
        parts.remove("quyet-dinh.txt");
        doubted(zip(parts));
    }

    @ParameterizedTest
    @ValueSource(strings = {"XAdES", "CAdES"})
    void aContainerWithoutItsSignatureShowsNoneAndOneWithATraceIsDoubted(String format) throws IOException {
        Map<String, byte[]> parts = parts(base(format));
        parts.keySet().removeIf(name -> name.matches("META-INF/signatures?001\\.(xml|p7s)"));
        if (format.equals("XAdES")) {
            judged(zip(parts), SignatureVerdict.KHONG_CO_CHU_KY);
        } else { // its list and its time-stamp are traces
            assertThat(SignedOther.verify(zip(parts), TYPE).verdict()).isNotEqualTo(GOOD);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"XAdES", "CAdES"})
    void bytesAroundTheContainerAreForAPerson(String format) throws IOException {
        byte[] file = base(format);
        doubted(joined(file, new byte[] {0}), "SHAPE_UNUSUAL");
        doubted(joined("PK".getBytes(StandardCharsets.US_ASCII), file), "SHAPE_UNUSUAL");
        doubted(joined(file, file), "SHAPE_UNUSUAL");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setComment("mimetype=application/vnd.etsi.asic-e+zip");
            write(zip, parts(file));
        }
        doubted(out.toByteArray(), "SHAPE_UNUSUAL");
    }

    /** One reader goes by the header before a part, another by the directory. */
    @ParameterizedTest
    @ValueSource(strings = {"XAdES", "CAdES"})
    void namesThatDifferAreForAPerson(String format) {
        byte[] file = base(format);
        int first = Signed.indexOf(file, "quyet-dinh.txt", 0);
        int second = Signed.lastIndexOf(file, "quyet-dinh.txt");
        doubted(Signed.patched(file, first, "quyet-dinx.txt"), "SHAPE_UNUSUAL");
        doubted(Signed.patched(file, second, "quyet-dinx.txt"), "SHAPE_UNUSUAL");
        byte[] up = Signed.patched(Signed.patched(file, first, "../t-dinh.txt!"), second, "../t-dinh.txt!");
        doubted(up, "SHAPE_UNUSUAL");
        byte[] back = Signed.patched(Signed.patched(file, first, "..\\uyet-din.tx"), second, "..\\uyet-din.tx");
        doubted(back, "SHAPE_UNUSUAL");
    }

    @Test
    void aNameThereTwiceIsForAPerson() throws IOException {
        Map<String, byte[]> parts = parts(XADES);
        parts.put("quyet-dinh.tx_", "khác".getBytes(StandardCharsets.UTF_8));
        byte[] file = zip(parts);
        int first = Signed.indexOf(file, "quyet-dinh.tx_", 0);
        int second = Signed.lastIndexOf(file, "quyet-dinh.tx_");
        doubted(
                Signed.patched(Signed.patched(file, first, "quyet-dinh.txt"), second, "quyet-dinh.txt"),
                "SHAPE_UNUSUAL");
        doubted(
                Signed.patched(Signed.patched(file, first, "Quyet-dinh.TXT"), second, "Quyet-dinh.TXT"),
                "SHAPE_UNUSUAL");
    }

    @Test
    void aPartThatGrowsWithoutEndStaysPacked() throws IOException {
        Map<String, byte[]> parts = parts(XADES);
        parts.put("lon.txt", new byte[300 << 20]);
        doubted(zip(parts), "SHAPE_UNUSUAL");
    }

    @Test
    void nonsenseEndsNoProcess() {
        for (int length = 0; length < XADES.length; length += 97) {
            byte[] cut = Arrays.copyOf(XADES, length);
            SignatureReport report = SignedOther.verify(cut, TYPE);
            assertThat(report.verdict()).isNotEqualTo(GOOD);
        }
    }

    @Test
    void signedOpenDocumentsAndOfficeFilesStayWithAPerson() throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("mimetype", "application/vnd.oasis.opendocument.text".getBytes(StandardCharsets.US_ASCII));
        parts.put("META-INF/documentsignatures.xml", new byte[] {1});
        judged(zip(parts), DOUBT, "CHECK_INCOMPLETE");
        judged(zip(Map.of("_xmlsignatures/sig1.xml", new byte[] {1})), DOUBT, "CHECK_INCOMPLETE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"XAdES", "CAdES"})
    void noChangedByteIsValid(String format) throws ZipShape.Refused {
        byte[] good = base(format);
        int central = Signed.indexOf(good, "PK\1\2", 0);
        Random random = new Random(20_272);
        for (int i = 0; i < Integer.getInteger("sohoa.mutants", 60); i++) {
            int at = random.nextInt(good.length);
            byte[] file = good.clone();
            file[at] ^= (byte) (1 << random.nextInt(8));
            SignatureReport report = SignedOther.verify(file, TYPE);
            if (report.verdict() == GOOD && !isFree(good, central, at)) {
                assertThat(ZipShape.read(file))
                        .as("byte %d %s: only packed otherwise", at, report.reasons())
                        .usingRecursiveComparison()
                        .isEqualTo(ZipShape.read(good));
            }
        }
    }

    /** The directory alone tells by which system a part was made, and its attributes there. */
    private static boolean isFree(byte[] file, int central, int at) {
        for (int entry = central; entry + 46 <= file.length && file[entry + 2] == 1; ) {
            int within = at - entry;
            if (within == 4 || within == 5 || within == 36 || (within >= 38 && within < 42)) {
                return true;
            }
            entry += 46 + (file[entry + 28] & 0xFF);
        }
        return false;
    }

    private static Map<String, byte[]> parts(byte[] file) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }

    private static byte[] zip(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            write(zip, parts);
        }
        return out.toByteArray();
    }

    private static void write(ZipOutputStream zip, Map<String, byte[]> parts) throws IOException {
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
            zip.putNextEntry(new ZipEntry(part.getKey()));
            zip.write(part.getValue());
            zip.closeEntry();
        }
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
