package vn.sohoa.page;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The build of a Vietnamese syllable: onset, vowels, end, and at most one tone. */
public final class VietnameseSyllables {
    /** Tone marks in NFD: grave, acute, tilde, hook above, dot below. */
    private static final Pattern TONES = Pattern.compile("[\u0300\u0301\u0303\u0309\u0323]");

    private static final Pattern SYLLABLE = Pattern.compile("(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnpqrstvx])?"
            + "(?:uyê|uyu|uya|oai|oay|oao|oeo|uây|uôi|ươi|ươu|iêu|yêu|uyê|uêu"
            + "|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|ôi|ơi|oo|ua|uâ|ue|uê|ui|uô|uơ|uy|ưa|ưi|ươ|ưu|yê|ya"
            + "|[aăâeêioôơuưy])"
            + "(?:ng|nh|ch|[cmnpt])?");
    private static final Pattern MARKED =
            Pattern.compile("[ăâđêôơưĂÂĐÊÔƠƯ]|[\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031B]");

    private VietnameseSyllables() {}

    /** Whether a word, in any case, is built as a Vietnamese syllable (âm tiết); foreign names mostly are not. */
    public static boolean valid(String word) {
        String split = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        long tones = TONES.matcher(split).results().count();
        String bare = Normalizer.normalize(TONES.matcher(split).replaceAll(""), Normalizer.Form.NFC);
        return tones <= 1 && SYLLABLE.matcher(bare).matches();
    }

    /** Whether it bears anything that plain Latin letters do not. */
    public static boolean marked(String word) {
        return word.indexOf('đ') >= 0
                || word.indexOf('Đ') >= 0
                || MARKED.matcher(Normalizer.normalize(word, Normalizer.Form.NFD))
                        .find();
    }
}
