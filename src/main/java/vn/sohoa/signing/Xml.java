package vn.sohoa.signing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** Names of signed XML (XML-DSig, ETSI EN 319 132), and how to walk through it. Stateless. */
final class Xml {

    static final String DSIG = "http://www.w3.org/2000/09/xmldsig#";
    static final String XADES = "http://uri.etsi.org/01903/v1.3.2#";
    static final String XADES_141 = "http://uri.etsi.org/01903/v1.4.1#";
    static final String ASIC = "http://uri.etsi.org/02918/v1.2.1#";
    static final String XMLNS = "http://www.w3.org/2000/xmlns/";

    /** Beginnings of name spaces that stand for signatures, of whatever version. */
    private static final List<String> OF_SIGNATURES = List.of(
            DSIG, "http://www.w3.org/2009/xmldsig11#", "http://uri.etsi.org/01903", "http://uri.etsi.org/02918");

    private static final Set<String> IDS = Set.of("Id", "ID", "id", "iD");

    private Xml() {}

    static boolean is(Node node, String space, String name) {
        return node.getNodeType() == Node.ELEMENT_NODE
                && space.equals(node.getNamespaceURI())
                && name.equals(node.getLocalName());
    }

    static boolean isOfSignatures(Node element) {
        String space = element.getNamespaceURI();
        return space != null && OF_SIGNATURES.stream().anyMatch(space::startsWith);
    }

    static List<Node> children(Node parent) {
        List<Node> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            children.add(child);
        }
        return children;
    }

    static List<Element> elements(Node parent) {
        List<Element> elements = new ArrayList<>();
        for (Node child : children(parent)) {
            if (child instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }

    static List<Element> elements(Node parent, String space, String name) {
        return elements(parent).stream().filter(each -> is(each, space, name)).toList();
    }

    /** It and all below it, in the order of the file. */
    static List<Element> all(Element root) {
        List<Element> all = new ArrayList<>();
        collect(root, all);
        return all;
    }

    private static void collect(Element element, List<Element> into) {
        into.add(element);
        elements(element).forEach(child -> collect(child, into));
    }

    static List<Element> all(Element root, String space, String name) {
        return all(root).stream().filter(each -> is(each, space, name)).toList();
    }

    static List<Attr> attributes(Element element) {
        NamedNodeMap map = element.getAttributes();
        List<Attr> attributes = new ArrayList<>();
        for (int i = 0; i < map.getLength(); i++) {
            attributes.add((Attr) map.item(i));
        }
        return attributes;
    }

    static boolean isDeclaration(Attr attribute) {
        return XMLNS.equals(attribute.getNamespaceURI());
    }

    /** What a reference may name the element by: however it is written, since readers differ in it. */
    static List<String> ids(Element element) {
        return attributes(element).stream()
                .filter(attribute -> IDS.contains(attribute.getLocalName()))
                .map(Attr::getValue)
                .toList();
    }

    static boolean isBlank(String text) {
        return text.chars().allMatch(c -> c == ' ' || c == '\t' || c == '\r' || c == '\n');
    }
}
