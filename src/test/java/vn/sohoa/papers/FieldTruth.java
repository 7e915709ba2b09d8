package vn.sohoa.papers;

/**
 * The right value of one field.
 *
 * @param value normalised, as the house keeps it
 * @param printed as it stands on the paper where it was printed most fully
 */
public record FieldTruth(String value, String printed) {}
