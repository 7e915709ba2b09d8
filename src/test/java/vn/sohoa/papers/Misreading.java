package vn.sohoa.papers;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;

/**
 * What a recogniser does to a page, cheaply: accents lost or changed, look-alikes, lost letters, words broken, run together or lost,
 * specks read as signs. Some lines fare worse than others; confidence falls where there is an error, not always by much.
 */
final class Misreading {
    private static final Map<Character, String> LOOK_ALIKES = Map.ofEntries(
            Map.entry('o', "0ec"),
            Map.entry('0', "oO8"),
            Map.entry('O', "0Q"),
            Map.entry('l', "1Ii"),
            Map.entry('1', "lI7"),
            Map.entry('I', "l1"),
            Map.entry('5', "S6"),
            Map.entry('6', "58"),
            Map.entry('8', "36B"),
            Map.entry('B', "8"),
            Map.entry('3', "8"),
            Map.entry('9', "g4"),
            Map.entry('c', "e"),
            Map.entry('e', "c"),
            Map.entry('h', "b"),
            Map.entry('n', "u"),
            Map.entry('u', "n"),
            Map.entry('m', "n"),
            Map.entry('t', "f"),
            Map.entry('i', "l"),
            Map.entry('T', "7"),
            Map.entry('4', "1"),
            Map.entry('7', "1"),
            Map.entry('2', "Z"),
            Map.entry('D', "Ð"),
            Map.entry('Đ', "DÐ"),
            Map.entry('đ', "d"),
            Map.entry(':', ".;"),
            Map.entry('.', ","),
            Map.entry(',', "."));

    private final Random random;
    private final double rate;
    private boolean hurt;

    Misreading(Random random, double rate) {
        this.random = random;
        this.rate = rate;
    }

    PageText of(PageText page) {
        List<Word> words = new ArrayList<>();
        int line = -1;
        double here = rate;
        for (Word word : page.words()) {
            if (word.line() != line) {
                line = word.line();
                here = rate * (random.nextInt(14) == 0 ? 4 : random.nextInt(3) == 0 ? 1.6 : 0.5);
            }
            read(word, here, words);
        }
        return new PageText(page.source(), words, page.turnedDegrees());
    }

    private void read(Word word, double here, List<Word> words) {
        if (chance(here * 0.3)) {
            return;
        }
        hurt = false;
        StringBuilder text = new StringBuilder();
        word.text().codePoints().forEach(c -> letter(c, here, text));
        if (text.toString().isBlank()) {
            return;
        }
        double base = 90 + 7 * random.nextDouble() - (chance(0.06) ? 25 * random.nextDouble() : 0);
        double confidence = hurt ? 35 + 55 * Math.sqrt(random.nextDouble()) : base;
        Word last = words.isEmpty() ? word : words.get(words.size() - 1);
        if (text.length() > 3 && chance(here * 0.5)) {
            split(word, text.toString(), confidence, words);
        } else if (!words.isEmpty() && last.line() == word.line() && near(last, word) && chance(here * 0.5)) {
            words.set(
                    words.size() - 1,
                    new Word(last.text() + text, last.box().and(word.box()), Math.min(70, confidence), word.line()));
        } else {
            words.add(new Word(text.toString(), word.box(), confidence, word.line()));
        }
        if (chance(here * 0.15)) {
            Box box = new Box(
                    word.box().right() + 4, word.box().y(), 8, word.box().height());
            words.add(new Word("|.'-".substring(random.nextInt(4)).substring(0, 1), box, 30, word.line()));
        }
    }

    private static boolean near(Word left, Word right) {
        return right.box().x() - left.box().right() < left.box().height() * 1.2;
    }

    private void split(Word word, String text, double confidence, List<Word> words) {
        int at = 1 + random.nextInt(text.length() - 1);
        int width = word.box().width() * at / text.length();
        Box box = word.box();
        words.add(new Word(
                text.substring(0, at), new Box(box.x(), box.y(), width, box.height()), confidence, word.line()));
        words.add(new Word(
                text.substring(at),
                new Box(box.x() + width, box.y(), box.width() - width, box.height()),
                confidence,
                word.line()));
    }

    private void letter(int c, double here, StringBuilder text) {
        if (!chance(here)) {
            text.appendCodePoint(c);
            return;
        }
        hurt = true;
        String plain = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD);
        double kind = random.nextDouble();
        if (plain.length() > 1 && kind < 0.8) {
            String fewer = plain.length() > 2 && random.nextBoolean() ? plain.substring(0, 2) : plain.substring(0, 1);
            String other =
                    fewer + (random.nextInt(3) == 0 ? "\u0301\u0300\u0309\u0303\u0323".charAt(random.nextInt(5)) : "");
            text.append(Normalizer.normalize(other, Normalizer.Form.NFC));
        } else if (kind < 0.75) {
            String alike = c < 0x10000 ? LOOK_ALIKES.getOrDefault((char) c, "") : "";
            text.append(
                    alike.isEmpty()
                            ? Character.toString(c)
                            : alike.substring(random.nextInt(alike.length())).substring(0, 1));
        } else if (kind < 0.85) {
            text.appendCodePoint(c).append("|i'.".charAt(random.nextInt(4)));
        } // else the letter is lost
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }
}
