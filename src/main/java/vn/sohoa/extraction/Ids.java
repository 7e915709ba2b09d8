package vn.sohoa.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.sohoa.dossier.OwnerId;
import vn.sohoa.page.Word;

/** Numbers of persons and enterprises within a few words, with gaps and with letters read for digits. */
final class Ids {
    private static final Pattern RUN = Pattern.compile("(?<![\\d/])\\d(?:[ .\\-]?\\d){8,13}(?![\\d/])");
    private static final Pattern MOSTLY_DIGITS = Pattern.compile("[(,;:]?[0-9oOlI|.\\-]{3,}[),;:.]*");

    private Ids() {}

    /** A number with the words that hold it. */
    record Id(OwnerId id, List<Word> words) {}

    /** All of them, personal ids first, then tax numbers, then old card numbers. */
    static List<Id> in(List<Word> words) {
        StringBuilder line = new StringBuilder();
        List<Integer> starts = new ArrayList<>();
        for (Word word : words) {
            starts.add(line.length());
            line.append(repaired(word.text())).append(' ');
        }
        List<Id> ids = new ArrayList<>();
        Matcher run = RUN.matcher(line);
        while (run.find()) {
            Optional<OwnerId> id = OwnerId.find(run.group());
            if (id.isPresent()) {
                List<Word> holding = new ArrayList<>();
                for (int i = 0; i < words.size(); i++) {
                    int end = starts.get(i) + words.get(i).text().length();
                    if (starts.get(i) < run.end() && end > run.start()) {
                        holding.add(words.get(i));
                    }
                }
                ids.add(new Id(id.get(), holding));
            }
        }
        ids.sort(Comparator.comparing(found -> found.id().kind()));
        return ids;
    }

    /** The text with o and l read as 0 and 1 in numbers alone, where digits are in the majority. */
    static String repaired(String word) {
        long digits = word.chars().filter(Character::isDigit).count();
        boolean number = MOSTLY_DIGITS.matcher(word).matches() && digits * 2 > word.length();
        return number ? DocumentNumber.digits(word) : word;
    }
}
