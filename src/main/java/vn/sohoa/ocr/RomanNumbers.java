package vn.sohoa.ocr;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;

/**
 * Puts right the Roman numbers of parts, which count up: what was read as I, II, II, IV is I, II, III, IV. Narrow strokes get lost;
 * numbers are changed only if all that do not count up have lost one stroke each, and two at least do.
 */
final class RomanNumbers {
    private static final Pattern NUMBER = Pattern.compile("[IVX]{1,5}\\.");
    private static final List<String> ROMAN = List.of(
            "", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI",
            "XVII", "XVIII");
    private static final int LEAST_RIGHT = 2;

    private RomanNumbers() {}

    static PageText counted(PageText text) {
        List<Word> words = new ArrayList<>(text.words());
        List<Integer> places = places(words);
        for (int first = 1; first + places.size() <= ROMAN.size(); first++) {
            if (countsUp(words, places, first)) {
                for (int i = 0; i < places.size(); i++) {
                    Word read = words.get(places.get(i));
                    words.set(
                            places.get(i),
                            new Word(ROMAN.get(first + i) + ".", read.box(), read.confidence(), read.line()));
                }
                return new PageText(text.source(), words, text.turnedDegrees());
            }
        }
        return text;
    }

    /** Of the words that begin a line with such a number and are followed by others. */
    private static List<Integer> places(List<Word> words) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i + 1 < words.size(); i++) {
            boolean begins = i == 0 || words.get(i - 1).line() != words.get(i).line();
            boolean followed = words.get(i + 1).line() == words.get(i).line();
            if (begins && followed && NUMBER.matcher(words.get(i).text()).matches()) {
                places.add(i);
            }
        }
        return places;
    }

    private static boolean countsUp(List<Word> words, List<Integer> places, int first) {
        int right = 0;
        for (int i = 0; i < places.size(); i++) {
            String read = words.get(places.get(i)).text();
            String wanted = ROMAN.get(first + i) + ".";
            if (read.equals(wanted)) {
                right++;
            } else if (!wanted.equals(read.replace(".", "I."))) {
                return false;
            }
        }
        return right >= LEAST_RIGHT && right < places.size();
    }
}
