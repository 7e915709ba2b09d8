package vn.sohoa.intake;

/** How many letters recognition may have got wrong (Levenshtein). */
final class EditDistance {
    private EditDistance() {}

    static boolean within(String a, String b, int most) {
        return Math.abs(a.length() - b.length()) <= most && between(a, b) <= most;
    }

    static int between(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[b.length()];
    }
}
