package vn.sohoa.signing;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import vn.sohoa.dossier.SignatureReason;

/**
 * The parts of an XML signature that it does not sign itself: key, value, time-stamps, proofs (ETSI EN 319 132-1, 5.3 to 5.5). Nothing
 * but these may stand there, in the one way they are written; what they hold is collected. For one signature.
 */
final class XmlSignatureShape {

    private static final String DER = "http://uri.etsi.org/01903/v1.2.2#DER";
    private static final String SIGNED = "SignedProperties";

    /** Which elements may stand in which, by local names; each name belongs to one name space here. */
    private static final Map<String, Set<String>> MAY_HOLD = Map.ofEntries(
            Map.entry("Signature", Set.of("SignedInfo", "SignatureValue", "KeyInfo", "Object")),
            Map.entry("KeyInfo", Set.of("X509Data")),
            Map.entry("X509Data", Set.of("X509Certificate")),
            Map.entry("Object", Set.of("QualifyingProperties")),
            Map.entry("QualifyingProperties", Set.of(SIGNED, "UnsignedProperties")),
            Map.entry("UnsignedProperties", Set.of("UnsignedSignatureProperties")),
            Map.entry(
                    "UnsignedSignatureProperties",
                    Set.of(
                            "SignatureTimeStamp",
                            "CertificateValues",
                            "RevocationValues",
                            "TimeStampValidationData",
                            "ArchiveTimeStamp")),
            Map.entry("SignatureTimeStamp", Set.of("CanonicalizationMethod", "EncapsulatedTimeStamp")),
            Map.entry("ArchiveTimeStamp", Set.of("CanonicalizationMethod", "EncapsulatedTimeStamp")),
            Map.entry("TimeStampValidationData", Set.of("CertificateValues", "RevocationValues")),
            Map.entry("CertificateValues", Set.of("EncapsulatedX509Certificate")),
            Map.entry("RevocationValues", Set.of("CRLValues", "OCSPValues")),
            Map.entry("CRLValues", Set.of("EncapsulatedCRLValue")),
            Map.entry("OCSPValues", Set.of("EncapsulatedOCSPValue")));

    private static final Set<String> OF_DSIG = Set.of(
            "Signature",
            "SignedInfo",
            "SignatureValue",
            "KeyInfo",
            "Object",
            "X509Data",
            "X509Certificate",
            "CanonicalizationMethod");
    private static final Set<String> OF_XADES_141 = Set.of("TimeStampValidationData", "ArchiveTimeStamp");

    /** Signed by the signature itself; who looks at references looks at them. */
    private static final Set<String> SIGNED_PARTS = Set.of("SignedInfo", SIGNED);

    private final Set<Finding> found = new LinkedHashSet<>();
    private final List<byte[]> certificates = new ArrayList<>();
    private final List<byte[]> answers = new ArrayList<>();
    private final List<byte[]> lists = new ArrayList<>();
    private final List<byte[]> stamps = new ArrayList<>();

    private XmlSignatureShape() {}

    /** @param signature an element {@code ds:Signature} */
    static XmlSignatureShape of(Element signature) {
        XmlSignatureShape shape = new XmlSignatureShape();
        shape.look(signature);
        shape.counts(signature);
        return shape;
    }

    Set<Finding> found() {
        return found;
    }

    /** Certificates and their status, as they lie in the signature. */
    EmbeddedProofs.Store store() {
        return new EmbeddedProofs.Store(certificates, answers, lists);
    }

    /** RFC 3161 tokens. */
    List<byte[]> stamps() {
        return stamps;
    }

    private void look(Element element) {
        String name = element.getLocalName();
        for (Attr attribute : Xml.attributes(element)) {
            if (!Xml.isDeclaration(attribute) && !mayHave(element, attribute)) {
                unusual("thuộc tính lạ trong chữ ký XML");
            }
        }
        Set<String> allowed = MAY_HOLD.get(name);
        for (Node child : Xml.children(element)) {
            if (child instanceof Element inner) {
                if (allowed == null || !allowed.contains(inner.getLocalName()) || !isInItsSpace(inner)) {
                    unusual("phần tử lạ trong chữ ký XML");
                } else if (!SIGNED_PARTS.contains(inner.getLocalName())) {
                    look(inner);
                }
            } else if (allowed != null && !Xml.isBlank(String.valueOf(child.getNodeValue()))) {
                unusual("chữ lạ trong chữ ký XML");
            }
        }
        if (allowed == null) {
            value(element);
        }
    }

    private static boolean isInItsSpace(Element element) {
        String name = element.getLocalName();
        String space = OF_DSIG.contains(name) ? Xml.DSIG : OF_XADES_141.contains(name) ? Xml.XADES_141 : Xml.XADES;
        return space.equals(element.getNamespaceURI());
    }

    private static boolean mayHave(Element element, Attr attribute) {
        String value = attribute.getValue();
        return switch (attribute.getName()) {
            case "Id" -> true;
            case "Target" -> element.getLocalName().equals("QualifyingProperties");
            case "Algorithm" -> element.getLocalName().equals("CanonicalizationMethod");
            case "Encoding" -> element.getLocalName().startsWith("Encapsulated") && value.equals(DER);
            default -> false;
        };
    }

    private void value(Element leaf) {
        Optional<byte[]> value = bytes(leaf.getTextContent());
        switch (leaf.getLocalName()) {
            case "X509Certificate", "EncapsulatedX509Certificate" -> value.ifPresent(certificates::add);
            case "EncapsulatedOCSPValue" -> value.ifPresent(answers::add);
            case "EncapsulatedCRLValue" -> value.ifPresent(lists::add);
            case "EncapsulatedTimeStamp" -> value.ifPresent(stamps::add);
            case "CanonicalizationMethod" -> {
                if (!Xml.isBlank(leaf.getTextContent())) {
                    unusual("chữ lạ trong chữ ký XML");
                }
                return;
            }
            default -> {}
        }
        if (value.isEmpty()) {
            found.add(Finding.of(SignatureReason.PROOF_DAMAGED));
        }
    }

    /** Base64 in the one way these bytes are written, but for white space. */
    private static Optional<byte[]> bytes(String text) {
        String letters = text.replaceAll("[ \\t\\r\\n]+", "");
        try {
            byte[] bytes = Base64.getDecoder().decode(letters);
            boolean same = bytes.length > 0
                    && Base64.getEncoder().encodeToString(bytes).equals(letters);
            return same ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    /** Each part once, and the properties those of this signature. */
    private void counts(Element signature) {
        boolean once = Stream.of("SignedInfo", "SignatureValue", "Object")
                        .allMatch(
                                name -> Xml.elements(signature, Xml.DSIG, name).size() == 1)
                && Xml.elements(signature, Xml.DSIG, "KeyInfo").size() <= 1;
        List<Element> properties = Xml.all(signature, Xml.XADES, "QualifyingProperties");
        boolean own = properties.size() == 1
                && Xml.elements(properties.get(0), Xml.XADES, SIGNED).size() == 1
                && properties.get(0).getAttribute("Target").equals("#" + signature.getAttribute("Id"));
        if (!once || !own) {
            unusual("chữ ký XML thiếu hoặc thừa phần");
        }
    }

    private void unusual(String what) {
        found.add(Finding.of(SignatureReason.SHAPE_UNUSUAL, what));
    }
}
