package vn.sohoa.dossier;

/**
 * An object in the object store that belongs to a paper.
 *
 * @param role what it is for, such as {@code MASTER}
 * @param key its key in the store
 * @param sha256 hash of its bytes
 * @param bytes its length
 */
public record StoredObject(String role, String key, Sha256 sha256, long bytes) {}
