package vn.sohoa.mediatype;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes small office files by hand. */
final class Packages {
    private static final String MAIN =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private static final String RELATION =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";

    private Packages() {}

    /** The entries of a DOCX of one paragraph. */
    static Map<String, byte[]> docx(String paragraph) {
        return docx("", "<w:p><w:r><w:t>" + paragraph + "</w:t></w:r></w:p>");
    }

    static Map<String, byte[]> docx(String beforeRoot, String body) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put(
                "[Content_Types].xml",
                xml("<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                        + "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                        + "<Default Extension='xml' ContentType='application/xml'/>"
                        + "<Override PartName='/word/document.xml' ContentType=\"" + MAIN + "\"/></Types>"));
        entries.put(
                "_rels/.rels",
                xml("<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                        + "<Relationship Id='r1' Type='" + RELATION
                        + "' Target='word/document.xml'/></Relationships>"));
        entries.put(
                "word/document.xml",
                xml(beforeRoot
                        + "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>"
                        + body + "</w:body></w:document>"));
        return entries;
    }

    static byte[] xml(String content) {
        return ("<?xml version='1.0' encoding='UTF-8'?>" + content).getBytes(StandardCharsets.UTF_8);
    }

    static Path write(Path file, Map<String, byte[]> entries) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
            }
        }
        return file;
    }

    /** An ODT says what it is in its first entry, which is not packed. */
    static Path writeOdt(Path file, Map<String, byte[]> entries) throws IOException {
        byte[] type = OfficeText.ODT.getBytes(StandardCharsets.US_ASCII);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            ZipEntry first = new ZipEntry("mimetype");
            first.setMethod(ZipEntry.STORED);
            first.setSize(type.length);
            CRC32 crc = new CRC32();
            crc.update(type);
            first.setCrc(crc.getValue());
            out.putNextEntry(first);
            out.write(type);
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
            }
        }
        return file;
    }

    /** A DOCX with a part of so many million zeros. */
    static Path writeBomb(Path file, int megabytes) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : docx("x").entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
            }
            out.putNextEntry(new ZipEntry("word/media/zeros.bin"));
            zeros(out, megabytes);
        }
        return file;
    }

    private static void zeros(OutputStream out, int megabytes) throws IOException {
        byte[] million = new byte[1_000_000];
        for (int i = 0; i < megabytes; i++) {
            out.write(million);
        }
    }
}
