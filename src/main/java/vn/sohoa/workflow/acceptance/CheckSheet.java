package vn.sohoa.workflow.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import vn.sohoa.dossier.Language;

/** A sheet of paper for checkers: headings, sentences and tables, written as Markdown or as a page to print. */
final class CheckSheet {
    private static final String STYLE = """
            body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem;color:#1a1a1a}
            h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem}table{border-collapse:collapse;width:100%}
            th,td{border-bottom:1px solid #d5d5d5;padding:.4rem .6rem;text-align:left;vertical-align:top}
            @media print{body{margin:0;font-size:11pt}}
            """;

    private interface Part {}

    private record Heading(int level, String text) implements Part {}

    private record Sentence(String text) implements Part {}

    private record Table(List<String> head, List<List<String>> rows) implements Part {}

    private final Language language;
    private final List<Part> parts = new ArrayList<>();

    CheckSheet(Language language) {
        this.language = language;
    }

    /** The one of two texts that the reader's language asks for. */
    String word(String vietnamese, String english) {
        return language == Language.VI ? vietnamese : english;
    }

    CheckSheet heading(int level, String text) {
        parts.add(new Heading(level, text));
        return this;
    }

    CheckSheet sentence(String text) {
        parts.add(new Sentence(text));
        return this;
    }

    CheckSheet table(List<String> head, List<List<String>> rows) {
        parts.add(new Table(head, rows));
        return this;
    }

    String markdown() {
        StringBuilder out = new StringBuilder();
        for (Part part : parts) {
            if (part instanceof Heading heading) {
                out.append("#".repeat(heading.level())).append(' ').append(heading.text());
                out.append("\n\n");
            } else if (part instanceof Sentence sentence) {
                out.append(sentence.text()).append("\n\n");
            } else if (part instanceof Table table) {
                out.append(row(table.head()));
                out.append("|").append("---|".repeat(table.head().size())).append('\n');
                table.rows().forEach(cells -> out.append(row(cells)));
                out.append('\n');
            }
        }
        return out.toString();
    }

    private static String row(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.replace("|", "\\|").replace("\n", " "))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /** A page of its own, nothing to fetch. */
    String html() {
        StringBuilder out = new StringBuilder("<!doctype html><html lang=\"")
                .append(language.name().toLowerCase(Locale.ROOT))
                .append("\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">");
        out.append("<style>").append(STYLE).append("</style></head><body>");
        for (Part part : parts) {
            if (part instanceof Heading heading) {
                String tag = "h" + heading.level() + ">";
                out.append('<')
                        .append(tag)
                        .append(escaped(heading.text()))
                        .append("</")
                        .append(tag);
            } else if (part instanceof Sentence sentence) {
                out.append("<p>").append(escaped(sentence.text())).append("</p>");
            } else if (part instanceof Table table) {
                out.append("<table><thead>").append(cells(table.head(), "th"));
                out.append("</thead><tbody>");
                table.rows().forEach(cells -> out.append(cells(cells, "td")));
                out.append("</tbody></table>");
            }
        }
        return out.append("</body></html>\n").toString();
    }

    private static String cells(List<String> cells, String tag) {
        return cells.stream()
                .map(cell -> "<" + tag + ">" + escaped(cell) + "</" + tag + ">")
                .collect(Collectors.joining("", "<tr>", "</tr>"));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
