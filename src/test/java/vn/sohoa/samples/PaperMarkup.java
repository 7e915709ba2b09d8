package vn.sohoa.samples;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reader of the paper markup: facts, a line of dashes, then one block a line, each opened by a short word. */
final class PaperMarkup {
    private static final double INDENT = 12.7;
    /** Between the lines of a signing block; a line may end with a semicolon of its own. */
    private static final String BREAK = ";;(?!;)";

    private final String name;
    private final String markup;
    private final Map<String, String> facts = new LinkedHashMap<>();
    private final List<Block> blocks = new ArrayList<>();
    private double points = 13.5;

    PaperMarkup(String name, String markup) {
        this.name = name;
        this.markup = markup;
    }

    PaperText read() {
        boolean head = true;
        for (String line : markup.split("\n")) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (head && line.startsWith("---")) {
                head = false;
                points = Double.parseDouble(facts.getOrDefault("points", "13.5"));
            } else if (head) {
                int colon = line.indexOf(':');
                facts.put(
                        line.substring(0, colon).strip(),
                        line.substring(colon + 1).strip());
            } else {
                block(line.strip());
            }
        }
        return new PaperText(name, facts, blocks);
    }

    private void block(String line) {
        int blank = line.indexOf(' ');
        String word = blank < 0 ? line : line.substring(0, blank);
        String rest = blank < 0 ? "" : line.substring(blank + 1).strip();
        switch (word) {
            case "p" -> flow(rest, Face.PLAIN, INDENT, true);
            case "pi" -> flow(rest, Face.ITALIC, INDENT, true);
            case "pb" -> flow(rest, Face.BOLD, INDENT, true);
            case "l" -> flow(rest, Face.PLAIN, 0, false);
            case "lb" -> flow(rest, Face.BOLD, 0, false);
            case "li" -> flow(rest, Face.ITALIC, 0, false);
            case "c" -> blocks.add(new Block.Centred(rest, Face.PLAIN, points, 140));
            case "cb" -> blocks.add(new Block.Centred(rest, Face.BOLD, points, 140));
            case "ci" -> blocks.add(new Block.Centred(rest, Face.ITALIC, points, 140));
            case "title" -> blocks.add(new Block.Centred(rest, Face.BOLD, points + 1, 150));
            case "big" -> blocks.add(new Block.Centred(rest, Face.BOLD, points + 5, 160));
            case "sub" -> blocks.add(new Block.Centred(rest, Face.BOLD, points, 125));
            case "gap" -> blocks.add(new Block.Gap(Double.parseDouble(rest)));
            case "page" -> blocks.add(new Block.Break());
            case "secret" -> blocks.add(new Block.Secrecy(rest));
            default -> composed(word, rest);
        }
    }

    private void composed(String word, String rest) {
        List<String> parts = parts(rest, "\\|");
        switch (word) {
            case "head" ->
                blocks.add(new Block.Head(parts.get(0), parts.get(1), parts.get(2), parts.get(3), at(parts, 4)));
            case "table" ->
                blocks.add(new Block.Table(
                        Arrays.stream(rest.split(" ")).map(Double::valueOf).toList(), new ArrayList<>()));
            case "tr" -> lastTable().rows().add(parts);
            case "sign" ->
                blocks.add(new Block.Signing(parts(parts.get(0), BREAK), "", parts(parts.get(1), BREAK), parts.get(2)));
            case "sign2" ->
                blocks.add(new Block.Signing(
                        parts(parts.get(0), BREAK), parts.get(1), parts(parts.get(2), BREAK), parts.get(3)));
            case "at" -> {
                String[] f = rest.split(" ", 5);
                blocks.add(new Block.At(number(f[0]), number(f[1]), number(f[2]), Face.valueOf(f[3]), f[4].strip()));
            }
            case "fill" -> {
                String[] f = rest.split(" ");
                blocks.add(new Block.Fill(
                        number(f[0]), number(f[1]), number(f[2]), number(f[3]), Integer.parseInt(f[4], 16)));
            }
            case "qr" -> {
                String[] f = rest.split(" ", 4);
                blocks.add(new Block.Qr(number(f[0]), number(f[1]), number(f[2]), f[3].strip()));
            }
            default -> throw new IllegalArgumentException(name + ": unknown block '" + word + "'");
        }
    }

    private void flow(String text, Face face, double indent, boolean justified) {
        blocks.add(new Block.Flow(text, face, points, indent, justified));
    }

    private Block.Table lastTable() {
        if (blocks.get(blocks.size() - 1) instanceof Block.Table table) {
            return table;
        }
        throw new IllegalArgumentException(name + ": a row outside a table");
    }

    private static double number(String text) {
        return Double.parseDouble(text);
    }

    private static String at(List<String> parts, int index) {
        return index < parts.size() ? parts.get(index) : "";
    }

    private static List<String> parts(String text, String separator) {
        return Arrays.stream(text.split(separator, -1))
                .map(String::strip)
                .filter(s -> !separator.equals(BREAK) || !s.isEmpty())
                .toList();
    }
}
