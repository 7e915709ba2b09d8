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

    /** Whether the likeness can reach the bar: cheap, by the letters both have, since most phrases stand nowhere near. */
    static boolean alike(String a, String b, double bar) {
        int longer = Math.max(a.length(), b.length());
        int allowed = (int) ((1 - bar) * longer + 1e-9);
        if (Math.abs(a.length() - b.length()) > allowed) {
            return false;
        }
        int[] letters = new int[64];
        for (int i = 0; i < a.length(); i++) {
            letters[a.charAt(i) & 63]++;
        }
        for (int i = 0; i < b.length(); i++) {
            letters[b.charAt(i) & 63]--;
        }
        int more = 0;
        int less = 0;
        for (int count : letters) {
            more += Math.max(0, count);
            less += Math.max(0, -count);
        }
        return Math.max(more, less) <= allowed;
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
