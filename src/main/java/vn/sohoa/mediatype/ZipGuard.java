package vn.sohoa.mediatype;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/**
 * Unpacks a zip into nothing and counts, before a library gets to see it: sizes in the directory of a zip are claims, so only
 * the bytes that really come out are believed. Stops at the first limit.
 */
final class ZipGuard {
    /** Below this a ratio says nothing: short XML is repetitive. Apache POI draws the same line. */
    private static final long GRACE_BYTES = 100 * 1024;

    private final OfficeLimits limits;
    private final byte[] buffer = new byte[64 * 1024];
    private final Set<String> names = new HashSet<>();
    private long unpacked;

    private ZipGuard(OfficeLimits limits) {
        this.limits = limits;
    }

    static void check(Path file, OfficeLimits limits) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > limits.maxEntries()) {
                throw tooLarge(zip.size() + " mục");
            }
            new ZipGuard(limits).count(zip, Files.size(file));
        } catch (ZipException e) {
            throw new DigitisationException(Problem.FILE_DAMAGED, "tệp nén không mở được", e);
        }
    }

    private void count(ZipFile zip, long packedBytes) throws IOException {
        long most = Math.min(limits.maxUnpackedBytes(), allowed(packedBytes));
        for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
            ZipEntry entry = all.nextElement();
            // part names of an office package do not differ by case alone
            if (!names.add(entry.getName().toLowerCase(Locale.ROOT))) {
                throw new DigitisationException(Problem.FILE_DAMAGED, "tệp nén có hai mục cùng tên");
            }
            try (InputStream in = zip.getInputStream(entry)) {
                count(in, Math.min(most - unpacked, allowed(entry.getCompressedSize())));
            }
        }
    }

    private void count(InputStream in, long most) throws IOException {
        long here = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            here += read;
            if (here > most) {
                throw tooLarge("hơn " + (unpacked + most) / 1_000_000 + " MB khi mở");
            }
        }
        unpacked += here;
    }

    private long allowed(long packedBytes) {
        return Math.max(GRACE_BYTES, packedBytes * limits.maxUnpackedRatio());
    }

    private static DigitisationException tooLarge(String detail) {
        return new DigitisationException(Problem.UNPACKED_TOO_LARGE, detail);
    }
}
