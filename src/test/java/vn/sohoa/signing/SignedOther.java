package vn.sohoa.signing;

import eu.europa.esig.dss.enumerations.SignatureLevel;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.sohoa.dossier.SignatureReport;
import vn.sohoa.testpki.FileSigning;

/** Signed files that are no PDF, by the test PKI of {@link Signed}. */
final class SignedOther {

    static final FileSigning AGENCY = FileSigning.by(Signed.PKI, Signed.CLERK);

    static final String TEXT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <qd:quyetDinh xmlns:qd="urn:thu:quyet-dinh" Id="qd1" so="123/QĐ-UBND">
              <qd:nguoiNhan>Nguyễn Văn Thử</qd:nguoiNhan>
              <qd:soTien donVi="đồng">1000000</qd:soTien>
            </qd:quyetDinh>
            """;
    static final byte[] XML = TEXT.getBytes(StandardCharsets.UTF_8);
    static final byte[] XML_LTA = AGENCY.xml(XML, SignatureLevel.XAdES_BASELINE_LTA);

    private SignedOther() {}

    static Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("quyet-dinh.txt", "Quyết định 123/QĐ-UBND".getBytes(StandardCharsets.UTF_8));
        files.put("phu luc/Phụ lục 1.xml", XML);
        return files;
    }

    static Map<String, byte[]> file() {
        return Map.of("quyet-dinh.txt", "Quyết định 123/QĐ-UBND".getBytes(StandardCharsets.UTF_8));
    }

    static SignatureReport verify(byte[] file, String mediaType) {
        return verify(file, mediaType, Clock.systemUTC());
    }

    static SignatureReport verify(byte[] file, String mediaType, Clock clock) {
        return new PadesVerifier(TrustAnchors.of(List.of(Signed.PKI.root())), clock).verify(file, mediaType);
    }

    static String text(byte[] xml) {
        return new String(xml, StandardCharsets.UTF_8);
    }

    static byte[] bytes(String xml) {
        return xml.getBytes(StandardCharsets.UTF_8);
    }
}
