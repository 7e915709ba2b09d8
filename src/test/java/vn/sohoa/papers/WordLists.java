package vn.sohoa.papers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The words of one set, {@code papers/words.txt}: lines {@code list set: word; word}, with {@code all} for every set. */
final class WordLists {
    private final Map<String, List<String>> lists = new HashMap<>();

    WordLists(PaperSet set) {
        for (String line : resource("words.txt").split("\n")) {
            int colon = line.indexOf(':');
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] head = line.substring(0, colon).strip().split(" ");
            if (head[1].equals(set.word()) || head[1].equals("all")) {
                Arrays.stream(line.substring(colon + 1).split(";"))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .forEach(word -> lists.computeIfAbsent(head[0], k -> new ArrayList<>())
                                .add(word));
            }
        }
    }

    boolean has(String list) {
        return lists.containsKey(list);
    }

    String one(String list, Random random) {
        List<String> words = lists.get(list);
        if (words == null) {
            throw new IllegalArgumentException("no list " + list);
        }
        return words.get(random.nextInt(words.size()));
    }

    static String resource(String file) {
        try (InputStream in = WordLists.class.getResourceAsStream("/papers/" + file)) {
            if (in == null) {
                throw new IllegalStateException("missing: " + file);
            }
            return Normalizer.normalize(new String(in.readAllBytes(), StandardCharsets.UTF_8), Normalizer.Form.NFC);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
