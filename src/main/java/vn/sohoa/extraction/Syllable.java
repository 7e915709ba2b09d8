package vn.sohoa.extraction;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What can be a Vietnamese syllable (âm tiết): a beginning, a rime, a tone that the rime bears. Wrong letters seldom make one. */
final class Syllable {
    private static final List<String> BEGINNINGS =
            List.of(("ngh ng nh ch gh gi kh ph qu th tr b c d đ g h k l m n p r s t v x "
                            // names of the peoples of the Central Highlands
                            + "kmr kp kr kl km bl br dr pl pr ml mn hl hm hr hw tl y")
                    .split(" "));
    private static final Set<String> RIMES = Arrays.stream(
                    ("a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt "
                                    + "âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp "
                                    + "iêt iêu im in inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc "
                                    + "oe oen oeo oet oi om on ong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uât uây uc uê "
                                    + "uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên uyêt uynh uyt uyu ư ưa ưc "
                                    + "ưi ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y ych yên yêm yêng yêt yêu ynh yt ăk ôk ak ek ok uk iê ea ă eo")
                            .split(" "))
            .collect(Collectors.toSet());
    private static final String TONES = "\u0301\u0300\u0309\u0303\u0323";
    private static final String SHARP_OR_HEAVY = "\u0301\u0323";

    /** Letters that recognisers take for one another; figures are no part of it. */
    private static final Map<Character, String> ALIKE = Map.ofEntries(
            Map.entry('e', "c"),
            Map.entry('c', "e"),
            Map.entry('b', "h"),
            Map.entry('h', "b"),
            Map.entry('n', "um"),
            Map.entry('u', "n"),
            Map.entry('m', "n"),
            Map.entry('f', "t"),
            Map.entry('l', "i"),
            Map.entry('i', "l"),
            Map.entry('đ', "d"),
            Map.entry('d', "đ"));

    private Syllable() {}

    /** Whether the word, without the signs around it, can be one. */
    static boolean is(String word) {
        String plain = Normalizer.normalize(bare(word).toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        StringBuilder letters = new StringBuilder();
        char tone = 0;
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (TONES.indexOf(c) < 0) {
                letters.append(c);
            } else if (tone == 0) {
                tone = c;
            } else {
                return false;
            }
        }
        String text = Normalizer.normalize(letters, Normalizer.Form.NFC);
        char heard = tone;
        return (RIMES.contains(text) && bears(text, heard))
                || BEGINNINGS.stream()
                        .filter(text::startsWith)
                        .map(beginning -> text.substring(beginning.length()))
                        .anyMatch(rime -> RIMES.contains(rime) && bears(rime, heard));
    }

    private static boolean bears(String rime, char tone) {
        boolean stopped = rime.endsWith("c") || rime.endsWith("ch") || rime.endsWith("p") || rime.endsWith("t");
        return !stopped || (tone != 0 && SHARP_OR_HEAVY.indexOf(tone) >= 0);
    }

    /** Whether it has letters and is none: a number, a sign and an abbreviation in a sentence are not odd. */
    static boolean odd(String word) {
        String bare = bare(word);
        boolean lettered = bare.chars().anyMatch(Character::isLetter);
        boolean abbreviation = bare.length() <= 5 && bare.matches("[\\p{Lu}&]+") && !hasVowelInside(bare);
        boolean figures = bare.chars().anyMatch(Character::isDigit) || bare.matches("[IVXLC]+");
        return lettered
                && !abbreviation
                && !figures
                && Arrays.stream(bare.split("[/-]")).anyMatch(part -> !is(part));
    }

    private static boolean hasVowelInside(String capitals) {
        return Fold.words(capitals).matches(".+[aeioy].*|.*[aeioy].+");
    }

    /** The only syllable that one sign struck out or one letter taken for another can have been. */
    static Optional<String> mended(String word) {
        if (!odd(word)) {
            return Optional.empty();
        }
        Set<String> can = new TreeSet<>();
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            List<String> instead = new ArrayList<>();
            if (!Character.isLetterOrDigit(c) && i > 0 && i < word.length() - 1) {
                instead.add("");
            }
            ALIKE.getOrDefault(Character.toLowerCase(c), "").chars().forEach(other -> {
                String letter = Character.toString(other);
                instead.add(Character.isUpperCase(c) ? letter.toUpperCase(Locale.ROOT) : letter);
            });
            for (String other : instead) {
                String tried = word.substring(0, i) + other + word.substring(i + 1);
                if (!odd(tried)) {
                    can.add(tried);
                }
            }
        }
        return can.size() == 1 ? Optional.of(can.iterator().next()) : Optional.empty();
    }

    /** The only two syllables that were run together into what is none: "ngânsách". */
    static Optional<String> parted(String word) {
        if (!odd(word)) {
            return Optional.empty();
        }
        List<String> can = new ArrayList<>();
        for (int i = 2; i + 2 <= word.length(); i++) {
            if (is(word.substring(0, i)) && is(word.substring(i))) {
                can.add(word.substring(0, i) + " " + word.substring(i));
            }
        }
        return can.size() == 1 ? Optional.of(can.get(0)) : Optional.empty();
    }

    private static String bare(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFC).replaceAll("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$", "");
    }
}
