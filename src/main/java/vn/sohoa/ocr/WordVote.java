package vn.sohoa.ocr;

import java.util.ArrayList;
import java.util.List;
import vn.sohoa.page.VietnameseSyllables;
import vn.sohoa.page.Word;

/**
 * Makes one line of two readings. Where they agree, their words stand, as sure as the surer reading, and figures surer than either;
 * where they differ, stretch by stretch, the reading that is surer of itself wins, a Vietnamese syllable being worth some points.
 */
final class WordVote {
    /** Points of confidence for a word that is built as a Vietnamese syllable or a number. */
    private static final double WELL_BUILT = 10;
    /** Points that the second reading has to be ahead: the first read the line in its surroundings. */
    private static final double AHEAD = 0;

    /** Doubts of two readings that agree on figures are multiplied, as shares of so many points. */
    private static final double DOUBTS = 50;

    private static final double APART = 1;
    /** Cost a word above which the readings are not of the same text. */
    private static final double MOST_APART = 0.5;

    private final List<Word> first;
    private final List<Word> second;

    private WordVote(List<Word> first, List<Word> second) {
        this.first = first;
        this.second = second;
    }

    /** Words of the line {@code first}, which is not empty; {@code second} may be. */
    static List<Word> of(List<Word> first, List<Word> second) {
        return second.isEmpty() ? first : new WordVote(first, second).vote();
    }

    private List<Word> vote() {
        double[][] cost = costs();
        if (cost[0][0] > MOST_APART * Math.max(first.size(), second.size())) {
            return first; // not the same line: the box took in another
        }
        int line = first.get(0).line();
        List<Word> out = new ArrayList<>();
        List<Word> mine = new ArrayList<>();
        List<Word> theirs = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < first.size() || j < second.size()) {
            boolean both = i < first.size() && j < second.size();
            if (both
                    && cost[i][j]
                            == cost[i + 1][j + 1]
                                    + distance(
                                            first.get(i).text(), second.get(j).text())) {
                if (first.get(i).text().equals(second.get(j).text())) {
                    settle(mine, theirs, line, out);
                    out.add(surer(first.get(i), second.get(j)));
                } else {
                    if (mine.size() == theirs.size()) {
                        settle(
                                mine, theirs, line,
                                out); // pairs are judged one by one, words run together with what they are
                    }
                    mine.add(first.get(i));
                    theirs.add(second.get(j));
                }
                i++;
                j++;
            } else if (i < first.size() && cost[i][j] == cost[i + 1][j] + APART) {
                mine.add(first.get(i++));
            } else {
                theirs.add(second.get(j++));
            }
        }
        settle(mine, theirs, line, out);
        return out;
    }

    /** Least cost of matching what is left from (i, j) on. */
    private double[][] costs() {
        double[][] cost = new double[first.size() + 1][second.size() + 1];
        for (int i = first.size(); i >= 0; i--) {
            for (int j = second.size(); j >= 0; j--) {
                if (i == first.size() || j == second.size()) {
                    cost[i][j] = (first.size() - i + second.size() - j) * APART;
                } else {
                    double pair = cost[i + 1][j + 1]
                            + distance(first.get(i).text(), second.get(j).text());
                    cost[i][j] = Math.min(pair, Math.min(cost[i + 1][j], cost[i][j + 1]) + APART);
                }
            }
        }
        return cost;
    }

    /** 0 for equal words, towards 2 for words with nothing in common: then apart is as good as together. */
    private static double distance(String a, String b) {
        if (a.equals(b)) {
            return 0;
        }
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int put = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(put, Math.min(last[j], row[j - 1]) + 1);
            }
            last = row;
        }
        return 2.0 * last[b.length()] / Math.max(a.length(), b.length());
    }

    private static Word surer(Word mine, Word theirs) {
        double most = Math.max(mine.confidence(), theirs.confidence());
        double both = 100 - (100 - mine.confidence()) * (100 - theirs.confidence()) / DOUBTS;
        return new Word(mine.text(), mine.box(), hasFigures(mine) ? Math.max(most, both) : most, mine.line());
    }

    static boolean hasFigures(Word word) {
        return word.text().chars().anyMatch(Character::isDigit);
    }

    /** Decides a stretch on which the readings differ, and empties it. */
    private static void settle(List<Word> mine, List<Word> theirs, int line, List<Word> out) {
        boolean second = worth(theirs) > worth(mine) + AHEAD;
        for (Word word : second ? theirs : mine) {
            out.add(new Word(word.text(), word.box(), word.confidence(), line));
        }
        mine.clear();
        theirs.clear();
    }

    /** Mean points, each word weighing as much as it has letters; nothing read is worth half as much as a sure word. */
    private static double worth(List<Word> words) {
        double sum = 0;
        int letters = 0;
        for (Word word : words) {
            int length = word.text().length();
            sum += length * (word.confidence() + (wellBuilt(word.text()) ? WELL_BUILT : 0));
            letters += length;
        }
        return letters == 0 ? 50 : sum / letters;
    }

    static boolean wellBuilt(String text) {
        String core = text.replaceAll("^[\\p{P}\\p{S}]+|[\\p{P}\\p{S}]+$", "");
        return core.isEmpty() || core.matches("[0-9./,:-]+") || VietnameseSyllables.valid(core);
    }
}
