package vn.sohoa.pdfa;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;

/**
 * The font of the invisible letters: a Type0 font whose codes are UTF-16. Every code shows the same empty glyph (number 1, for
 * PDF/A forbids {@code .notdef}), and ToUnicode maps every code to itself.
 */
final class GlyphlessFont {
    /** Its name in a page's resources. */
    static final String NAME = "G";

    /** Width of every letter in thousandths of the size. */
    static final int ADVANCE = EmptyTrueType.ADVANCE;

    private static final int CODES = 65_536;
    private static final int FIXED_PITCH_AND_SYMBOLIC = 5;
    private static final String TO_UNICODE = """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange
            1 beginbfrange
            <0000> <FFFF> <0000>
            endbfrange
            endcmap
            CMapName currentdict /CMap defineresource pop
            end
            end
            """;

    private final PDDocument document;
    private final COSDictionary font;

    GlyphlessFont(PDDocument document) throws IOException {
        this.document = document;
        COSName name = COSName.getPDFName("Glyphless");
        COSArray descendants = new COSArray();
        descendants.add(cidFont(name));
        font = dictionary(COSName.FONT, COSName.TYPE0);
        font.setItem(COSName.BASE_FONT, name);
        font.setItem(COSName.ENCODING, COSName.IDENTITY_H);
        font.setItem(COSName.DESCENDANT_FONTS, descendants);
        font.setItem(COSName.TO_UNICODE, stream(TO_UNICODE.getBytes(StandardCharsets.US_ASCII)));
    }

    void register(PDResources resources) {
        COSDictionary fonts = new COSDictionary();
        fonts.setItem(NAME, font);
        resources.getCOSObject().setItem(COSName.FONT, fonts);
    }

    private COSDictionary cidFont(COSName name) throws IOException {
        byte[] glyphs = new byte[CODES * 2];
        for (int i = 1; i < glyphs.length; i += 2) {
            glyphs[i] = 1;
        }
        COSDictionary system = new COSDictionary();
        system.setItem(COSName.REGISTRY, new COSString("Adobe"));
        system.setItem(COSName.ORDERING, new COSString("Identity"));
        system.setInt(COSName.SUPPLEMENT, 0);
        COSDictionary cid = dictionary(COSName.FONT, COSName.CID_FONT_TYPE2);
        cid.setItem(COSName.BASE_FONT, name);
        cid.setItem(COSName.CIDSYSTEMINFO, system);
        cid.setItem(COSName.FONT_DESC, descriptor(name));
        cid.setItem(COSName.CID_TO_GID_MAP, stream(glyphs));
        cid.setInt(COSName.DW, ADVANCE);
        return cid;
    }

    private COSDictionary descriptor(COSName name) throws IOException {
        byte[] trueType = EmptyTrueType.build();
        COSStream file = stream(trueType);
        file.setInt(COSName.LENGTH1, trueType.length);
        COSArray box = new COSArray();
        List.of(0, 0, ADVANCE, 1000).forEach(value -> box.add(COSInteger.get(value)));
        COSDictionary descriptor = new COSDictionary();
        descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
        descriptor.setItem(COSName.FONT_NAME, name);
        descriptor.setInt(COSName.FLAGS, FIXED_PITCH_AND_SYMBOLIC);
        descriptor.setItem(COSName.FONT_BBOX, box);
        descriptor.setInt(COSName.ITALIC_ANGLE, 0);
        descriptor.setInt(COSName.ASCENT, 1000);
        descriptor.setInt(COSName.DESCENT, 0);
        descriptor.setInt(COSName.CAP_HEIGHT, 1000);
        descriptor.setInt(COSName.STEM_V, 80);
        descriptor.setItem(COSName.FONT_FILE2, file);
        return descriptor;
    }

    private static COSDictionary dictionary(COSName type, COSName subtype) {
        COSDictionary dictionary = new COSDictionary();
        dictionary.setItem(COSName.TYPE, type);
        dictionary.setItem(COSName.SUBTYPE, subtype);
        return dictionary;
    }

    private COSStream stream(byte[] data) throws IOException {
        COSStream stream = document.getDocument().createCOSStream();
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(data);
        }
        return stream;
    }
}
