package vn.sohoa.codes;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import vn.sohoa.dossier.CodeFormat;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.DocCode;
import vn.sohoa.dossier.Problem;

/** The two schemes of file names, of the digitisation guide and of the archive. No personal data belongs in a description. */
public final class FileNames {
    private static final int LONGEST_DESCRIPTION = 60;
    private static final int LARGEST_SERIAL = 9_999_999;
    private static final Pattern ARCHIVE_FILE_CODE = Pattern.compile("[0-9A-Z][0-9A-Z.\\-]{0,98}");

    private FileNames() {}

    /**
     * {@code CODE_YYYYMMDD_DESC.EXT} (letter 7197/BKHCN-CĐSQG, 2.4). The description is folded to plain letters, digits and
     * hyphens, and left out where nothing remains of it.
     *
     * @param digitised day of digitisation, not of the paper
     * @param extension without a dot
     */
    public static String cv7197(DocCode code, LocalDate digitised, String description, String extension) {
        String folded = folded(description);
        String name = code + "_" + digitised.format(DateTimeFormatter.BASIC_ISO_DATE)
                + (folded.isEmpty() ? "" : "_" + folded) + "." + extension.toLowerCase(Locale.ROOT);
        if (!CodeFormat.FILENAME7197.holds(name)) {
            throw new DigitisationException(Problem.CONFIGURATION_INVALID, "không phải tên tệp hợp lệ: " + name);
        }
        return name;
    }

    /**
     * {@code <mã hồ sơ lưu trữ>.<STT>.pdf} with seven digits (Circular 05/2025/TT-BNV, Article 8.1d; R-32).
     *
     * @param serial place of the document in its archival file, from 1
     */
    public static String tt05(String archiveFileCode, int serial) {
        if (serial < 1 || serial > LARGEST_SERIAL) {
            throw new DigitisationException(Problem.CONFIGURATION_INVALID, "số thứ tự ngoài 1 đến 9999999: " + serial);
        }
        return checked(archiveFileCode) + String.format(Locale.ROOT, ".%07d.pdf", serial);
    }

    /** {@code <mã hồ sơ lưu trữ>.pdf}, for an archival file that is not split into documents. */
    public static String tt05Unsplit(String archiveFileCode) {
        return checked(archiveFileCode) + ".pdf";
    }

    /** Vietnamese to plain ASCII words joined by hyphens, lower case, at most 60 characters. */
    static String folded(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd')
                .replace('Đ', 'D')
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        String cut = plain.length() > LONGEST_DESCRIPTION ? plain.substring(0, LONGEST_DESCRIPTION) : plain;
        return cut.replaceAll("^-+|-+$", "");
    }

    private static String checked(String archiveFileCode) {
        if (!ARCHIVE_FILE_CODE.matcher(archiveFileCode).matches()) {
            throw new DigitisationException(
                    Problem.CONFIGURATION_INVALID, "không phải mã hồ sơ lưu trữ: " + archiveFileCode);
        }
        return archiveFileCode;
    }
}
