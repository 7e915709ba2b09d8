package vn.sohoa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The measures of the house, read off the sources. Comments and texts do not count as code. */
class MeasuresTest {
    private static final Path MAIN = Path.of("src/main/java");
    private static final int FILE_LINES = 300;
    /** A table, read one row at a time. */
    private static final String TABLE = "vn/sohoa/dossier/Problem.java";

    private static final int METHOD_LINES = 60;
    private static final Pattern PUBLIC_TYPE = Pattern.compile(
            "^(?:    )?public (?:(?:abstract|static|final|sealed|non-sealed|strictfp) )*(?:class|interface|record|enum|@interface) (\\w+)");
    private static final Pattern METHOD_START = Pattern.compile(
            "^ {4,8}(?![ @])(?![A-Z0-9_]+\\()(?!.* = )(?!.*\\b(?:class|interface|record|enum|new|return|throw|else)\\b).*\\(.*");
    private static final Pattern BROAD_CATCH = Pattern.compile(
            "catch \\((?:final )?(?:[\\w.]+ \\| )*(?:java\\.lang\\.)?(?:Exception|Throwable|RuntimeException|Error)\\b");
    private static final Pattern NOW_WITHOUT_CLOCK = Pattern.compile(
            "\\b(?:Instant|LocalDate|LocalDateTime|LocalTime|ZonedDateTime|OffsetDateTime|Year|YearMonth)\\.now\\(\\)"
                    + "|System\\.currentTimeMillis\\(\\)|new Date\\(\\)");
    private static final List<String> MAY_CATCH_ALL = List.of(
            "vn/sohoa/cli/",
            "vn/sohoa/web/",
            "vn/sohoa/job/",
            "vn/sohoa/signing/",
            "vn/sohoa/workflow/RecordOutcomes.java",
            "vn/sohoa/reading/ReaderMain.java",
            "vn/sohoa/reading/ReadingScript.java");
    private static final List<String> MAY_ASK_THE_CLOCK = List.of("vn/sohoa/cli/", "vn/sohoa/SohoaApplication.java");

    private static List<Source> sources;

    private record Source(String name, List<String> lines, List<String> code) {
        boolean isIn(List<String> places) {
            return places.stream().anyMatch(name::startsWith);
        }
    }

    @BeforeAll
    static void readTheSources() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            sources = files.filter(f -> f.toString().endsWith(".java"))
                    .sorted()
                    .map(MeasuresTest::read)
                    .toList();
        }
    }

    @Test
    void filesAreShort() {
        assertThat(sources.stream()
                        .filter(s -> s.lines().size() > FILE_LINES && !s.name().equals(TABLE))
                        .map(s -> s.name() + ": " + s.lines().size() + " lines"))
                .isEmpty();
    }

    @Test
    void methodsAreShort() {
        assertThat(sources.stream().flatMap(s -> longMethods(s).stream())).isEmpty();
    }

    @Test
    void everyPublicTypeHasJavadoc() {
        List<String> bare = new ArrayList<>();
        for (Source source : sources) {
            for (int i = 0; i < source.lines().size(); i++) {
                if (PUBLIC_TYPE.matcher(source.code().get(i)).find() && !hasJavadoc(source, i)) {
                    bare.add(source.name() + ":" + (i + 1));
                }
            }
        }
        assertThat(bare).isEmpty();
    }

    @Test
    void everyPackageIsNullMarkedAndIntroducesItself() throws IOException {
        List<String> bare = new ArrayList<>();
        try (Stream<Path> folders = Files.walk(MAIN).filter(Files::isDirectory)) {
            for (Path folder : folders.filter(MeasuresTest::hasSources).toList()) {
                Path info = folder.resolve("package-info.java");
                String text = Files.exists(info) ? Files.readString(info) : "";
                if (!text.startsWith("/**") || !text.contains("@NullMarked\npackage ")) {
                    bare.add(folder.toString());
                }
            }
        }
        assertThat(bare).isEmpty();
    }

    @Test
    void onlyTheEdgesCatchEverything() {
        assertThat(places(BROAD_CATCH, MAY_CATCH_ALL)).isEmpty();
    }

    @Test
    void timeComesFromAClock() {
        assertThat(places(NOW_WITHOUT_CLOCK, MAY_ASK_THE_CLOCK)).isEmpty();
    }

    @Test
    void nobodyIsNamedUtilOrImpl() {
        assertThat(sources.stream()
                        .map(Source::name)
                        .filter(n -> n.matches(".*(?:Utils?|Manager|Helper|Impl)\\.java|.*/I[A-Z][a-z]\\w*\\.java")
                                && !n.matches(".*/(?:In|Ig|Id|Is|Im)[a-z]\\w*\\.java")))
                .isEmpty();
    }

    @Test
    void theReaderOfMethodsFindsALongOne() {
        List<String> lines = new ArrayList<>(List.of("class A {", "    void m(int a,", "            int b) {"));
        for (int i = 0; i < METHOD_LINES; i++) {
            lines.add("        if (a > " + i + ") { b(); }");
        }
        lines.addAll(List.of("    }", "", "    void n() {", "    }", "}"));
        assertThat(longMethods(new Source("A.java", lines, code(lines)))).hasSize(1);
    }

    private static Source read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            return new Source(MAIN.relativize(file).toString(), lines, code(lines));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean hasSources(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.anyMatch(c -> c.toString().endsWith(".java"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> places(Pattern forbidden, List<String> allowed) {
        List<String> places = new ArrayList<>();
        for (Source source : sources) {
            for (int i = 0; i < source.code().size() && !source.isIn(allowed); i++) {
                if (forbidden.matcher(source.code().get(i)).find()) {
                    places.add(source.name() + ":" + (i + 1) + " "
                            + source.lines().get(i).strip());
                }
            }
        }
        return places;
    }

    private static boolean hasJavadoc(Source source, int declaration) {
        int i = declaration - 1;
        while (i >= 0 && isAnnotation(source.lines().get(i))) {
            i--;
        }
        return i >= 0 && source.lines().get(i).strip().endsWith("*/");
    }

    private static boolean isAnnotation(String line) {
        String text = line.strip();
        return text.startsWith("@") || text.endsWith("})") || text.startsWith("\"") || text.equals(")");
    }

    /** A method runs from the line of its name to the line on which its braces are even again. */
    private static List<String> longMethods(Source source) {
        List<String> found = new ArrayList<>();
        List<String> code = source.code();
        int i = 0;
        while (i < code.size()) {
            int end = METHOD_START.matcher(code.get(i)).matches() ? endOfMethod(code, i) : i;
            if (end - i + 1 > METHOD_LINES) {
                found.add(source.name() + ":" + (i + 1) + ": " + (end - i + 1) + " lines");
            }
            i = Math.max(i, end) + 1;
        }
        return found;
    }

    private static int endOfMethod(List<String> code, int start) {
        int depth = 0;
        boolean opened = false;
        for (int i = start; i < code.size(); i++) {
            for (char c : code.get(i).toCharArray()) {
                if (c == '{') {
                    depth++;
                    opened = true;
                } else if (c == '}') {
                    depth--;
                }
            }
            boolean noBody = !opened && code.get(i).strip().endsWith(";");
            if (noBody || (opened && depth <= 0)) {
                return i;
            }
        }
        return start;
    }

    /** The lines without comments, and with the insides of texts and characters taken out. */
    private static List<String> code(List<String> lines) {
        List<String> code = new ArrayList<>();
        boolean inComment = false;
        boolean inBlock = false;
        for (String line : lines) {
            String rest = line;
            boolean blockMark = rest.contains("\"\"\"");
            if (inBlock || blockMark) {
                inBlock = blockMark ? !inBlock && rest.indexOf("\"\"\"") == rest.lastIndexOf("\"\"\"") : inBlock;
                code.add(blockMark ? rest.substring(0, rest.indexOf("\"\"\"")) : "");
                continue;
            }
            rest = rest.replaceAll("'(?:\\\\.|[^'\\\\])+'", "' '").replaceAll("\"(?:\\\\.|[^\"\\\\])*\"", "\"\"");
            if (inComment) {
                int end = rest.indexOf("*/");
                inComment = end < 0;
                rest = end < 0 ? "" : rest.substring(end + 2);
            }
            rest = rest.replaceAll("/\\*.*?\\*/", "");
            int open = rest.indexOf("/*");
            if (open >= 0) {
                inComment = true;
                rest = rest.substring(0, open);
            }
            code.add(rest.replaceAll("//.*", ""));
        }
        return code;
    }
}
