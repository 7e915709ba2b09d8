package vn.sohoa.signing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import vn.sohoa.dossier.SignatureReason;

/**
 * Files that are no PDF: says whether they carry a signature, and leaves its judgement to a person. Office documents and ASiC
 * containers are looked into by the names of their parts, {@code .p7m}, XML and old office files by their marks.
 */
final class OtherFormats {

    private static final int HEAD = 1024;
    private static final byte[] SIGNED_DATA = {
        0x06, 0x09, 0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x0D, 1, 7, 2
    };
    private static final byte[] XML_SIGNATURE =
            "http://www.w3.org/2000/09/xmldsig#".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] OLD_OFFICE = "_xmlsignatures".getBytes(StandardCharsets.UTF_16LE);

    private OtherFormats() {}

    /** By its head: a name or a detected type may err. */
    static boolean isPdf(byte[] file) {
        return contains(file, "%PDF-".getBytes(StandardCharsets.US_ASCII), HEAD);
    }

    static Finding check(byte[] file, String mediaType) {
        boolean signed;
        try {
            signed = mediaType.contains("pkcs7")
                    || contains(file, SIGNED_DATA, 64)
                    || (startsWith(file, 0x50, 0x4B) && signedPart(file))
                    || (startsWith(file, 0xD0, 0xCF) && contains(file, OLD_OFFICE, file.length))
                    || (mediaType.contains("xml") && contains(file, XML_SIGNATURE, file.length));
        } catch (IOException | IllegalArgumentException damaged) {
            return Finding.incomplete("không đọc được các phần của tệp");
        }
        return signed
                ? Finding.incomplete("tệp có chữ ký số dạng " + mediaType + ", chưa hỗ trợ kiểm tra")
                : Finding.of(SignatureReason.KHONG_CO_CHU_KY);
    }

    private static boolean signedPart(byte[] file) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName().toLowerCase(Locale.ROOT);
                if (name.startsWith("_xmlsignatures")
                        || name.startsWith("meta-inf/signature")
                        || name.startsWith("meta-inf/documentsignatures")
                        || (name.startsWith("meta-inf/") && name.endsWith(".p7s"))) {
                    return true;
                }
            }
            return false;
        }
    }

    private static boolean startsWith(byte[] file, int first, int second) {
        return file.length > 1 && (file[0] & 0xFF) == first && (file[1] & 0xFF) == second;
    }

    private static boolean contains(byte[] file, byte[] mark, int within) {
        int last = Math.min(within, file.length) - mark.length;
        for (int at = 0; at <= last; at++) {
            int i = 0;
            while (i < mark.length && file[at + i] == mark[i]) {
                i++;
            }
            if (i == mark.length) {
                return true;
            }
        }
        return false;
    }
}
