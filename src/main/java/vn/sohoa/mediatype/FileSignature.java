package vn.sohoa.mediatype;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** The first bytes of the common kinds: most files are known without loading Tika's tables (0.3 s in a fresh process). */
enum FileSignature {
    PDF_FILE("255044462d", FileSignature.PDF),
    JPEG("ffd8ff", "image/jpeg"),
    PNG("89504e470d0a1a0a", "image/png"),
    TIFF_LITTLE_ENDIAN("49492a00", "image/tiff"),
    TIFF_BIG_ENDIAN("4d4d002a", "image/tiff"),
    ZIP_FILE("504b0304", FileSignature.ZIP),
    OLE2_FILE("d0cf11e0a1b11ae1", FileSignature.OLE2);

    static final String PDF = "application/pdf";
    static final String ZIP = "application/zip";
    static final String OLE2 = "application/x-tika-msoffice";
    static final int LONGEST = 8;

    private final String startHex;
    private final String type;

    FileSignature(String startHex, String type) {
        this.startHex = startHex;
        this.type = type;
    }

    static Optional<String> of(byte[] head) {
        String hex = HexFormat.of().formatHex(head);
        return Arrays.stream(values())
                .filter(each -> hex.startsWith(each.startHex))
                .findFirst()
                .map(each -> each.type);
    }
}
