package vn.sohoa.signing;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.tsp.TimeStampTokenInfo;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import vn.sohoa.dossier.SignatureReason;

/**
 * What of a container (ASiC, ETSI EN 319 162-1) its signatures cover: every file but those of {@code META-INF} must be signed by every
 * signature, and in {@code META-INF} may lie what belongs to signatures alone. For one container.
 */
final class AsicCover {

    static final String FOLDER = "META-INF/";
    private static final String MIME = "mimetype";
    private static final String SIMPLE = "application/vnd.etsi.asic-s+zip";
    private static final String EXTENDED = "application/vnd.etsi.asic-e+zip";
    private static final String OPEN_DOCUMENT = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";

    static final Pattern XADES = Pattern.compile("META-INF/signatures[0-9]{0,4}\\.xml");
    static final Pattern CADES = Pattern.compile("META-INF/signature[0-9]{0,4}\\.p7s");
    private static final Pattern MANIFEST = Pattern.compile("META-INF/ASiCManifest[0-9]{0,4}\\.xml");
    private static final Pattern ARCHIVE = Pattern.compile("META-INF/ASiCArchiveManifest[0-9]{0,4}\\.xml");
    private static final Pattern STAMP = Pattern.compile("META-INF/timestamp[0-9]{0,4}\\.tst");
    private static final String LIST = "META-INF/manifest.xml";

    private static final Map<String, String> DIGESTS = Map.of(
            "http://www.w3.org/2001/04/xmlenc#sha256", "SHA-256",
            "http://www.w3.org/2001/04/xmldsig-more#sha384", "SHA-384",
            "http://www.w3.org/2001/04/xmlenc#sha512", "SHA-512");

    private final Map<String, byte[]> parts;
    private final Set<String> data = new HashSet<>();
    private final List<Finding> found = new ArrayList<>();

    private AsicCover(Map<String, byte[]> parts) {
        this.parts = parts;
        parts.keySet().stream()
                .filter(name -> !name.equals(MIME) && !name.startsWith(FOLDER))
                .forEach(data::add);
    }

    /** @param parts of the container by name */
    static List<Finding> of(Map<String, byte[]> parts) {
        AsicCover cover = new AsicCover(parts);
        try {
            cover.container();
            if (cover.named(CADES).isEmpty()) {
                cover.xades();
            } else {
                cover.cades();
            }
        } catch (SAXException | IOException unreadable) {
            cover.unusual("tệp XML trong META-INF không đọc được");
        }
        return cover.found;
    }

    List<String> named(Pattern pattern) {
        return parts.keySet().stream()
                .filter(name -> pattern.matcher(name).matches())
                .toList();
    }

    private void container() {
        String first = parts.keySet().iterator().next();
        String type = new String(parts.getOrDefault(MIME, new byte[0]), StandardCharsets.ISO_8859_1);
        if (!first.equals(MIME) || !(type.equals(SIMPLE) || type.equals(EXTENDED))) {
            unusual("thiếu mimetype của ASiC ở đầu vùng chứa");
        }
        if (data.isEmpty() || (type.equals(SIMPLE) && data.size() != 1)) {
            unusual("số tệp trong vùng chứa không hợp với loại ASiC");
        }
        boolean cades = !named(CADES).isEmpty();
        List<Pattern> known = cades ? List.of(CADES, MANIFEST, ARCHIVE, STAMP) : List.of(XADES);
        long strange = parts.keySet().stream()
                .filter(name -> name.startsWith(FOLDER))
                .filter(name ->
                        known.stream().noneMatch(each -> each.matcher(name).matches()))
                .filter(name -> cades || !name.equals(LIST))
                .count();
        if (strange > 0) {
            missing(strange + " tệp lạ trong META-INF");
        }
    }

    private void xades() throws SAXException, IOException {
        for (String name : named(XADES)) {
            Document document = read(name);
            Element root = document.getDocumentElement();
            if (!Xml.is(root, Xml.ASIC, "XAdESSignatures")
                    || Xml.elements(root).stream().anyMatch(each -> !Xml.is(each, Xml.DSIG, "Signature"))) {
                unusual("tệp chữ ký trong META-INF chứa phần lạ");
            }
            for (Element signature : Xml.elements(root, Xml.DSIG, "Signature")) {
                found.addAll(XmlCover.information(signature));
                List<String> names = new ArrayList<>();
                for (Element reference : XmlCover.references(signature)) {
                    if (!XmlCover.isOfItself(reference, signature)) {
                        names.add(decoded(reference.getAttribute("URI")));
                        if (!Xml.elements(reference, Xml.DSIG, "Transforms").isEmpty()) {
                            missing("chữ ký dùng phép biến đổi có thể bỏ bớt nội dung");
                        }
                    }
                }
                whole(names);
            }
        }
        if (parts.containsKey(LIST)) {
            list(read(LIST).getDocumentElement());
        }
    }

    /** The list of an open document says what a signature does not cover: it must say nothing of its own. */
    private void list(Element root) {
        Set<String> names = new HashSet<>();
        boolean plain = Xml.is(root, OPEN_DOCUMENT, "manifest");
        for (Element entry : Xml.elements(root)) {
            plain &= Xml.is(entry, OPEN_DOCUMENT, "file-entry")
                    && Xml.elements(entry).isEmpty();
            names.add(entry.getAttributeNS(OPEN_DOCUMENT, "full-path"));
        }
        names.remove("/");
        if (!plain || !names.equals(data) || !Xml.isBlank(root.getTextContent())) {
            unusual("danh sách tệp trong META-INF không khớp");
        }
    }

    private void cades() throws SAXException, IOException {
        List<String> signatures = named(CADES);
        if (named(MANIFEST).isEmpty()) { // the simple kind: one signature, right over the one file
            if (signatures.size() != 1 || data.size() != 1) {
                missing("vùng chứa có nhiều tệp nhưng không có danh sách được ký");
            }
        } else {
            Set<String> told = new HashSet<>();
            for (String name : named(MANIFEST)) {
                told.add(manifest(name, CADES, data));
            }
            if (!told.equals(Set.copyOf(signatures)) || named(MANIFEST).size() != signatures.size()) {
                missing("chữ ký và danh sách được ký không khớp nhau");
            }
        }
        Set<String> stamped = new HashSet<>();
        for (String name : named(ARCHIVE)) {
            String stamp = manifest(name, STAMP, Set.of());
            stamped.add(stamp);
            if (!stamps(parts.getOrDefault(stamp, new byte[0]), parts.getOrDefault(name, new byte[0]))) {
                found.add(Finding.of(SignatureReason.TIMESTAMP_BAD));
            }
        }
        if (!stamped.equals(Set.copyOf(named(STAMP)))) {
            found.add(Finding.of(SignatureReason.TIMESTAMP_BAD));
        }
    }

    /** Every file it names must be what its hash says. @return what it is signed by */
    private String manifest(String name, Pattern by, Set<String> demanded) throws SAXException, IOException {
        Element root = read(name).getDocumentElement();
        Map<String, Element> named = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        for (Element reference : Xml.elements(root, Xml.ASIC, "DataObjectReference")) {
            String uri = decoded(reference.getAttribute("URI"));
            names.add(uri);
            named.put(uri, reference);
        }
        for (Map.Entry<String, Element> each : named.entrySet()) {
            byte[] part = parts.get(each.getKey());
            if (part == null) {
                missing("danh sách được ký nêu tệp không có");
            } else if (!hashed(part, each.getValue())) {
                found.add(Finding.of(SignatureReason.CONTENT_CHANGED));
            }
        }
        if (!demanded.isEmpty()) {
            whole(names);
        }
        List<Element> signed = Xml.elements(root, Xml.ASIC, "SigReference");
        String uri = signed.size() == 1 ? decoded(signed.get(0).getAttribute("URI")) : "";
        if (!Xml.is(root, Xml.ASIC, "ASiCManifest") || !by.matcher(uri).matches()) {
            unusual("danh sách được ký không theo chuẩn");
        }
        return uri;
    }

    /** Each data file once, and nothing else. */
    private void whole(List<String> names) {
        long missing = data.stream().filter(each -> !names.contains(each)).count();
        if (missing > 0) {
            missing(missing + " tệp trong vùng chứa không được ký");
        }
        if (names.size() != Set.copyOf(names).size() || !data.containsAll(names)) {
            unusual("chữ ký nêu tệp hai lần, hoặc nêu tệp không có trong vùng chứa");
        }
    }

    private static boolean hashed(byte[] part, Element reference) {
        for (Element method : Xml.elements(reference, Xml.DSIG, "DigestMethod")) {
            String algorithm = DIGESTS.get(method.getAttribute("Algorithm"));
            for (Element value : Xml.elements(reference, Xml.DSIG, "DigestValue")) {
                String told = value.getTextContent().replaceAll("[ \\t\\r\\n]+", "");
                return algorithm != null && told.equals(Base64.getEncoder().encodeToString(digest(algorithm, part)));
            }
        }
        return false;
    }

    private static boolean stamps(byte[] token, byte[] manifest) {
        try {
            TimeStampTokenInfo info = new TimeStampToken(ContentInfo.getInstance(token)).getTimeStampInfo();
            String algorithm = info.getMessageImprintAlgOID().getId();
            return CmsShape.isIntactToken(token)
                    && Arrays.equals(info.getMessageImprintDigest(), digest(algorithm, manifest));
        } catch (IOException
                | TSPException
                | RuntimeException unreadable) { // Bouncy Castle throws the last on crafted bytes
            return false;
        }
    }

    private static byte[] digest(String algorithm, byte[] content) {
        try {
            return MessageDigest.getInstance(algorithm).digest(content);
        } catch (NoSuchAlgorithmException unknown) {
            throw new IllegalArgumentException(unknown);
        }
    }

    private Document read(String name) throws SAXException, IOException {
        Document document = SecureXml.parse(parts.getOrDefault(name, new byte[0]));
        found.addAll(XmlContentRules.of(document));
        return document;
    }

    private static String decoded(String uri) {
        try {
            return URLDecoder.decode(uri.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noUri) {
            return uri;
        }
    }

    private void missing(String what) {
        found.add(Finding.of(SignatureReason.NOT_COVERED, what));
    }

    private void unusual(String what) {
        found.add(Finding.of(SignatureReason.SHAPE_UNUSUAL, what));
    }
}
