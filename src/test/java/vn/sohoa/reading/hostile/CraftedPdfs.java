package vn.sohoa.reading.hostile;

import java.util.ArrayList;
import java.util.List;

/** PDF files whose structure is the trap: loops, depth, numbers that lie. */
final class CraftedPdfs {
    private static final String EMPTY = "q Q\n";

    private CraftedPdfs() {}

    static List<HostileFiles.Craft> all() {
        List<HostileFiles.Craft> all = new ArrayList<>();
        all.add(() -> file(
                "page-tree-of-itself",
                new RawPdf()
                        .object(1, RawPdf.CATALOG)
                        .object(2, "<< /Type /Pages /Kids [2 0 R] /Count 1 >>")
                        .end()));
        all.add(() -> file(
                "page-tree-loop",
                new RawPdf()
                        .object(1, RawPdf.CATALOG)
                        .object(2, "<< /Type /Pages /Kids [3 0 R] /Count 2000 >>")
                        .object(3, "<< /Type /Pages /Parent 2 0 R /Kids [2 0 R 3 0 R] /Count 2000 >>")
                        .end()));
        all.add(() -> file("page-tree-deep", deepTree(20_000)));
        all.add(() -> file(
                "count-lies",
                new RawPdf()
                        .object(1, RawPdf.CATALOG)
                        .object(2, "<< /Type /Pages /Kids [3 0 R] /Count 1999 >>")
                        .object(3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>")
                        .end()));
        all.add(() -> file(
                "count-negative",
                new RawPdf()
                        .object(1, RawPdf.CATALOG)
                        .object(2, "<< /Type /Pages /Kids [3 0 R] /Count -5 >>")
                        .object(3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>")
                        .end()));
        all.add(() -> file(
                "a-million-pages",
                RawPdf.onePage("").stream(4, "", EMPTY).end().length == 0
                        ? new byte[0]
                        : new RawPdf()
                                .object(1, RawPdf.CATALOG)
                                .object(
                                        2,
                                        "<< /Type /Pages /Kids [" + "3 0 R ".repeat(1_000_000) + "] /Count 1000000 >>")
                                .object(3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>")
                                .end()));
        all.add(() -> file(
                "arrays-in-arrays",
                RawPdf.onePage("/X " + "[".repeat(100_000) + "]".repeat(100_000)).stream(4, "", EMPTY)
                        .end()));
        all.add(() -> file(
                "dictionaries-in-dictionaries",
                RawPdf.onePage("/X " + "<</A ".repeat(100_000) + "1" + ">>".repeat(100_000)).stream(4, "", EMPTY)
                        .end()));
        all.add(() -> file(
                "arrays-in-contents",
                RawPdf.onePage("").packed(4, "", bytes("[".repeat(3_000_000))).end()));
        all.add(() -> file(
                "dictionaries-in-contents",
                RawPdf.onePage("").packed(4, "", bytes("/A <<".repeat(500_000))).end()));
        all.add(() -> file(
                "media-box-huge",
                RawPdf.onePage("/MediaBox [0 0 1e9 1e9]").stream(4, "", EMPTY).end()));
        all.add(() -> file(
                "media-box-thin",
                RawPdf.onePage("/MediaBox [0 0 0.0001 1e8]").stream(4, "", EMPTY)
                        .end()));
        all.add(() -> file(
                "media-box-nan",
                RawPdf.onePage("/MediaBox [0 0 nan -595]").stream(4, "", EMPTY).end()));
        all.add(() -> file(
                "user-unit",
                RawPdf.onePage("/UserUnit 100000000").stream(4, "", EMPTY).end()));
        all.add(() -> file(
                "rotate-odd",
                RawPdf.onePage("/Rotate 2147483647").stream(4, "", EMPTY).end()));
        all.add(() -> file(
                "length-refers-to-itself",
                RawPdf.onePage("")
                        .object(4, "<< /Length 4 0 R >>\nstream\nq Q\nendstream")
                        .end()));
        all.add(() -> file(
                "length-lies",
                RawPdf.onePage("")
                        .object(4, "<< /Length 999999999 >>\nstream\nq Q\nendstream")
                        .end()));
        all.add(() -> file(
                "reference-loop",
                RawPdf.onePage("/Resources 5 0 R").stream(4, "", EMPTY)
                        .object(5, "6 0 R")
                        .object(6, "5 0 R")
                        .end()));
        all.add(() -> file("previous-xref-is-this", loopingXref()));
        all.add(() -> file("xref-missing", cutXref()));
        all.add(() -> file(
                "object-stream-of-itself",
                RawPdf.onePage("").stream(4, "", EMPTY).stream(
                                5, "/Type /ObjStm /N 1000000 /First 20 /Extends 5 0 R", "6 0 7 2 << >>")
                        .end()));
        all.add(() -> file(
                "encrypted-nonsense",
                RawPdf.onePage("").stream(4, "", EMPTY)
                        .object(5, "<< /Filter /Standard /V 5 /R 6 /O (x) /U (y) /P -1 /Length 99999 >>")
                        .end("/Encrypt 5 0 R /ID [<00> <00>]")));
        all.add(() -> file(
                "encrypted-unknown",
                RawPdf.onePage("").stream(4, "", EMPTY)
                        .object(5, "<< /Filter /Nobody /V 99 >>")
                        .end("/Encrypt 5 0 R /ID [<00> <00>]")));
        all.add(() -> file("header-alone", bytes("%PDF-1.7\n%%EOF\n")));
        all.add(() -> file("million-objects", manyObjects(300_000)));
        all.add(() -> file(
                "signature-lies",
                RawPdf.onePage("").stream(4, "", EMPTY)
                        .object(
                                5,
                                "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange [0 2147483647 -1 99999999999]"
                                        + " /Contents <" + "30".repeat(4000) + "> >>")
                        .end()));
        all.add(() -> file("form-fields-loop", formLoop()));
        return all;
    }

    private static HostileFile file(String name, byte[] bytes) {
        return new HostileFile("pdf-" + name, bytes);
    }

    static byte[] bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    private static byte[] deepTree(int depth) {
        RawPdf pdf = new RawPdf().object(1, RawPdf.CATALOG);
        for (int i = 2; i < depth; i++) {
            pdf.object(i, "<< /Type /Pages /Kids [" + (i + 1) + " 0 R] /Count 1 >>");
        }
        return pdf.object(depth, "<< /Type /Page /MediaBox [0 0 595 842] >>").end();
    }

    private static byte[] manyObjects(int count) {
        RawPdf pdf = RawPdf.onePage("").stream(4, "", EMPTY);
        for (int i = 5; i < count; i++) {
            pdf.object(i, "[" + (i - 1) + " 0 R]");
        }
        return pdf.end();
    }

    private static byte[] loopingXref() {
        String body =
                new String(RawPdf.onePage("").stream(4, "", EMPTY).end(), java.nio.charset.StandardCharsets.ISO_8859_1);
        int at = body.lastIndexOf("xref\n0");
        return bytes(body.replace("/Root 1 0 R", "/Root 1 0 R /Prev " + at));
    }

    private static byte[] cutXref() {
        String body =
                new String(RawPdf.onePage("").stream(4, "", EMPTY).end(), java.nio.charset.StandardCharsets.ISO_8859_1);
        return bytes(body.substring(0, body.lastIndexOf("xref\n0")) + "startxref\n99999999\n%%EOF\n");
    }

    private static byte[] formLoop() {
        return new RawPdf()
                        .object(1, "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [5 0 R] >> >>")
                        .object(2, RawPdf.PAGES)
                        .object(
                                3,
                                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Annots [5 0 R] >>")
                        .stream(4, "", EMPTY)
                        .object(5, "<< /FT /Sig /T (a) /Kids [5 0 R 6 0 R] /Parent 6 0 R >>")
                        .object(6, "<< /FT /Sig /T (b) /Kids [5 0 R] /Parent 5 0 R >>")
                        .end();
    }
}
