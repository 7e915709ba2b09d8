package vn.sohoa.samples;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.geom.AffineTransform;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** The four faces of one family of letters, all of them with every Vietnamese letter. */
public final class Typeface {
    /** Liberation Serif: the widths and, nearly, the shapes of Times New Roman, which Decree 30/2020 asks for. */
    public static final Typeface SERIF =
            new Typeface("serif", Face.PLAIN.bytes(), Face.BOLD.bytes(), Face.ITALIC.bytes(), Face.BOLD_ITALIC.bytes());

    private static final String LETTERS = "ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹĐƯƠÊ";
    private static final double SLANT = -0.2;

    private final String name;
    private final Map<Face, Font> fonts = new EnumMap<>(Face.class);

    private Typeface(String name, byte[] plain, byte[] bold, byte[] italic, byte[] boldItalic) {
        this.name = name;
        fonts.put(Face.PLAIN, font(name, plain));
        fonts.put(Face.BOLD, font(name, bold));
        fonts.put(Face.ITALIC, font(name, italic));
        fonts.put(Face.BOLD_ITALIC, font(name, boldItalic));
    }

    private Typeface(String name, byte[] plain, byte[] bold) {
        this.name = name;
        AffineTransform slanted = AffineTransform.getShearInstance(SLANT, 0);
        fonts.put(Face.PLAIN, font(name, plain));
        fonts.put(Face.BOLD, font(name, bold));
        fonts.put(Face.ITALIC, font(name, plain).deriveFont(slanted));
        fonts.put(Face.BOLD_ITALIC, font(name, bold).deriveFont(slanted));
    }

    /** One of the committed families of two faces, {@code LiberationSans} or {@code DejaVuSerif}; italics are slanted letters. */
    public static Typeface committed(String family) {
        return new Typeface(family, resource(family + "-Regular.ttf"), resource(family + "-Bold.ttf"));
    }

    /** Two font files of this machine; italics are slanted letters. */
    public static Typeface of(Path plain, Path bold) throws IOException {
        String file = String.valueOf(plain.getFileName());
        return new Typeface(
                file.replaceAll("(-Regular)?\\.ttf", ""), Files.readAllBytes(plain), Files.readAllBytes(bold));
    }

    /** As it is called in tables. */
    public String name() {
        return name;
    }

    /** Upright letters of so many pixels: tests that draw depend on no font of the machine. */
    public Font plain(float size) {
        return font(Face.PLAIN).deriveFont(size);
    }

    Font font(Face face) {
        Font font = fonts.get(face);
        if (font == null) {
            throw new IllegalStateException("no face " + face);
        }
        return font;
    }

    private static byte[] resource(String file) {
        try (InputStream in = Typeface.class.getResourceAsStream("/fonts/" + file)) {
            if (in == null) {
                throw new IllegalStateException("font missing: " + file);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    private static Font font(String name, byte[] bytes) {
        try {
            Font font = Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(bytes));
            if (font.canDisplayUpTo(LETTERS) >= 0) {
                throw new IllegalStateException("no Vietnamese in " + name); // a box would be drawn, silently
            }
            return font;
        } catch (FontFormatException e) {
            throw new IllegalStateException(name, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
