package vn.sohoa.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A day, month and year in figures between the words ngày, tháng, năm, where these were torn, run together or misread. The figures
 * are taken as they stand: nothing beside them may be a figure that was read as a letter.
 */
record TornDay(String day, String month, String year) {
    /** Letters that a misread figure may have become. */
    private static final String LIKE_FIGURES = "olizsbq|";

    private static final int DAY_OR_MONTH = 2;
    private static final int YEAR = 4;

    /** A row of figures or of what stands between two rows; blanks fall away. */
    private record Run(String text, boolean figures) {}

    /** The first one of a text without accents. */
    static Optional<TornDay> find(String plain) {
        List<Run> runs = runs(plain.toLowerCase(Locale.ROOT));
        for (int i = 1; i + 4 < runs.size(); i++) {
            if (isDay(runs, i)) {
                return Optional.of(new TornDay(
                        runs.get(i).text(),
                        runs.get(i + 2).text(),
                        runs.get(i + 4).text()));
            }
        }
        return Optional.empty();
    }

    private static boolean isDay(List<Run> runs, int at) {
        boolean lengths = runs.get(at).figures()
                && runs.get(at).text().length() <= DAY_OR_MONTH
                && runs.get(at + 2).text().length() <= DAY_OR_MONTH
                && runs.get(at + 4).text().length() == YEAR;
        if (!lengths) {
            return false;
        }
        String before = runs.get(at - 1).text();
        String month = bare(runs.get(at + 1).text());
        String year = bare(runs.get(at + 3).text());
        String first = before.substring(Math.max(0, before.length() - "ngay".length()));
        return (isWord(first, "ngay", 2) && isWord(month, "thang", 2) && isWord(year, "nam", 1))
                || (before.endsWith(",") && month.equals("thang") && year.equals("nam")); // the first word was lost
    }

    /** "ngày 02, tháng 3" */
    private static String bare(String read) {
        return read.startsWith(",") && read.length() > 1 ? read.substring(1) : read;
    }

    private static boolean isWord(String read, String word, int wrong) {
        boolean edges =
                LIKE_FIGURES.indexOf(read.charAt(0)) < 0 && LIKE_FIGURES.indexOf(read.charAt(read.length() - 1)) < 0;
        return edges && Fuzzy.distance(read, word) <= wrong;
    }

    private static List<Run> runs(String text) {
        List<Run> runs = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        boolean figures = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || c == '.' || c == '…') {
                continue;
            }
            boolean figure = Character.isDigit(c);
            if (figure != figures && !run.isEmpty()) {
                runs.add(new Run(run.toString(), figures));
                run.setLength(0);
            }
            figures = figure;
            run.append(c);
        }
        runs.add(new Run(run.toString(), figures));
        return runs;
    }
}
