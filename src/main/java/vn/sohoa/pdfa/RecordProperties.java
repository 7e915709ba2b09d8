package vn.sohoa.pdfa;

import java.util.Map;

/**
 * The record of the paper (dữ liệu đặc tả, Circular 05/2025/TT-BNV) as XMP properties. PDF/A takes properties of one's own only
 * where the file itself explains them (ISO 19005-2, 6.6.2.3).
 */
final class RecordProperties {
    private static final String NAMESPACE = "urn:vn:tt05-2025-bnv#";
    private static final String END = "</rdf:RDF>";

    private RecordProperties() {}

    /** The packet with the record in it; the same packet where there is none. */
    static String add(String xmp, Map<String, String> record) {
        int end = xmp.lastIndexOf(END);
        if (record.isEmpty() || end < 0) {
            return xmp;
        }
        StringBuilder out = new StringBuilder(xmp.substring(0, end));
        explain(out, record);
        out.append("<rdf:Description rdf:about=\"\" xmlns:tt05=\"")
                .append(NAMESPACE)
                .append("\">");
        record.forEach((name, value) -> element(out, "tt05:" + name, value));
        return out.append("</rdf:Description>\n").append(xmp.substring(end)).toString();
    }

    private static void explain(StringBuilder out, Map<String, String> record) {
        out.append("""
                <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
                 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
                <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
                """);
        element(out, "pdfaSchema:schema", "Thông tư 05/2025/TT-BNV");
        element(out, "pdfaSchema:namespaceURI", NAMESPACE);
        element(out, "pdfaSchema:prefix", "tt05");
        out.append("<pdfaSchema:property><rdf:Seq>");
        for (String name : record.keySet()) {
            out.append("<rdf:li rdf:parseType=\"Resource\">");
            element(out, "pdfaProperty:name", name);
            element(out, "pdfaProperty:valueType", "Text");
            element(out, "pdfaProperty:category", "external");
            element(out, "pdfaProperty:description", "Dữ liệu đặc tả " + name);
            out.append("</rdf:li>");
        }
        out.append("</rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>\n");
    }

    private static void element(StringBuilder out, String name, String text) {
        String safe = TextLayer.printable(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
        out.append('<')
                .append(name)
                .append('>')
                .append(safe)
                .append("</")
                .append(name)
                .append('>');
    }
}
