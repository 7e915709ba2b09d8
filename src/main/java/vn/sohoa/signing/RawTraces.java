package vn.sohoa.signing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.sohoa.signing.PdfSyntax.Malformed;

/**
 * Scans the bytes of a PDF, and every object stream in them, for traces of signatures; no table of the file is believed. A
 * name counts however it is escaped.
 *
 * @param any there is some trace
 * @param ranges each {@code /ByteRange} of four whole numbers that was seen
 * @param opaque an object stream could not be unpacked: what is in it is not known
 */
record RawTraces(boolean any, Set<List<Long>> ranges, boolean opaque) {

    private static final int LONGEST_NAME = 64;
    private static final List<String> HANDLERS = List.of("adbe.pkcs7", "adbe.x509", "ETSI.CAdES", "ETSI.RFC3161");

    static RawTraces scan(byte[] file) {
        Scan scan = new Scan();
        scan.bytes(file, true);
        return new RawTraces(scan.any, scan.ranges, scan.opaque);
    }

    /** One scan under way. */
    private static final class Scan {
        private final Set<List<Long>> ranges = new HashSet<>();
        private boolean any;
        private boolean opaque;

        private void bytes(byte[] bytes, boolean outermost) {
            for (int at = 0; at < bytes.length; at++) {
                if (bytes[at] == '/') {
                    name(bytes, at, outermost);
                } else if (bytes[at] == 'a' || bytes[at] == 'E') {
                    any |= isHandler(bytes, at);
                }
            }
        }

        private static boolean isHandler(byte[] bytes, int at) {
            for (String handler : HANDLERS) { // a loop: asked for each such letter of a large file
                if (PdfSyntax.startsWith(bytes, at, handler)) {
                    return true;
                }
            }
            return false;
        }

        private void name(byte[] bytes, int at, boolean outermost) {
            if (at + 1 >= bytes.length || "BDOaE#".indexOf(bytes[at + 1]) < 0) {
                return;
            }
            String name = decoded(bytes, at + 1);
            if (name.equals("ByteRange")) {
                any = true;
                range(bytes, at);
            } else if (name.equals("DocTimeStamp") || HANDLERS.stream().anyMatch(name::startsWith)) {
                any = true;
            } else if (outermost && name.equals("ObjStm")) {
                try {
                    bytes(ObjectStreams.around(bytes, at), false);
                } catch (Malformed unreadable) {
                    opaque = true;
                }
            }
        }

        private static String decoded(byte[] bytes, int start) {
            StringBuilder name = new StringBuilder();
            for (int at = start; at < bytes.length && at - start < LONGEST_NAME; at++) {
                int b = bytes[at] & 0xFF;
                if (PdfSyntax.isSpace(b) || "()<>[]{}/%".indexOf(b) >= 0) {
                    break;
                }
                if (b == '#' && at + 2 < bytes.length) {
                    int high = Character.digit(bytes[at + 1], 16);
                    int low = Character.digit(bytes[at + 2], 16);
                    if (high >= 0 && low >= 0) {
                        b = high * 16 + low;
                        at += 2;
                    }
                }
                name.append((char) b);
            }
            return name.toString();
        }

        private void range(byte[] bytes, int at) {
            PdfSyntax syntax = new PdfSyntax(bytes, at);
            try {
                syntax.value(); // the name itself
                if (syntax.value() instanceof List<?> values) {
                    List<Long> numbers = new ArrayList<>();
                    values.forEach(value -> numbers.add(value instanceof Long number ? number : -1L));
                    ranges.add(List.copyOf(numbers));
                }
            } catch (Malformed noArray) {
                opaque = true;
            }
        }
    }
}
