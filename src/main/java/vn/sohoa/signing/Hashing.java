package vn.sohoa.signing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.Sha256;

/** Hashes of files, and the proof that one begins with another. */
final class Hashing {

    private Hashing() {}

    static Sha256 of(Path file) throws IOException {
        return ofFirst(file, Files.size(file));
    }

    static Sha256 ofFirst(Path file, long bytes) throws IOException {
        MessageDigest digest = Sha256.digest();
        byte[] buffer = new byte[1 << 16];
        long left = bytes;
        try (InputStream in = Files.newInputStream(file)) {
            while (left > 0) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    throw new IOException("shorter than " + bytes);
                }
                digest.update(buffer, 0, read);
                left -= read;
            }
        }
        return Sha256.of(digest);
    }

    /** Problem: SIGNING_FAILED, if the longer file does not begin with the very bytes of the other. */
    static void demandPrefix(Path longer, Sha256 original, long bytes) throws IOException {
        if (Files.size(longer) <= bytes || !ofFirst(longer, bytes).equals(original)) {
            throw new DigitisationException(Problem.SIGNING_FAILED, "phần đầu tệp đã ký khác tệp gốc");
        }
    }
}
