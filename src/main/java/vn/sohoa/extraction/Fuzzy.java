package vn.sohoa.extraction;

/** How alike two folded texts are, for readers that drop or swap letters. */
final class Fuzzy {
    private Fuzzy() {}

    /** 1 for the same text, 0 for nothing in common: 1 minus edit distance through the longer length. */
    static double similarity(String a, String b) {
        int longer = Math.max(a.length(), b.length());
        if (longer == 0) {
            return 1;
        }
        if (Math.min(a.length(), b.length()) * 2 < longer) {
            return 0; // cannot be alike enough to matter
        }
        return 1 - (double) distance(a, b) / longer;
    }

    /** Letters to insert, drop or swap. */
    static int distance(String a, String b) {
        int[] before = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] now = new int[b.length() + 1];
            now[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int swap = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(swap, 1 + Math.min(before[j], now[j - 1]));
            }
            before = now;
        }
        return before[b.length()];
    }
}
