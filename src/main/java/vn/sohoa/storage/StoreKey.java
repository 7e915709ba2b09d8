package vn.sohoa.storage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.Sha256;

/**
 * The secret that object keys are derived from. It lies beside the store in a file of 32 random bytes that only its owner may
 * read. Losing it loses no paper, for the catalogue holds every object's key; equal papers are then stored a second time.
 */
public final class StoreKey {
    private static final int BYTES = 32;

    private StoreKey() {}

    /**
     * The key of a file, which is made once if it is missing. May be called by several processes at the same time: all get the
     * same key.
     *
     * @throws DigitisationException CONFIGURATION_INVALID if the file is no key, STORE_UNAVAILABLE if it cannot be read or made
     */
    public static byte[] loadOrCreate(Path file) {
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            return read(file);
        } catch (IOException e) {
            throw new DigitisationException(Problem.STORE_UNAVAILABLE, "store key " + file, e);
        }
    }

    /**
     * The key of a file that has to be there, since every machine needs the same one.
     *
     * @throws DigitisationException CONFIGURATION_INVALID if it is missing, with the command that makes one, or is no key
     */
    public static byte[] load(Path file) {
        if (!Files.exists(file)) {
            throw new DigitisationException(
                    Problem.CONFIGURATION_INVALID,
                    "không có tệp khóa đặt tên " + file
                            + "; tạo một lần rồi chép đến mọi máy: (umask 077; head -c 32 /dev/urandom > " + file
                            + ")");
        }
        return read(file);
    }

    private static byte[] read(Path file) {
        try {
            byte[] key = Files.readAllBytes(file);
            if (key.length != BYTES) {
                throw new DigitisationException(
                        Problem.CONFIGURATION_INVALID,
                        "store key " + file + " has " + key.length + " bytes instead of " + BYTES);
            }
            return key;
        } catch (IOException e) {
            throw new DigitisationException(Problem.STORE_UNAVAILABLE, "store key " + file, e);
        }
    }

    private static void create(Path file) throws IOException {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        DurableFiles files = new DurableFiles();
        Path folder = DurableFiles.parent(file);
        files.folders(folder);
        Path temporary = files.temporary(folder);
        try {
            files.write(new ByteArrayInputStream(key), temporary, Sha256.digest());
            files.publish(temporary, file);
        } catch (FileAlreadyExistsException another) {
            // another process was quicker: its key counts
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
