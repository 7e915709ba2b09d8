package vn.sohoa.reading.hostile;

import static vn.sohoa.reading.hostile.CraftedPdfs.bytes;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import vn.sohoa.samples.ImageFiles;

/** PDF files with a trap in what is drawn: contents, fonts, pictures and their filters. */
final class CraftedStreams {
    private static final String IMAGE = "/Resources << /XObject << /I 5 0 R >> >>";
    private static final String SHOW = "q 595 0 0 842 0 0 cm /I Do Q\n";
    private static final String PICTURE = "/Type /XObject /Subtype /Image ";

    private CraftedStreams() {}

    static List<HostileFiles.Craft> all() {
        List<HostileFiles.Craft> all = new ArrayList<>();
        contents(all);
        fonts(all);
        pictures(all);
        filters(all);
        return all;
    }

    private static void contents(List<HostileFiles.Craft> all) {
        all.add(() -> file(
                "form-in-itself",
                RawPdf.onePage("/Resources << /XObject << /F 5 0 R >> >>").stream(4, "", "/F Do\n").stream(
                                5,
                                "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F 5 0 R >> >>",
                                "/F Do /F Do\n")
                        .end()));
        all.add(() -> file("forms-two-to-the-thirtieth", doubling(30)));
        all.add(() -> file(
                "blanks-of-a-gigabyte",
                RawPdf.onePage("").stream(
                                4,
                                "/Filter [/FlateDecode /FlateDecode]",
                                RawPdf.deflated(RawPdf.deflated(blanks(200 << 20))))
                        .end()));
        all.add(() -> file(
                "states-saved",
                RawPdf.onePage("").packed(4, "", bytes("q ".repeat(20_000_000))).end()));
        all.add(() -> file(
                "lines-drawn",
                RawPdf.onePage("")
                        .packed(4, "", bytes("0 0 m " + "595 842 l 0 842 l 595 0 l ".repeat(1_000_000) + "S"))
                        .end()));
        all.add(() -> file(
                "dashes",
                RawPdf.onePage("").stream(4, "", "[0.00001 0.00001] 0 d 50 w 0 0 m 595 842 l 0 842 l S\n")
                        .end()));
        all.add(() -> file(
                "clips",
                RawPdf.onePage("")
                        .packed(4, "", bytes("0 0 300 300 re 3 3 500 500 re W* n ".repeat(300_000)))
                        .end()));
        all.add(() -> file(
                "pattern-small",
                RawPdf.onePage("/Resources << /Pattern << /P 5 0 R >> >>").stream(
                                4, "", "/Pattern cs /P scn 0 0 595 842 re f\n")
                        .stream(
                                5,
                                "/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1 1] /XStep 0.001 /YStep 0.001"
                                        + " /Resources << >>",
                                "0 0 1 1 re f\n")
                        .end()));
        all.add(() -> file(
                "pattern-in-itself",
                RawPdf.onePage("/Resources << /Pattern << /P 5 0 R >> >>").stream(
                                4, "", "/Pattern cs /P scn 0 0 595 842 re f\n")
                        .stream(
                                5,
                                "/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9"
                                        + " /Resources << /Pattern << /P 5 0 R >> >>",
                                "/Pattern cs /P scn 0 0 9 9 re f\n")
                        .end()));
        all.add(() -> file(
                "shading-huge",
                RawPdf.onePage("/Resources << /Shading << /S 5 0 R >> >>").stream(4, "", "/S sh\n")
                        .object(
                                5,
                                "<< /ShadingType 1 /ColorSpace /DeviceRGB /Domain [0 1e6 0 1e6] /Function << /FunctionType 4 /Domain [0 1e6 0 1e6]"
                                        + " /Range [0 1 0 1 0 1] /Length 2 >> >>")
                        .end()));
        all.add(() -> file(
                "function-nested",
                RawPdf.onePage("/Resources << /ColorSpace << /C [/Separation /X /DeviceRGB 5 0 R] >> >>").stream(
                                4, "", "/C cs 1 scn 0 0 595 842 re f\n")
                        .stream(
                                5,
                                "/FunctionType 4 /Domain [0 1] /Range [0 1 0 1 0 1]",
                                "{".repeat(50_000) + "}".repeat(50_000))
                        .end()));
        all.add(() -> file(
                "soft-mask-of-itself",
                RawPdf.onePage("/Resources << /ExtGState << /G 5 0 R >> >>").stream(4, "", "/G gs 0 0 595 842 re f\n")
                        .object(5, "<< /SMask << /S /Luminosity /G 6 0 R >> >>")
                        .stream(
                                6,
                                "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Group << /S /Transparency >> /Resources << /ExtGState << /G 5 0 R >> >>",
                                "/G gs 0 0 595 842 re f\n")
                        .end()));
        all.add(() -> file(
                "inline-picture-huge",
                RawPdf.onePage("").stream(4, "", "BI /W 60000 /H 60000 /BPC 8 /CS /G ID x EI\n")
                        .end()));
        all.add(() -> file(
                "marked-contents",
                RawPdf.onePage("")
                        .packed(4, "", bytes("/Span << /A (x) >> BDC ".repeat(400_000)))
                        .end()));
    }

    private static void fonts(List<HostileFiles.Craft> all) {
        all.add(() -> file(
                "type3-in-itself",
                RawPdf.onePage("/Resources << /Font << /F 5 0 R >> >>").stream(4, "", "BT /F 9 Tf (aaaa) Tj ET\n")
                        .object(
                                5,
                                "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [1 0 0 1 0 0] /FirstChar 97 /LastChar 97 /Widths [9]"
                                        + " /Encoding << /Differences [97 /a] >> /CharProcs << /a 6 0 R >> /Resources << /Font << /F 5 0 R >> >> >>")
                        .stream(6, "", "9 0 0 0 9 9 d1 BT /F 9 Tf (aa) Tj ET\n")
                        .end()));
        all.add(() -> file(
                "to-unicode-ranges",
                RawPdf.onePage("/Resources << /Font << /F 5 0 R >> >>").stream(4, "", "BT /F 9 Tf (aaaa) Tj ET\n")
                        .object(5, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>")
                        .packed(
                                6,
                                "",
                                bytes(
                                        "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00000000> <FFFFFFFF> endcodespacerange "
                                                + "100 beginbfrange " + "<00000000> <00FFFFFF> <0041> ".repeat(100)
                                                + "endbfrange endcmap"))
                        .end()));
        all.add(() -> file(
                "font-nonsense",
                RawPdf.onePage("/Resources << /Font << /F 5 0 R >> >>").stream(4, "", "BT /F 9 Tf (aaaa) Tj ET\n")
                        .object(
                                5,
                                "<< /Type /Font /Subtype /TrueType /BaseFont /X /FontDescriptor << /Type /FontDescriptor /FontName /X /FontFile2 6 0 R >> >>")
                        .stream(6, "", random(5000))
                        .end()));
        all.add(() -> file(
                "text-of-ten-million",
                RawPdf.onePage("/Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>")
                        .packed(
                                4,
                                "",
                                bytes("BT /F 9 Tf " + "1 0 Td (ho so giay to mot cua) Tj ".repeat(300_000) + "ET"))
                        .end()));
        all.add(() -> file(
                "letters-huge",
                RawPdf.onePage("/Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>")
                        .stream(4, "", "BT /F 1e12 Tf (aaaa) Tj ET\n")
                        .end()));
    }

    private static void pictures(List<HostileFiles.Craft> all) {
        all.add(() -> picture(
                "huge",
                "/Width 60000 /Height 60000 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode",
                RawPdf.deflated(new byte[9999])));
        all.add(() -> picture(
                "width-overflows",
                "/Width 2147483647 /Height 2147483647 /ColorSpace /DeviceGray /BitsPerComponent 8",
                new byte[99]));
        all.add(() ->
                picture("negative", "/Width -5 /Height 900 /ColorSpace /DeviceGray /BitsPerComponent 8", new byte[99]));
        all.add(() -> picture(
                "just-allowed",
                "/Width 5000 /Height 3900 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /FlateDecode",
                RawPdf.deflated(new byte[5000 * 3900 * 3])));
        all.add(() -> picture(
                "sixteen-bits",
                "/Width 4000 /Height 4000 /ColorSpace /DeviceCMYK /BitsPerComponent 16 /Filter /FlateDecode",
                RawPdf.deflated(new byte[4000 * 4000 * 8])));
        all.add(() ->
                picture("short", "/Width 3000 /Height 3000 /ColorSpace /DeviceRGB /BitsPerComponent 8", new byte[100]));
        all.add(() -> picture(
                "mask-of-itself",
                "/Width 9 /Height 9 /ColorSpace /DeviceGray /BitsPerComponent 8 /SMask 5 0 R",
                new byte[81]));
        all.add(() -> picture(
                "colours-of-themselves",
                "/Width 9 /Height 9 /ColorSpace 6 0 R /BitsPerComponent 8",
                new byte[81],
                "[/Indexed 6 0 R 255 (abc)]"));
        all.add(() -> picture(
                "palette-short",
                "/Width 99 /Height 99 /ColorSpace [/Indexed /DeviceRGB 255 <00>] /BitsPerComponent 8",
                new byte[9801]));
        all.add(() -> picture(
                "profile-nonsense",
                "/Width 9 /Height 9 /ColorSpace [/ICCBased 6 0 R] /BitsPerComponent 8",
                new byte[243],
                "<< /N 3 /Length 3 >>\nstream\nabc\nendstream"));
        all.add(
                () -> picture(
                        "mask-huge",
                        "/Width 9 /Height 9 /ColorSpace /DeviceGray /BitsPerComponent 8 /SMask 6 0 R",
                        new byte[81],
                        "<< " + PICTURE
                                + "/Width 50000 /Height 50000 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\nx\nendstream"));
    }

    private static void filters(List<HostileFiles.Craft> all) {
        String grey = "/Width 2000 /Height 2000 /ColorSpace /DeviceGray /BitsPerComponent 8 ";
        String black = "/Width 2000 /Height 2000 /ColorSpace /DeviceGray /BitsPerComponent 1 ";
        all.add(() -> picture(
                "jpeg-lies",
                grey + "/Filter /DCTDecode",
                withSize(ImageFiles.jpeg(GoodFiles.page(), 100, 0.5f), 60_000)));
        all.add(() -> picture("jpeg-nonsense", grey + "/Filter /DCTDecode", random(5000)));
        all.add(() -> picture("jpx-nonsense", grey + "/Filter /JPXDecode", random(5000)));
        all.add(() -> picture("jpx-huge", grey + "/Filter /JPXDecode", jpx()));
        all.add(() -> picture("jbig2-nonsense", black + "/Filter /JBIG2Decode", random(5000)));
        all.add(() -> picture("jbig2-huge", black + "/Filter /JBIG2Decode", jbig2()));
        all.add(() -> picture(
                "jbig2-globals-of-itself",
                black + "/Filter /JBIG2Decode /DecodeParms << /JBIG2Globals 5 0 R >>",
                jbig2()));
        all.add(() -> picture(
                "ccitt-nonsense",
                black + "/Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 2000 /Rows 2000 >>",
                random(50_000)));
        all.add(() -> picture(
                "ccitt-wide",
                black + "/Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 2000000000 /Rows 2000000000 >>",
                random(5000)));
        all.add(() -> picture(
                "ccitt-mixed",
                black + "/Filter /CCITTFaxDecode /DecodeParms << /K 4 /Columns 0 /Rows -1 >>",
                random(5000)));
        all.add(() -> picture("lzw-nonsense", grey + "/Filter /LZWDecode", random(50_000)));
        all.add(() -> picture(
                "run-length-bomb", grey + "/Filter [/FlateDecode /RunLengthDecode]", RawPdf.deflated(runs(20 << 20))));
        all.add(() -> picture(
                "predictor-lies",
                grey + "/Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns 2147483647 /Colors 99 >>",
                RawPdf.deflated(new byte[5000])));
        all.add(() ->
                picture("filters-hundred", grey + "/Filter [" + "/ASCIIHexDecode ".repeat(2000) + "]", random(5000)));
        all.add(() -> picture("crypt-filter", grey + "/Filter /Crypt", random(500)));
    }

    private static HostileFile file(String name, byte[] bytes) {
        return new HostileFile("pdf-" + name, bytes);
    }

    private static HostileFile picture(String name, String entries, byte[] body, String... sixth) {
        RawPdf pdf = RawPdf.onePage(IMAGE).stream(4, "", SHOW).stream(5, PICTURE + entries, body);
        for (String object : sixth) {
            pdf.object(6, object);
        }
        return file("picture-" + name, pdf.end());
    }

    private static byte[] doubling(int levels) {
        RawPdf pdf = RawPdf.onePage("/Resources << /XObject << /F 5 0 R >> >>").stream(4, "", "/F Do\n");
        for (int i = 5; i < 5 + levels; i++) {
            pdf.stream(
                    i,
                    "/Type /XObject /Subtype /Form /BBox [0 0 99 99] /Resources << /XObject << /F " + (i + 1)
                            + " 0 R >> >>",
                    "/F Do /F Do\n");
        }
        return pdf.stream(5 + levels, "/Type /XObject /Subtype /Form /BBox [0 0 9 9]", "0 0 9 9 re f\n")
                .end();
    }

    private static byte[] blanks(int count) {
        byte[] out = new byte[count];
        Arrays.fill(out, (byte) ' ');
        return out;
    }

    /** Pairs that each stand for 128 bytes. */
    private static byte[] runs(int bytes) {
        byte[] out = new byte[bytes];
        Arrays.fill(out, (byte) 129);
        return out;
    }

    static byte[] random(int count) {
        byte[] out = new byte[count];
        new Random(count).nextBytes(out);
        return out;
    }

    /** The frame header says that it is square and so wide. */
    static byte[] withSize(byte[] jpeg, int size) throws IOException {
        byte[] out = jpeg.clone();
        for (int i = 2; i + 9 < out.length; i += 2 + ((out[i + 2] & 255) << 8 | (out[i + 3] & 255))) {
            int marker = out[i + 1] & 255;
            if (marker >= 0xC0 && marker <= 0xC2) {
                java.nio.ByteBuffer.wrap(out).putShort(i + 5, (short) size).putShort(i + 7, (short) size);
                return out;
            }
        }
        throw new IOException("no frame");
    }

    /** A codestream header of two thousand million pixels each way. */
    private static byte[] jpx() {
        java.nio.ByteBuffer out = java.nio.ByteBuffer.allocate(200);
        out.putShort((short) 0xFF4F)
                .putShort((short) 0xFF51)
                .putShort((short) 41)
                .putShort((short) 0);
        out.putInt(2_000_000_000)
                .putInt(2_000_000_000)
                .putInt(0)
                .putInt(0)
                .putInt(1)
                .putInt(1)
                .putInt(0)
                .putInt(0);
        return out.putShort((short) 1).put((byte) 7).put((byte) 1).put((byte) 1).array();
    }

    /** A page segment of four thousand million pixels each way. */
    private static byte[] jbig2() {
        java.nio.ByteBuffer out = java.nio.ByteBuffer.allocate(60);
        out.putInt(0).put((byte) 48).put((byte) 0).put((byte) 1).putInt(19);
        return out.putInt(-1)
                .putInt(-1)
                .putInt(0)
                .putInt(0)
                .put((byte) 0)
                .putShort((short) 0)
                .array();
    }
}
