package vn.sohoa.signing;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import vn.sohoa.dossier.SignatureReason;

/**
 * What the canonical form of XML leaves out, and signatures therefore do not protect: comments, which part a text for some readers,
 * processing instructions, ids that are there twice, words of a declaration. For one document.
 */
final class XmlContentRules {

    private static final Set<String> ENCODINGS = Set.of("utf-8", "utf-16", "utf-16le", "utf-16be", "us-ascii");
    private static final String XINCLUDE = "http://www.w3.org/2001/XInclude";

    private final Set<Finding> found = new LinkedHashSet<>();
    private final Set<String> ids = new HashSet<>();

    private XmlContentRules() {}

    static Set<Finding> of(Document document) {
        XmlContentRules rules = new XmlContentRules();
        rules.declaration(document);
        for (Node node : Xml.children(document)) {
            rules.look(node);
        }
        return rules.found;
    }

    private void declaration(Document document) {
        String encoding = document.getXmlEncoding();
        if (encoding != null && !ENCODINGS.contains(encoding.toLowerCase(Locale.ROOT))) {
            found.add(Finding.of(SignatureReason.SHAPE_UNUSUAL, "bảng mã không phải UTF-8 hoặc UTF-16"));
        }
        if (!"1.0".equals(document.getXmlVersion())) {
            found.add(Finding.of(SignatureReason.SHAPE_UNUSUAL, "phiên bản XML khác 1.0"));
        }
    }

    private void look(Node node) {
        switch (node.getNodeType()) {
            case Node.COMMENT_NODE ->
                found.add(Finding.of(SignatureReason.NOT_COVERED, "lời chú thích trong XML không được ký"));
            case Node.PROCESSING_INSTRUCTION_NODE ->
                found.add(Finding.of(SignatureReason.SHAPE_UNUSUAL, "có lệnh xử lý trong XML"));
            case Node.CDATA_SECTION_NODE -> mixed(node);
            case Node.ELEMENT_NODE -> element((Element) node);
            default -> {}
        }
    }

    private void element(Element element) {
        for (String id : Xml.ids(element)) {
            if (!ids.add(id)) {
                found.add(Finding.of(SignatureReason.SHAPE_UNUSUAL, "hai phần tử XML cùng một mã Id"));
            }
        }
        if (XINCLUDE.equals(element.getNamespaceURI())) {
            found.add(Finding.of(SignatureReason.ACTIVE_CONTENT));
        }
        Xml.children(element).forEach(this::look);
    }

    /** A section beside other text: who takes the first piece reads less than who takes all. */
    private void mixed(Node section) {
        Node parent = section.getParentNode();
        List<Node> around = parent == null ? List.of() : Xml.children(parent);
        boolean alone = around.stream()
                .filter(each -> each != section)
                .filter(each -> each.getNodeType() == Node.TEXT_NODE || each.getNodeType() == Node.CDATA_SECTION_NODE)
                .allMatch(each -> Xml.isBlank(String.valueOf(each.getNodeValue())));
        if (!alone) {
            found.add(Finding.of(SignatureReason.SHAPE_UNUSUAL, "chữ trong XML bị tách bởi CDATA"));
        }
    }

    /**
     * Exclusive canonical form drops a name space that no name in its scope uses; names within texts and values may use it all the
     * same, and mean something else once it was changed.
     *
     * @param listed prefixes that the signature names as signed
     */
    static boolean hasUnsignedNameSpace(Element element, Set<String> listed) {
        for (Attr attribute : Xml.attributes(element)) {
            if (Xml.isDeclaration(attribute)) {
                String prefix = "xmlns".equals(attribute.getName()) ? "" : attribute.getLocalName();
                if (!listed.contains(prefix) && !uses(element, prefix)) {
                    return true;
                }
            }
        }
        return Xml.elements(element).stream()
                .filter(child -> !Xml.is(child, Xml.DSIG, "Signature")) // judged on its own
                .anyMatch(child -> hasUnsignedNameSpace(child, listed));
    }

    private static boolean uses(Element element, String prefix) {
        if (prefix.equals(prefixOf(element))) {
            return true;
        }
        boolean byAttribute = !prefix.isEmpty()
                && Xml.attributes(element).stream()
                        .anyMatch(attribute -> !Xml.isDeclaration(attribute) && prefix.equals(prefixOf(attribute)));
        return byAttribute
                || Xml.elements(element).stream()
                        .filter(child -> !Xml.is(child, Xml.DSIG, "Signature"))
                        .anyMatch(child -> !declares(child, prefix) && uses(child, prefix));
    }

    private static boolean declares(Element element, String prefix) {
        return element.hasAttributeNS(Xml.XMLNS, prefix.isEmpty() ? "xmlns" : prefix);
    }

    private static String prefixOf(Node node) {
        return node.getPrefix() == null ? "" : node.getPrefix();
    }
}
