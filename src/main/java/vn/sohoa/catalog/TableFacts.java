package vn.sohoa.catalog;

/**
 * What a table held, in a form that two databases of different make can be compared by.
 *
 * @param digest sum modulo 2^256 of the SHA-256 of every row in its canonical form: no order has to be agreed on, which two
 *     databases would not do for texts
 */
public record TableFacts(String table, long rows, String digest) {}
