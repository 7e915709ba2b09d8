package vn.sohoa.samples;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The four faces of the committed test font, which has every Vietnamese letter. */
public enum Face {
    PLAIN("Regular"),
    BOLD("Bold"),
    ITALIC("Italic"),
    BOLD_ITALIC("BoldItalic");

    private final String file;

    Face(String file) {
        this.file = "/fonts/LiberationSerif-" + file + ".ttf";
    }

    byte[] bytes() {
        try (InputStream in = Face.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("font missing: " + file);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
