package vn.sohoa.samples;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;

/**
 * One invented paper (giấy tờ): what is known about it and its parts in reading order.
 *
 * @param facts head of the text file: {@code type}, the fields of the truth, and how it looks ({@code size}, {@code points},
 *     {@code tint}, {@code frame}, {@code stamp})
 */
public record PaperText(String name, Map<String, String> facts, List<Block> blocks) {

    public PaperText {
        facts = Map.copyOf(facts);
        blocks = List.copyOf(blocks);
    }

    /** Reads a text in the markup described in {@code samples/papers/README.md} of the test resources. */
    public static PaperText parse(String name, String markup) {
        return new PaperMarkup(name, Normalizer.normalize(markup, Normalizer.Form.NFC)).read();
    }

    /** One of the committed texts, by the name of its file without {@code .txt}. */
    public static PaperText load(String name) {
        String resource = "/samples/papers/" + name + ".txt";
        try (InputStream in = PaperText.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("no sample paper " + resource);
            }
            return parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    String fact(String key, String otherwise) {
        return facts.getOrDefault(key, otherwise);
    }

    double points() {
        return Double.parseDouble(fact("points", "13.5"));
    }

    boolean landscape() {
        return fact("size", "A4").equals("A4L");
    }

    double width() {
        return landscape() ? 297 : 210;
    }

    double height() {
        return landscape() ? 210 : 297;
    }
}
