package vn.sohoa.dossier;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number of the person or enterprise that a paper belongs to (chủ giấy tờ): personal id, tax number, or the old card
 * number as a last resort.
 *
 * @param value digits only, with {@code -} before a branch number
 */
public record OwnerId(Kind kind, String value) {
    private static final Pattern NUMBERS = Pattern.compile("(?<!\\d)\\d(?: ?\\d){8,12}(?!\\d)");

    /** Which register issued the number. */
    public enum Kind {
        /** 12 digits (số định danh cá nhân). */
        CITIZEN,
        /** 10 or 13 digits (mã số thuế, mã số doanh nghiệp). */
        TAX,
        /** 9 digits (CMND): an alias, never a key to merge by. */
        OLD_CARD
    }

    /** The number in any usual spelling, with blanks, dots or hyphens; empty if it is none of the three. */
    public static Optional<OwnerId> find(String text) {
        String digits = text.replaceAll("[\\s.\\-]", "");
        if (CodeFormat.CITIZEN.holds(digits)) {
            return Optional.of(new OwnerId(Kind.CITIZEN, digits));
        }
        if (CodeFormat.MST.holds(digits)) {
            String branch = digits.length() == 13 ? "-" + digits.substring(10) : "";
            return Optional.of(new OwnerId(Kind.TAX, digits.substring(0, 10) + branch));
        }
        return CodeFormat.CMND9.holds(digits) ? Optional.of(new OwnerId(Kind.OLD_CARD, digits)) : Optional.empty();
    }

    /** All but the last three digits hidden. */
    public String masked() {
        return mask(value);
    }

    /** A text with every run of 9 to 13 digits, also in groups with blanks, masked likewise: for lists and snippets. */
    public static String maskedIn(String text) {
        return NUMBERS.matcher(text).replaceAll(found -> mask(found.group()));
    }

    static String mask(String number) {
        int shown = Math.min(3, number.length());
        return "•".repeat(number.length() - shown) + number.substring(number.length() - shown);
    }

    @Override
    public String toString() {
        return masked();
    }
}
