package vn.sohoa.signing;

import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/**
 * Liberation Serif, of the measures of Times New Roman and with all Vietnamese letters; comes with the program (SIL OFL 1.1). Says
 * beforehand whether every letter is there, and where lines end. Immutable, safe for many threads.
 */
final class SignatureFont {

    static final float POINTS = 10;

    private static final String FILE = "/signing/LiberationSerif-Regular.ttf";

    private final byte[] bytes;
    private final CmapLookup letters;
    private final TrueTypeFont font;

    private SignatureFont(byte[] bytes, TrueTypeFont font) throws IOException {
        this.bytes = bytes;
        this.font = font;
        letters = font.getUnicodeCmapLookup();
    }

    static SignatureFont load() {
        try (InputStream in = SignatureFont.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("no " + FILE);
            }
            byte[] bytes = in.readAllBytes();
            return new SignatureFont(bytes, new TTFParser().parse(new RandomAccessReadBuffer(bytes)));
        } catch (IOException damaged) {
            throw new IllegalStateException(FILE, damaged);
        }
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /**
     * Lines no longer than so many points, composed letters (NFC), broken between words.
     *
     * @throws DigitisationException CONFIGURATION_INVALID if a letter is not in the font
     */
    List<String> lines(List<String> texts, float width) {
        List<String> lines = new ArrayList<>();
        for (String text : texts) {
            String line = "";
            for (String word :
                    Normalizer.normalize(text, Normalizer.Form.NFC).strip().split("\\s+")) {
                String longer = line.isEmpty() ? word : line + " " + word;
                if (!line.isEmpty() && width(longer) > width) {
                    lines.add(line);
                    line = word;
                } else {
                    line = longer;
                }
            }
            lines.add(line);
        }
        return lines;
    }

    /** In points, at {@link #POINTS}. */
    float width(String text) {
        return (float) text.codePoints().mapToDouble(this::advance).sum();
    }

    private double advance(int letter) {
        int glyph = letters.getGlyphId(letter);
        if (glyph == 0) {
            throw new DigitisationException(
                    Problem.CONFIGURATION_INVALID, "phông chữ của chữ ký không có ký tự U+%04X".formatted(letter));
        }
        try {
            return font.getAdvanceWidth(glyph) * (double) POINTS / font.getUnitsPerEm();
        } catch (IOException damaged) {
            throw new IllegalStateException(FILE, damaged);
        }
    }
}
