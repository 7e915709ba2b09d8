package vn.sohoa.mediatype;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/** Tells office files from other zips by the one entry in which each says what it is. */
final class ZipPackage {
    private static final int MIMETYPE_MAX_BYTES = 200;
    private static final int CONTENT_TYPES_MAX_BYTES = 1 << 20;

    /** Main part in {@code [Content_Types].xml} → type of the file. Templates and files with macros are types of their own. */
    private static final Map<String, String> MAIN_PARTS = new LinkedHashMap<>();

    static {
        String openXml = "application/vnd.openxmlformats-officedocument.";
        MAIN_PARTS.put(openXml + "wordprocessingml.document.main+xml", OfficeText.DOCX);
        MAIN_PARTS.put(openXml + "spreadsheetml.sheet.main+xml", OfficeText.XLSX);
        MAIN_PARTS.put(openXml + "presentationml.presentation.main+xml", OfficeText.PPTX);
        MAIN_PARTS.put(
                "application/vnd.ms-word.document.macroEnabled.main+xml",
                "application/vnd.ms-word.document.macroenabled.12");
        MAIN_PARTS.put(
                "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
                "application/vnd.ms-excel.sheet.macroenabled.12");
        MAIN_PARTS.put(
                "application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml",
                "application/vnd.ms-powerpoint.presentation.macroenabled.12");
    }

    private ZipPackage() {}

    static String typeOf(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            String odf = start(zip, "mimetype", MIMETYPE_MAX_BYTES).strip();
            if (odf.startsWith("application/vnd.oasis.opendocument.")) {
                return odf;
            }
            String contentTypes = start(zip, "[Content_Types].xml", CONTENT_TYPES_MAX_BYTES);
            return MAIN_PARTS.entrySet().stream()
                    .filter(part -> contentTypes.contains('"' + part.getKey() + '"'))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(FileSignature.ZIP);
        } catch (ZipException e) {
            throw new DigitisationException(Problem.FILE_DAMAGED, "tệp nén không mở được", e);
        }
    }

    private static String start(ZipFile zip, String name, int maxBytes) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return "";
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return new String(in.readNBytes(maxBytes), StandardCharsets.UTF_8);
        }
    }
}
