package vn.sohoa.papers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The forms of one set, in the order of their files. */
final class Forms {
    private static final List<String> FILES =
            List.of("administrative.txt", "persons.txt", "sectors.txt", "copies.txt", "decoys.txt");
    static final String ADMINISTRATIVE = "ADMIN";

    /** A kind that only its title and abbreviation tell from the others. */
    record Kind(List<String> titles, List<String> abbreviations) {}

    private final List<Form> forms = new ArrayList<>();
    private final Map<String, Kind> kinds = new LinkedHashMap<>();

    Forms(PaperSet set) {
        for (String file : FILES) {
            for (String section : ("\n" + WordLists.resource(file)).split("\n=== ")) {
                if (!section.isBlank() && !section.startsWith("#")) {
                    Form form = form(section, forms.size());
                    if (form.set() == set) {
                        forms.add(form);
                    }
                }
            }
        }
        for (String line : WordLists.resource("kinds.txt").split("\n")) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.split("\\|");
                kinds.put(parts[0].strip(), new Kind(list(parts[1]), list(parts[2])));
            }
        }
    }

    /** All kinds that this set can draw. */
    List<String> types() {
        List<String> types = new ArrayList<>(kinds.keySet());
        originals().map(Form::type).filter(type -> !type.equals(ADMINISTRATIVE)).forEach(types::add);
        return types.stream().distinct().toList();
    }

    Kind kind(String type) {
        return kinds.getOrDefault(type, new Kind(List.of(""), List.of("")));
    }

    List<Form> of(String type) {
        List<Form> own = originals().filter(form -> form.type().equals(type)).toList();
        return own.isEmpty() || kinds.containsKey(type)
                ? originals()
                        .filter(form -> form.type().equals(type) || form.type().equals(ADMINISTRATIVE))
                        .toList()
                : own;
    }

    List<Form> decoys() {
        return forms.stream().filter(form -> !form.decoyOf().isEmpty()).toList();
    }

    List<Form> copies(String copy) {
        return forms.stream().filter(form -> form.copy().equals(copy)).toList();
    }

    private java.util.stream.Stream<Form> originals() {
        return forms.stream()
                .filter(form -> form.decoyOf().isEmpty() && form.copy().isEmpty());
    }

    /** Head {@code TYPE SET [copy=FORM] [decoy=TYPE]}. */
    private static Form form(String section, int number) {
        List<String> lines = section.lines().toList();
        String[] head = lines.get(0).strip().split(" ");
        String copy = "";
        String decoy = "";
        for (int i = 2; i < head.length; i++) {
            String value = head[i].substring(head[i].indexOf('=') + 1);
            copy = head[i].startsWith("copy=") ? value : copy;
            decoy = head[i].startsWith("decoy=") ? value : decoy;
        }
        int dashes = lines.indexOf("---");
        if (dashes < 0) {
            throw new IllegalArgumentException("no dashes in " + lines.get(0));
        }
        String name = lines.get(0).strip().replace(' ', '-').toLowerCase(Locale.ROOT) + "-" + number;
        List<String> body = lines.subList(dashes + 1, lines.size()).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
        return new Form(
                head[0], PaperSet.valueOf(head[1]), name, copy, decoy, List.copyOf(lines.subList(1, dashes)), body);
    }

    private static List<String> list(String text) {
        return List.of(text.strip().split("\\s*;\\s*"));
    }
}
