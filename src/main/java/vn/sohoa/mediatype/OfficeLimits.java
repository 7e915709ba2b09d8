package vn.sohoa.mediatype;

/**
 * What an office file may grow to. Files within files are never opened, so there is no limit on their depth.
 *
 * @param maxTextCharacters of the text taken out
 * @param maxUnpackedBytes of all entries together
 * @param maxUnpackedRatio unpacked to packed, of each entry and of the whole
 * @param maxEntries entries of the package
 */
public record OfficeLimits(int maxTextCharacters, long maxUnpackedBytes, int maxUnpackedRatio, int maxEntries) {

    public OfficeLimits {
        if (maxTextCharacters < 1 || maxUnpackedBytes < 1 || maxUnpackedRatio < 1 || maxEntries < 1) {
            throw new IllegalArgumentException("limits must be positive: " + maxTextCharacters + ", " + maxUnpackedBytes
                    + ", " + maxUnpackedRatio + ", " + maxEntries);
        }
    }
}
