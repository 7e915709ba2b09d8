package vn.sohoa.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.sohoa.workflow.desk.KindsOfPaper;

/** What a decision on reuse rests on (căn cứ), in the words of officers: verdicts, standings and the line of the rule are codes. */
final class ProofWords {
    /** {@code TYPE/PROCEDURE KIND AMOUNT from DAY}, as the rule names itself. */
    private static final Pattern RULE = Pattern.compile("(\\S+)/(\\S+) ([A-Z_]+)(?: (\\d+))? from (\\S+)");

    private static final Pattern EVENT = Pattern.compile("(\\S+) ([0-9a-f-]{36})");

    private final Words words;
    private final KindsOfPaper kinds;

    ProofWords(Words words, KindsOfPaper kinds) {
        this.words = words;
        this.kinds = kinds;
    }

    /** @param paper id of another paper that this line names, or empty @param code whether it is to be compared letter by letter */
    record Line(String name, String text, String paper, boolean code) {}

    List<Line> of(Map<String, String> evidence) {
        List<Line> lines = new ArrayList<>();
        evidence.forEach((name, value) -> lines.add(line(name, value)));
        return List.copyOf(lines);
    }

    private Line line(String name, String value) {
        String shown = words.word("evidence", name);
        return switch (name) {
            case "signature" -> plain(shown, words.word("verdict", value));
            case "standing" -> plain(shown, words.word("standing", value));
            case "on", "lastDay" -> plain(shown, words.paperDay(value));
            case "validUntil" -> plain(shown, value.equals("?") ? words.say("evidence.unread") : words.paperDay(value));
            case "rule" -> plain(shown, rule(value));
            case "event" -> event(shown, value);
            case "successor" -> new Line(shown, words.say("evidence.see"), value, false);
            case "sha256" -> new Line(shown, value, "", true);
            default -> plain(shown, value);
        };
    }

    private static Line plain(String name, String text) {
        return new Line(name, text, "", false);
    }

    private String rule(String label) {
        Matcher parts = RULE.matcher(label);
        if (!parts.matches()) {
            return label;
        }
        String procedure = parts.group(2).equals("*")
                ? words.say("evidence.everyProcedure")
                : words.say("evidence.procedure", parts.group(2));
        String amount = parts.group(4) == null ? "" : parts.group(4);
        return words.say(
                "evidence.rule.line",
                kinds.name(parts.group(1)),
                procedure,
                words.say("evidence.kind." + parts.group(3), amount),
                words.paperDay(parts.group(5)));
    }

    private Line event(String name, String value) {
        Matcher parts = EVENT.matcher(value);
        return parts.matches() ? new Line(name, kinds.name(parts.group(1)), parts.group(2), false) : plain(name, value);
    }
}
