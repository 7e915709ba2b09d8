package vn.sohoa.samples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The smallest word-processor file that every office program opens. */
public final class DocxFile {
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    static final String TYPES = XML + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + "<Override PartName=\"/word/document.xml\" ContentType=\"" + MAIN + "\"/></Types>";
    static final String RELATIONS =
            XML + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                    + "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
                    + "relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>";
    static final String OPEN =
            XML + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>";
    static final String CLOSE = "</w:body></w:document>";

    private final StringBuilder body = new StringBuilder(OPEN);
    private final PageTruth.Collector truth = new PageTruth.Collector();

    private DocxFile() {}

    /** The paper as running text; its truth is one page. */
    public static SamplePages.Drawn write(PaperText paper) throws IOException {
        DocxFile file = new DocxFile();
        paper.blocks().forEach(file::block);
        file.body
                .append("<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/></w:sectPr>")
                .append(CLOSE);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(zip, "[Content_Types].xml", TYPES.getBytes(StandardCharsets.UTF_8));
            put(zip, "_rels/.rels", RELATIONS.getBytes(StandardCharsets.UTF_8));
            put(zip, "word/document.xml", file.body.toString().getBytes(StandardCharsets.UTF_8));
        }
        return new SamplePages.Drawn(bytes.toByteArray(), List.of(file.truth.truth()));
    }

    static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(1_793_584_800_000L);
        CRC32 crc = new CRC32();
        crc.update(content);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private void block(Block block) {
        if (block instanceof Block.Head h) {
            body.append(table(
                    List.of(List.of(
                            paragraph(h.superior(), "center", false)
                                    + paragraph(h.agency(), "center", true)
                                    + paragraph(h.number(), "center", false)
                                    + paragraph(h.about(), "center", false),
                            paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "center", true)
                                    + paragraph("Độc lập - Tự do - Hạnh phúc", "center", true)
                                    + paragraph(h.placeDate(), "center", false))),
                    false));
        } else if (block instanceof Block.Flow f) {
            body.append(paragraph(f.text(), f.justified() ? "both" : "left", f.face() == Face.BOLD));
        } else if (block instanceof Block.Centred c) {
            body.append(paragraph(c.text(), "center", c.face() == Face.BOLD));
        } else if (block instanceof Block.Table t) {
            List<List<String>> rows = new ArrayList<>();
            for (List<String> row : t.rows()) {
                rows.add(row.stream()
                        .map(cell -> paragraph(cell, "left", row == t.rows().get(0)))
                        .toList());
            }
            body.append(table(rows, true));
        } else if (block instanceof Block.Signing s) {
            body.append(table(List.of(List.of(lines(s.left(), s.leftName()), lines(s.right(), s.name()))), false));
        }
    }

    private String lines(List<String> lines, String name) {
        StringBuilder out = new StringBuilder();
        lines.forEach(line -> out.append(paragraph(line, "left", false)));
        return out.append(paragraph(name, "left", true)).toString();
    }

    private String paragraph(String text, String align, boolean bold) {
        if (text.isEmpty()) {
            return "<w:p/>";
        }
        truth.line(text);
        String plain = text.replace("~", "").replaceAll(" +", " ");
        return "<w:p><w:pPr><w:jc w:val=\"" + align + "\"/></w:pPr><w:r><w:rPr>"
                + "<w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\"/>" + (bold ? "<w:b/>" : "")
                + "<w:sz w:val=\"28\"/></w:rPr><w:t xml:space=\"preserve\">"
                + plain.replace("&", "&amp;").replace("<", "&lt;") + "</w:t></w:r></w:p>";
    }

    private static String table(List<List<String>> rows, boolean ruled) {
        StringBuilder out = new StringBuilder("<w:tbl><w:tblPr>");
        if (ruled) {
            out.append("<w:tblBorders>");
            for (String side : List.of("top", "left", "bottom", "right", "insideH", "insideV")) {
                out.append("<w:").append(side).append(" w:val=\"single\" w:sz=\"4\"/>");
            }
            out.append("</w:tblBorders>");
        }
        out.append("</w:tblPr><w:tblGrid/>");
        for (List<String> row : rows) {
            out.append("<w:tr>");
            row.forEach(cell -> out.append("<w:tc><w:tcPr/>").append(cell).append("</w:tc>"));
            out.append("</w:tr>");
        }
        return out.append("</w:tbl>").toString();
    }
}
