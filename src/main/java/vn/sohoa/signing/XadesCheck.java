package vn.sohoa.signing;

import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.enumerations.MimeTypeEnum;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.xades.validation.XMLDocumentValidator;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import vn.sohoa.dossier.SignatureReason;

/** Judges signatures inside an XML document (XAdES enveloped, ETSI EN 319 132). For one thread at a time. */
final class XadesCheck {

    private final OfflineValidation offline;

    XadesCheck(OfflineValidation offline) {
        this.offline = offline;
    }

    /** Throws what DSS throws on crafted files. @param document the same file as our parser reads it */
    void check(byte[] file, Document document, List<X509Certificate> anchors, FileVerdict verdict) {
        List<Element> signatures = Xml.all(document.getDocumentElement(), Xml.DSIG, "Signature");
        if (signatures.isEmpty()) {
            verdict.add(Finding.of(SignatureReason.SIG_HIDDEN));
            return;
        }
        verdict.addAll(XmlContentRules.of(document));
        int stamps = 0;
        boolean within = true;
        for (Element signature : signatures) {
            verdict.addAll(XmlCover.of(signature));
            stamps += shape(signature, anchors, verdict);
            within &= XmlCover.references(signature).stream()
                    .map(reference -> reference.getAttribute("URI"))
                    .allMatch(uri -> uri.isEmpty() || uri.startsWith("#"));
        }
        if (!within) {
            return; // what lies elsewhere is not fetched, and without it there is nothing to judge
        }
        OfflineValidation.Said said =
                offline.judge(new XMLDocumentValidator(new InMemoryDocument(file, "document.xml", MimeTypeEnum.XML)));
        if (said.signatures().size() != signatures.size() || stamps != stamps(said)) {
            verdict.add(Finding.of(SignatureReason.SIG_UNREADABLE));
        }
        verdict.judge(said);
    }

    /** What the signature does not sign itself. @return how many time-stamps are in it */
    static int shape(Element signature, List<X509Certificate> anchors, FileVerdict verdict) {
        XmlSignatureShape shape = XmlSignatureShape.of(signature);
        verdict.addAll(shape.found());
        EmbeddedProofs.check(shape.stamps(), shape.store(), anchors).ifPresent(verdict::add);
        if (!shape.stamps().stream().allMatch(CmsShape::isIntactToken)) {
            verdict.add(Finding.of(SignatureReason.TIMESTAMP_BAD));
        }
        return shape.stamps().size();
    }

    /** DSS passes over a time-stamp that it cannot read. */
    static int stamps(OfflineValidation.Said said) {
        List<String> found = new ArrayList<>();
        for (SignatureWrapper signature : said.signatures()) {
            signature.getTimestampList().forEach(stamp -> found.add(stamp.getId()));
        }
        return found.size();
    }
}
