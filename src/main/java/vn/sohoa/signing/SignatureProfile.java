package vn.sohoa.signing;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a signature looks on the page (Decree 30/2020, appendix I; Circular 01/2023/TT-VPCP, Article 8; Circular 05/2025/TT-BNV,
 * Article 8): where it stands and what it says.
 *
 * @param basis the law it follows
 * @param enabled a profile that is off is refused
 * @param lines its text; {@code {name}} stands for a word
 * @param image a PNG to show instead of text, or null
 * @param imageMillimetres width of the picture on paper
 */
public record SignatureProfile(
        String id,
        String basis,
        boolean enabled,
        Corner corner,
        List<String> lines,
        @Nullable Path image,
        double imageMillimetres) {

    /** Which upper corner of page 1. The two never meet: each stays within its half of the page. */
    public enum Corner {
        TOP_LEFT,
        TOP_RIGHT
    }

    /** The words a text may ask for. */
    public static final Set<String> WORDS = Set.of("name", "organisation", "time", "form", "converter");

    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");

    public SignatureProfile {
        lines = List.copyOf(lines);
        if (lines.isEmpty() == (image == null)) {
            throw new IllegalArgumentException(id + ": cần lines hoặc image, không cả hai");
        }
        if (image != null && !(imageMillimetres >= 5 && imageMillimetres <= 60)) {
            throw new IllegalArgumentException(id + ": imageMillimetres không trong 5 đến 60: " + imageMillimetres);
        }
        for (String word : asked(lines)) {
            if (!WORDS.contains(word)) {
                throw new IllegalArgumentException(id + ": không có từ {" + word + "}; có " + new TreeSet<>(WORDS));
            }
        }
    }

    /** The words that its text asks for. */
    public Set<String> asked() {
        return asked(lines);
    }

    private static Set<String> asked(List<String> lines) {
        Set<String> words = new TreeSet<>();
        for (String line : lines) {
            Matcher place = PLACE.matcher(line);
            while (place.find()) {
                words.add(place.group(1));
            }
        }
        return words;
    }
}
