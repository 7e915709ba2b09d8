package vn.sohoa.extraction;

import java.util.List;
import java.util.Set;

/** The letters of a Số, ký hiệu: kinds of paper, and first letters of the agencies that issue it (Decree 30/2020/NĐ-CP). */
final class SymbolParts {
    /** Last parts of symbols that stand for no agency's initials. */
    private static final Set<String> COMMON = Set.of(
            "UBND", "HĐND", "CP", "TTg", "CTUBND", "VPUBND", "XNTTHN", "TLKS", "TLKH", "TLKT", "GPXD", "ĐKKD", "BCĐ",
            "HĐQT", "CTHĐQT", "TU", "HU", "ĐU", "QH", "UBTVQH");

    private final Set<String> kinds;
    private final List<String> initials;

    /** @param agencies their names, from this paper */
    SymbolParts(Set<String> kinds, List<String> agencies) {
        this.kinds = kinds;
        this.initials = agencies.stream().map(SymbolParts::initials).toList();
    }

    /** Whether it has letters, and each part of them is a kind or an agency of this paper. */
    boolean isKnown(String number) {
        return number.contains("/") && unknown(number) == 0;
    }

    private int unknown(String number) {
        String[] parts = number.split("/");
        String symbol = parts[parts.length - 1];
        if (parts.length < 2 || !symbol.matches("\\p{Lu}.*")) {
            return 0;
        }
        int unknown = 0;
        for (String part : symbol.split("[-&.]")) {
            boolean known = kinds.contains(part)
                    || COMMON.contains(part)
                    || initials.stream().anyMatch(agency -> within(part, agency));
            unknown += known ? 0 : 1;
        }
        return unknown;
    }

    private static String initials(String name) {
        StringBuilder letters = new StringBuilder();
        for (String word : name.split("[^\\p{L}]+")) {
            letters.append(word.isEmpty() ? "" : word.substring(0, 1));
        }
        return Fold.upper(Fold.solid(letters.toString()));
    }

    /** Whether they are first letters of the words of an agency, in their order. */
    private static boolean within(String part, String initials) {
        String wanted = Fold.upper(Fold.solid(part));
        int at = 0;
        for (int i = 0; i < initials.length() && at < wanted.length(); i++) {
            at += wanted.charAt(at) == initials.charAt(i) ? 1 : 0;
        }
        return wanted.length() > 1 && at == wanted.length() && wanted.charAt(0) == initials.charAt(0);
    }
}
