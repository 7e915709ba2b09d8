package vn.sohoa.dossier;

/** Tax number of a person or enterprise (mã số thuế), with its check digit. */
public record TaxCode(String value) {

    public TaxCode {
        if (!CodeFormat.MST.holds(value)) {
            throw new IllegalArgumentException("not a tax number: " + value);
        }
    }

    private static final int[] WEIGHTS = {31, 29, 23, 19, 17, 13, 7, 5, 3};

    /** {@code digits}: 10 or 13 digits without separators. Digit 10 = 10 - (weighted sum of digits 1 to 9, mod 11). */
    static boolean checkDigitHolds(String digits) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (digits.charAt(i) - '0');
        }
        boolean branchHolds = digits.length() == 10 || !digits.endsWith("000");
        return 10 - sum % 11 == digits.charAt(9) - '0'
                && !digits.substring(2, 9).equals("0000000")
                && branchHolds;
    }

    @Override
    public String toString() {
        return value;
    }
}
