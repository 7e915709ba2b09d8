package vn.sohoa.reading.hostile;

/**
 * A file that is up to something.
 *
 * @param name what it is up to
 */
public record HostileFile(String name, byte[] bytes) {}
