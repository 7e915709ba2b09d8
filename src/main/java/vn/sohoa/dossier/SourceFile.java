package vn.sohoa.dossier;

/**
 * One file as it arrived.
 *
 * @param name the name it had, only data and never a path
 * @param sha256 hash of the bytes received
 * @param bytes length, 0 or more
 */
public record SourceFile(String name, Sha256 sha256, long bytes) {

    public SourceFile {
        if (name.isBlank() || name.indexOf('/') >= 0 || name.indexOf('\\') >= 0) {
            throw new IllegalArgumentException("not a plain file name: " + name);
        }
        if (bytes < 0) {
            throw new IllegalArgumentException("negative length: " + bytes);
        }
    }
}
