package vn.sohoa.page;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The build of a Vietnamese syllable: onset, rhyme, and at most one tone. As spelling has it: {@code c} and {@code k}, {@code ng} and
 * {@code ngh} by the vowel behind them; a rhyme that ends in {@code c, ch, p, t} bears the acute or the dot below.
 */
public final class VietnameseSyllables {
    /** Tone marks in NFD: grave, acute, tilde, hook above, dot below. */
    private static final Pattern TONES = Pattern.compile("[\u0300\u0301\u0303\u0309\u0323]");

    private static final Pattern STOPPED = Pattern.compile(".*(?:ch|[cpt])");
    private static final Pattern TONE_OF_STOPPED = Pattern.compile("[\u0301\u0323]");

    private static final String ONSET = "(?:c(?![hieêy])|k(?=[ieêy])|ng(?![hieêy])|(?:gh|ngh)(?=[ieê])|g(?![heêy])"
            + "|ch|gi|kh|nh|ph|qu|th|tr|[bdđhlmnprstvx])?";
    private static final String OPEN = "iêu|yêu|uôi|ươi|ươu|oai|oay|oao|oeo|uây|uya|uyu|uêu"
            + "|ai|ao|au|ay|âu|ây|eo|êu|ia|iu|oa|oe|oi|ôi|ơi|ua|uê|ui|uơ|uy|ưa|ưi|ưu|[aeêioôơuưy]";
    private static final String CLOSED = "(?:a|oa)(?:ng|nh|ch|[cmnpt])"
            + "|(?:ă|â|e|o|ô|u|ư|iê|uô|ươ|oă|uâ|oo)(?:ng|[cmnpt])"
            + "|(?:ê|i|y|uê|uy)(?:nh|ch|[mnpt])"
            + "|(?:ơ|oe|yê|uyê)[mnpt]";
    private static final Pattern SYLLABLE = Pattern.compile(ONSET + "(?:" + OPEN + "|" + CLOSED + ")");
    private static final Pattern MARKED =
            Pattern.compile("[ăâđêôơưĂÂĐÊÔƠƯ]|[\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031B]");

    private VietnameseSyllables() {}

    /** Whether a word, in any case, is built as a Vietnamese syllable (âm tiết); foreign names mostly are not. */
    public static boolean valid(String word) {
        String split = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        long tones = TONES.matcher(split).results().count();
        String bare = Normalizer.normalize(TONES.matcher(split).replaceAll(""), Normalizer.Form.NFC);
        return tones <= 1
                && SYLLABLE.matcher(bare).matches()
                && (!STOPPED.matcher(bare).matches()
                        || TONE_OF_STOPPED.matcher(split).find());
    }

    /** Whether it bears anything that plain Latin letters do not. */
    public static boolean marked(String word) {
        return word.indexOf('đ') >= 0
                || word.indexOf('Đ') >= 0
                || MARKED.matcher(Normalizer.normalize(word, Normalizer.Form.NFD))
                        .find();
    }
}
