package vn.sohoa.reading.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.sohoa.samples.BadFiles;

/** Office files, texts and things in disguise. */
final class CraftedPackages {
    private static final String TYPES =
            "<Types><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-"
                    + "officedocument.wordprocessingml.document.main+xml\"/></Types>";
    private static final String OPEN =
            "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>";

    private CraftedPackages() {}

    static List<HostileFiles.Craft> all() {
        List<HostileFiles.Craft> all = new ArrayList<>();
        all.add(() -> new HostileFile("docx-bomb", BadFiles.bomb()));
        all.add(() -> docx(
                "laughs", "<!DOCTYPE x [<!ENTITY a \"ha\">" + laughs() + "]>" + OPEN + "&a20;</w:body></w:document>"));
        all.add(() -> docx(
                "foreign-entity",
                "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>" + OPEN + "&a;</w:body></w:document>"));
        all.add(() ->
                docx("deep", OPEN + "<w:p>".repeat(200_000) + "</w:p>".repeat(200_000) + "</w:body></w:document>"));
        all.add(() -> docx("not-closed", OPEN + "<w:p><w:r><w:t>chữ"));
        all.add(() -> docx(
                "long-text",
                OPEN + "<w:p><w:r><w:t>" + "chữ ".repeat(4_000_000) + "</w:t></w:r></w:p></w:body></w:document>"));
        all.add(() -> new HostileFile("docx-entries", entries(30_000)));
        all.add(() -> new HostileFile("docx-climbs", climbs()));
        all.add(() -> new HostileFile("zip-in-zip", zipInZip(40)));
        all.add(() -> new HostileFile("program", BadFiles.program()));
        all.add(() -> new HostileFile("ole-nonsense", ole()));
        all.add(() -> new HostileFile("text-long", "chữ ".repeat(6_000_000).getBytes(StandardCharsets.UTF_8)));
        all.add(() -> new HostileFile("text-one-word", "a".repeat(9_000_000).getBytes(StandardCharsets.UTF_8)));
        all.add(() -> new HostileFile("text-lines", "a\n".repeat(4_000_000).getBytes(StandardCharsets.UTF_8)));
        all.add(() -> new HostileFile("nothing", new byte[0]));
        all.add(() -> new HostileFile("zeroes", new byte[5_000_000]));
        all.add(() ->
                new HostileFile("rtf-deep", ("{\\rtf1 " + "{".repeat(500_000)).getBytes(StandardCharsets.US_ASCII)));
        all.add(() ->
                new HostileFile("html-deep", ("<html>" + "<div>".repeat(300_000)).getBytes(StandardCharsets.US_ASCII)));
        return all;
    }

    private static String laughs() {
        StringBuilder out = new StringBuilder();
        for (int i = 1; i <= 20; i++) {
            String before = "&a" + (i == 1 ? "" : i - 1) + ";";
            out.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(before.repeat(10))
                    .append("\">");
        }
        return out.toString();
    }

    private static HostileFile docx(String name, String document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(zip, "[Content_Types].xml", TYPES);
            put(zip, "word/document.xml", document);
        }
        return new HostileFile("docx-" + name, bytes.toByteArray());
    }

    private static byte[] entries(int count) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(zip, "[Content_Types].xml", TYPES);
            for (int i = 0; i < count; i++) {
                put(zip, "word/" + i + ".xml", "<a/>");
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] climbs() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(zip, "[Content_Types].xml", TYPES);
            put(zip, "../../../../tmp/climbed.xml", "<a/>");
            put(zip, "word/document.xml", OPEN + "</w:body></w:document>");
        }
        return bytes.toByteArray();
    }

    private static byte[] zipInZip(int depth) throws IOException {
        byte[] inner = "đáy".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < depth; i++) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                zip.putNextEntry(new ZipEntry("word/document.xml"));
                zip.write(inner);
            }
            inner = bytes.toByteArray();
        }
        return inner;
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /** The mark of an old office file, then sector chains that lead anywhere. */
    private static byte[] ole() {
        byte[] out = CraftedStreams.random(20_000);
        byte[] mark = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        System.arraycopy(mark, 0, out, 0, mark.length);
        return out;
    }
}
