package vn.sohoa.papers;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One form of one kind of paper, a section of a file in {@code papers/}: definitions, a line of dashes, then paper markup with
 * <ul>
 *   <li>{@code {name:format}} a value, see {@link Facts};
 *   <li>{@code «a¦b»} one of several wordings, the same for all papers of one layout;
 *   <li>{@code ?} before lines that some layouts leave out, neighbours together;
 *   <li>{@code [[} and {@code ]]} around lines whose order differs.
 * </ul>
 *
 * @param type code of the kind, {@code CHUA_RO} for what is none, or {@code ADMIN} for every kind of {@code kinds.txt}
 * @param copy how it was copied, empty for an original
 * @param decoyOf kind that is only mentioned, or empty
 */
record Form(
        String type,
        PaperSet set,
        String name,
        String copy,
        String decoyOf,
        List<String> definitions,
        List<String> body) {
    private static final Pattern CHOICE = Pattern.compile("«([^«»]*)»");
    private static final Pattern VALUE = Pattern.compile("\\{([^{}]+)}");

    /** Markup of one layout of this form: choices made, values still open. */
    List<String> layout(Random random) {
        List<String> lines = new ArrayList<>();
        boolean kept = true;
        for (int i = 0; i < body.size(); i++) {
            boolean optional = body.get(i).startsWith("?");
            boolean begins = optional && (i == 0 || !body.get(i - 1).startsWith("?"));
            kept = begins ? random.nextInt(3) > 0 : kept || !optional;
            if (optional && !kept) {
                continue;
            }
            if (body.get(i).equals("[[")) {
                int end = i + body.subList(i, body.size()).indexOf("]]");
                List<String> group = new ArrayList<>(body.subList(i + 1, end));
                Collections.shuffle(group, random);
                group.forEach(line -> lines.add(chosen(line, random)));
                i = end;
            } else {
                lines.add(chosen(body.get(i).replaceFirst("^\\?\\s*", ""), random));
            }
        }
        return lines;
    }

    static String chosen(String line, Random random) {
        String text = line;
        for (Matcher m = CHOICE.matcher(text); m.find(); m = CHOICE.matcher(text)) {
            String[] words = m.group(1).split("¦", -1);
            text = text.substring(0, m.start()) + words[random.nextInt(words.length)] + text.substring(m.end());
        }
        return text;
    }

    /** The line with its values. */
    static String filled(String line, Facts facts) {
        String text = line;
        for (Matcher m = VALUE.matcher(text); m.find(); m = VALUE.matcher(text)) {
            text = text.substring(0, m.start()) + facts.print(m.group(1)) + text.substring(m.end());
        }
        return text;
    }
}
