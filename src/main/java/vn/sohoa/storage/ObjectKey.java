package vn.sohoa.storage;

import java.util.regex.Pattern;

/**
 * Where an object lies: {@code <role>/<2 hex>/<62 hex>}, a keyed hash of its content per agency, so that a prober who holds a
 * form cannot tell whether it is on file.
 */
public record ObjectKey(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z_]+/[0-9a-f]{2}/[0-9a-f]{62}");

    public ObjectKey {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not an object key: " + value);
        }
    }

    static boolean isOne(String value) {
        return FORM.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
