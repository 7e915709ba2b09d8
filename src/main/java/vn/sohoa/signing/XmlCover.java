package vn.sohoa.signing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import vn.sohoa.dossier.SignatureReason;

/**
 * Does a signature inside an XML document cover all of it, but itself? By its references, as XML-DSig has them (4.4.3): exactly one to
 * the document, by nothing but the ways that leave nothing else out, and one to its own properties. Stateless.
 */
final class XmlCover {

    private static final String PROPERTIES = "http://uri.etsi.org/01903#SignedProperties";
    private static final String ENVELOPED = Xml.DSIG + "enveloped-signature";
    private static final String XPATH = "http://www.w3.org/TR/1999/REC-xpath-19991116";
    private static final String FILTER = "http://www.w3.org/2002/06/xmldsig-filter2";
    private static final String EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#";

    private static final Set<String> CANONICAL = Set.of(
            "http://www.w3.org/TR/2001/REC-xml-c14n-20010315",
            "http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments",
            "http://www.w3.org/2006/12/xml-c14n11",
            "http://www.w3.org/2006/12/xml-c14n11#WithComments",
            EXCLUSIVE,
            EXCLUSIVE + "WithComments");

    private XmlCover() {}

    static List<Finding> of(Element signature) {
        List<Finding> found = new ArrayList<>(information(signature));
        Element root = signature.getOwnerDocument().getDocumentElement();
        if (root == signature) {
            found.add(missing("chữ ký bao ngoài hoặc tách rời, không nằm trong văn bản XML"));
            return found;
        }
        Node place = signature.getParentNode();
        boolean among = place != null
                && Xml.children(place).stream()
                        .anyMatch(each -> each.getNodeType() == Node.TEXT_NODE
                                && !Xml.isBlank(String.valueOf(each.getNodeValue())));
        if (among) { // it is left out of what is signed, and parts the text for some readers
            found.add(unusual("chữ ký chen giữa chữ của văn bản XML"));
        }
        int documents = 0;
        for (Element reference : references(signature)) {
            if (!isOfItself(reference, signature)) {
                documents++;
                document(reference, root, found);
            }
        }
        if (documents != 1) {
            found.add(missing("chữ ký trỏ đến " + documents + " phần, phải là toàn bộ văn bản một lần"));
        }
        return found;
    }

    /** What a signature says of itself: canonical form of its list, and exactly one set of properties that is signed. */
    static List<Finding> information(Element signature) {
        List<Finding> found = new ArrayList<>();
        for (Element information : Xml.elements(signature, Xml.DSIG, "SignedInfo")) {
            for (Element method : Xml.elements(information, Xml.DSIG, "CanonicalizationMethod")) {
                if (!CANONICAL.contains(method.getAttribute("Algorithm"))) {
                    found.add(unusual("dạng chuẩn hóa lạ"));
                }
            }
        }
        List<Element> properties = references(signature).stream()
                .filter(reference -> reference.getAttribute("Type").equals(PROPERTIES))
                .toList();
        if (properties.size() != 1
                || properties.stream().anyMatch(each -> !isOfItself(each, signature) || !onlyCanonical(each))) {
            found.add(missing("thuộc tính của chữ ký (XAdES)"));
        }
        return found;
    }

    static List<Element> references(Element signature) {
        List<Element> references = new ArrayList<>();
        for (Element information : Xml.elements(signature, Xml.DSIG, "SignedInfo")) {
            references.addAll(Xml.elements(information, Xml.DSIG, "Reference"));
        }
        return references;
    }

    /** To the signature's own properties, or to its key: nothing of the document. */
    static boolean isOfItself(Element reference, Element signature) {
        String uri = reference.getAttribute("URI");
        if (!uri.startsWith("#")) {
            return false;
        }
        boolean properties = reference.getAttribute("Type").equals(PROPERTIES)
                && Xml.all(signature, Xml.XADES, "SignedProperties").stream()
                        .anyMatch(each -> Xml.ids(each).contains(uri.substring(1)));
        boolean key = Xml.elements(signature, Xml.DSIG, "KeyInfo").stream()
                .anyMatch(each -> Xml.ids(each).contains(uri.substring(1)));
        return properties || key;
    }

    /** Without transforms, or with a canonical form alone. */
    static boolean onlyCanonical(Element reference) {
        return transforms(reference).stream().allMatch(each -> CANONICAL.contains(each.getAttribute("Algorithm")));
    }

    private static void document(Element reference, Element root, List<Finding> found) {
        String uri = reference.getAttribute("URI");
        boolean whole = reference.hasAttribute("URI")
                && (uri.isEmpty() || (uri.startsWith("#") && Xml.ids(root).contains(uri.substring(1))));
        if (!whole) {
            found.add(missing("chữ ký chỉ trỏ đến một phần của văn bản XML"));
        }
        boolean exclusive = false;
        boolean removed = false;
        Set<String> listed = new HashSet<>();
        for (Element transform : transforms(reference)) {
            String algorithm = transform.getAttribute("Algorithm");
            exclusive |= algorithm.startsWith(EXCLUSIVE);
            removed |= leavesOutSignatures(transform);
            if (CANONICAL.contains(algorithm)) {
                Xml.elements(transform).forEach(each -> listed.addAll(prefixes(each)));
            } else if (!leavesOutSignatures(transform)) {
                found.add(missing("chữ ký dùng phép biến đổi có thể bỏ bớt nội dung"));
            }
        }
        if (!removed) {
            found.add(unusual("chữ ký trong XML không tách mình khỏi văn bản"));
        }
        if (exclusive && XmlContentRules.hasUnsignedNameSpace(root, listed)) {
            found.add(missing("khai báo không gian tên trong XML"));
        }
    }

    /**
     * The enveloped transform; or the two expressions that say "all signatures" word by word, as DSS writes them so that several may
     * sign side by side. Each signature is judged, so none can hide anything.
     */
    private static boolean leavesOutSignatures(Element transform) {
        List<Element> inner = Xml.elements(transform);
        return switch (transform.getAttribute("Algorithm")) {
            case ENVELOPED -> inner.isEmpty();
            case XPATH -> inner.size() == 1 && says(inner.get(0), Xml.DSIG, "not(ancestor-or-self::", ":Signature)");
            case FILTER ->
                inner.size() == 1
                        && inner.get(0).getAttribute("Filter").equals("subtract")
                        && says(inner.get(0), FILTER, "/descendant::", ":Signature");
            default -> false;
        };
    }

    private static boolean says(Element expression, String space, String before, String after) {
        String text = expression.getTextContent();
        if (!Xml.is(expression, space, "XPath") || !text.startsWith(before) || !text.endsWith(after)) {
            return false;
        }
        String prefix = text.substring(before.length(), Math.max(before.length(), text.length() - after.length()));
        return prefix.matches("[A-Za-z][A-Za-z0-9]*") && Xml.DSIG.equals(expression.lookupNamespaceURI(prefix));
    }

    private static List<Element> transforms(Element reference) {
        List<Element> transforms = new ArrayList<>();
        for (Element list : Xml.elements(reference, Xml.DSIG, "Transforms")) {
            transforms.addAll(Xml.elements(list));
        }
        return transforms;
    }

    private static List<String> prefixes(Element inclusive) {
        return Xml.is(inclusive, EXCLUSIVE, "InclusiveNamespaces")
                ? Arrays.stream(inclusive.getAttribute("PrefixList").split("\\s+"))
                        .map(prefix -> prefix.equals("#default") ? "" : prefix)
                        .toList()
                : List.of();
    }

    private static Finding missing(String what) {
        return Finding.of(SignatureReason.NOT_COVERED, what);
    }

    private static Finding unusual(String what) {
        return Finding.of(SignatureReason.SHAPE_UNUSUAL, what);
    }
}
