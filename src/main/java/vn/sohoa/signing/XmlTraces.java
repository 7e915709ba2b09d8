package vn.sohoa.signing;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tells XML, and traces of a signature in it, by the bytes, in every way of writing letters that a parser accepts. Stateless. */
final class XmlTraces {

    private static final List<Charset> WRITINGS = List.of(
            StandardCharsets.US_ASCII,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE,
            Charset.forName("UTF-32LE"),
            Charset.forName("UTF-32BE"),
            Charset.forName("IBM037"));

    private static final List<String> MARKS =
            List.of("http://www.w3.org/2000/09/xmldsig#", "http://uri.etsi.org/01903/");

    private XmlTraces() {}

    /** The first letter, behind a byte order mark and white space, is that of a tag; or it is said to be XML. */
    static boolean isXml(byte[] file, String mediaType) {
        if (mediaType.endsWith("xml") || mediaType.contains("xml;")) {
            return true;
        }
        int at = 0;
        while (at < file.length && at < 64 && isSkipped(file[at] & 0xFF)) {
            at++;
        }
        return at < file.length && (file[at] == '<' || startsAsEbcdic(file));
    }

    /** Zeros too, which are the other half of wide letters; and the bytes of the marks of UTF-8, UTF-16 and UTF-32. */
    private static boolean isSkipped(int b) {
        return b == 0 || b == ' ' || b == '\t' || b == '\r' || b == '\n' || b == 0xEF || b == 0xBB || b == 0xBF
                || b == 0xFE || b == 0xFF;
    }

    private static boolean startsAsEbcdic(byte[] file) {
        return file.length > 3
                && file[0] == 0x4C
                && file[1] == 0x6F
                && (file[2] & 0xFF) == 0xA7
                && (file[3] & 0xFF) == 0x94;
    }

    static boolean in(byte[] file) {
        for (Charset writing : WRITINGS) {
            for (String mark : MARKS) {
                if (Bytes.contains(file, mark.getBytes(writing), file.length)) {
                    return true;
                }
            }
        }
        return false;
    }
}
