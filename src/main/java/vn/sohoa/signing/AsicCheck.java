package vn.sohoa.signing;

import eu.europa.esig.dss.asic.cades.validation.ASiCContainerWithCAdESValidator;
import eu.europa.esig.dss.asic.xades.validation.ASiCContainerWithXAdESValidator;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import vn.sohoa.dossier.SignatureReason;

/** Judges containers with signatures (ASiC-S and ASiC-E with XAdES or CAdES, ETSI EN 319 162-1). For one thread at a time. */
final class AsicCheck {

    private final OfflineValidation offline;

    AsicCheck(OfflineValidation offline) {
        this.offline = offline;
    }

    /** Throws what DSS throws on crafted files. */
    void check(byte[] file, List<X509Certificate> anchors, FileVerdict verdict) {
        int signatures;
        boolean cades;
        try {
            Map<String, byte[]> parts = ZipShape.read(file);
            verdict.addAll(AsicCover.of(parts));
            cades = parts.keySet().stream()
                    .anyMatch(name -> AsicCover.CADES.matcher(name).matches());
            signatures = cades ? cms(parts, anchors, verdict) : xml(parts, anchors, verdict);
        } catch (ZipShape.Refused refused) { // two readers may see two containers: there is nothing to judge
            verdict.add(Finding.of(SignatureReason.SHAPE_UNUSUAL, String.valueOf(refused.getMessage())));
            return;
        } catch (SAXException | IOException unreadable) {
            verdict.add(Finding.of(SignatureReason.SIG_UNREADABLE));
            return;
        }
        DSSDocument document = new InMemoryDocument(file, "container.zip");
        SignedDocumentValidator validator =
                cades ? new ASiCContainerWithCAdESValidator(document) : new ASiCContainerWithXAdESValidator(document);
        OfflineValidation.Said said = offline.judge(validator);
        if (said.signatures().size() != signatures || signatures == 0) {
            verdict.add(Finding.of(SignatureReason.SIG_UNREADABLE));
        }
        verdict.judge(said);
    }

    private static int cms(Map<String, byte[]> parts, List<X509Certificate> anchors, FileVerdict verdict) {
        int signatures = 0;
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
            if (AsicCover.CADES.matcher(part.getKey()).matches()) {
                signatures++;
                CadesShape.check(part.getValue(), false, anchors).forEach(verdict::add);
            }
        }
        return signatures;
    }

    private static int xml(Map<String, byte[]> parts, List<X509Certificate> anchors, FileVerdict verdict)
            throws SAXException, IOException {
        int signatures = 0;
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
            if (AsicCover.XADES.matcher(part.getKey()).matches()) {
                Element root = SecureXml.parse(part.getValue()).getDocumentElement();
                for (Element signature : Xml.all(root, Xml.DSIG, "Signature")) {
                    signatures++;
                    XadesCheck.shape(signature, anchors, verdict);
                }
            }
        }
        return signatures;
    }
}
