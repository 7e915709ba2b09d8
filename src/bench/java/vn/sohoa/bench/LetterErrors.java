package vn.sohoa.bench;

import java.text.Normalizer;
import java.util.List;
import vn.sohoa.samples.OcrScore;

/**
 * What kind of letters were read wrongly.
 *
 * @param letters letters of the truth
 * @param diacritics letters read as the same letter with other marks, or none, or marks too many (đ for d too)
 * @param places the errors in their surroundings, as many as were asked for
 */
record LetterErrors(int letters, int diacritics, List<String> places) {
    private static final byte SAME = 0;
    private static final byte PUT = 1;
    private static final byte LEFT_OUT = 2;
    private static final int AROUND = 12;

    /** Against the order of the truth that fits best. */
    static LetterErrors best(String reading, List<String> truths, int most) {
        String nearest = truths.get(0);
        double least = Double.MAX_VALUE;
        for (String truth : truths) {
            double cer = OcrScore.of(reading, truth).cer();
            if (cer < least) {
                least = cer;
                nearest = truth;
            }
        }
        return of(OcrScore.normal(reading), OcrScore.normal(nearest), most);
    }

    private static LetterErrors of(String read, String truth, int most) {
        byte[][] steps = steps(read, truth);
        int i = truth.length();
        int j = read.length();
        int diacritics = 0;
        java.util.LinkedList<String> places = new java.util.LinkedList<>();
        while (i > 0 || j > 0) {
            byte step = steps[i][j];
            if (step == SAME) {
                i--;
                j--;
                if (truth.charAt(i) != read.charAt(j)) {
                    diacritics += bare(truth.charAt(i)).equals(bare(read.charAt(j))) ? 1 : 0;
                    places.addFirst(place(truth, i, read, j));
                }
            } else if (step == LEFT_OUT) {
                i--;
                places.addFirst(place(truth, i, read, j));
            } else {
                j--;
                places.addFirst(place(truth, i, read, j));
            }
        }
        int letters = (int) truth.codePoints().filter(Character::isLetter).count();
        return new LetterErrors(letters, diacritics, places.subList(0, Math.min(most, places.size())));
    }

    private static String place(String truth, int i, String read, int j) {
        return around(truth, i) + " <> " + around(read, j);
    }

    private static String around(String text, int at) {
        return text.substring(Math.max(0, at - AROUND), Math.min(text.length(), at + AROUND));
    }

    private static byte[][] steps(String read, String truth) {
        int[] last = new int[read.length() + 1];
        byte[][] steps = new byte[truth.length() + 1][read.length() + 1];
        for (int j = 0; j < last.length; j++) {
            last[j] = j;
            steps[0][j] = PUT;
        }
        for (int i = 1; i <= truth.length(); i++) {
            int[] row = new int[read.length() + 1];
            row[0] = i;
            steps[i][0] = LEFT_OUT;
            for (int j = 1; j <= read.length(); j++) {
                int same = last[j - 1] + (truth.charAt(i - 1) == read.charAt(j - 1) ? 0 : 1);
                int out = last[j] + 1;
                int put = row[j - 1] + 1;
                row[j] = Math.min(same, Math.min(out, put));
                steps[i][j] = row[j] == same ? SAME : row[j] == out ? LEFT_OUT : PUT;
            }
            last = row;
        }
        return steps;
    }

    private static String bare(char c) {
        return Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd')
                .replace('Đ', 'D');
    }
}
