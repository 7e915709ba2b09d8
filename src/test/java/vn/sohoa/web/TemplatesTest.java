package vn.sohoa.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** On a telephone each row of a table is a card: the headings are gone, so every value brings its own. */
class TemplatesTest {
    private static final Path PAGES = Path.of("src/main/resources/templates");
    private static final Pattern TABLE = Pattern.compile("(?s)<table class=\"list wide\".*?</table>");
    private static final Pattern HEADING = Pattern.compile("<th scope=\"col\"[^>]*?th:text=\"(#\\{[^}]*})\"");
    private static final Pattern CELL = Pattern.compile("<td(?:\\s(?:[^\">]|\"[^\"]*\")*)?>");

    @Test
    void everyValueOfACardHasItsLabel() throws IOException {
        int tables = 0;
        Set<String> unlabelled = new TreeSet<>();
        for (Path page : pages()) {
            for (String table : found(TABLE, Files.readString(page))) {
                tables++;
                List<String> cells = found(CELL, table);
                HEADING.matcher(table)
                        .results()
                        .map(heading -> heading.group(1))
                        .filter(heading -> cells.stream().noneMatch(cell -> cell.contains(heading)))
                        .filter(heading -> !table.contains("<th scope=\"row\""))
                        .forEach(heading -> unlabelled.add(page.getFileName() + " " + heading));
                cells.stream()
                        .filter(cell -> !cell.contains("data-label=")
                                && !cell.contains("acts")
                                && !cell.equals("<td class=\"n\">"))
                        .forEach(cell -> unlabelled.add(page.getFileName() + " " + cell));
            }
        }
        assertThat(tables).isGreaterThan(15);
        assertThat(unlabelled).isEmpty();
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            return files.sorted().toList();
        }
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).toList();
    }
}
