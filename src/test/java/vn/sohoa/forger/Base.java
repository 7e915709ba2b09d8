package vn.sohoa.forger;

/**
 * A good signed document that attacks are made from.
 *
 * @param name such as {@code stream-3p-LTA-2sig}
 * @param table its updates end in classic tables
 * @param page the document before it was signed
 * @param signatures how many, time-stamps not counted
 */
public record Base(String name, byte[] file, byte[] page, boolean table, int pages, int signatures) {}
