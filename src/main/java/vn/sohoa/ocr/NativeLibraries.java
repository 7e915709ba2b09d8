package vn.sohoa.ocr;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.zip.CRC32;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/**
 * Unpacks the shared libraries out of the jars on the class path and points JNA at them, so that nothing of the system but
 * glibc and libstdc++ is needed. Must run before the first class of Tess4J is touched: JNA reads the paths once.
 */
final class NativeLibraries {
    // libtesseract looks for libleptonica beside itself (RUNPATH $ORIGIN): one folder for both
    private static final String LEPTONICA = "libleptonica.so.6";
    private static final String TESSERACT = "libtesseract.so.5.5";
    private static final String JNA = "libjnidispatch.so";
    private static boolean ready;

    private NativeLibraries() {}

    /** Unpacks what is missing or different; a folder already filled may be read-only. */
    static synchronized void prepare(Path folder) {
        if (ready) {
            return;
        }
        try {
            Files.createDirectories(folder);
            Path home = folder.toRealPath();
            unpack("/org/bytedeco/leptonica/" + platform("linux-x86_64", "linux-arm64") + "/" + LEPTONICA, home);
            unpack("/org/bytedeco/tesseract/" + platform("linux-x86_64", "linux-arm64") + "/" + TESSERACT, home);
            unpack("/com/sun/jna/" + platform("linux-x86-64", "linux-aarch64") + "/" + JNA, home);
            pointAt(home);
        } catch (IOException e) {
            throw new DigitisationException(Problem.OCR_UNAVAILABLE, "libraries cannot be unpacked into " + folder, e);
        }
        ready = true;
    }

    /** JNA takes lib<name>.so.<version> from this path too: no symbolic links needed. */
    private static void pointAt(Path home) {
        String others = System.getProperty("jna.library.path", "");
        System.setProperty("jna.library.path", others.isEmpty() ? home.toString() : home + File.pathSeparator + others);
        System.setProperty("jna.boot.library.path", home.toString());
    }

    private static String platform(String intel, String arm) throws IOException {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch");
        if (system.startsWith("linux") && (processor.equals("amd64") || processor.equals("x86_64"))) {
            return intel;
        }
        if (system.startsWith("linux") && processor.equals("aarch64")) {
            return arm;
        }
        throw new IOException("no bundled libraries for " + system + " " + processor);
    }

    /** Written beside and moved into place: two programs that start at once never see half a library. */
    private static void unpack(String resource, Path folder) throws IOException {
        URL found = NativeLibraries.class.getResource(resource);
        if (found == null) {
            throw new IOException("not on the class path: " + resource);
        }
        Path target = folder.resolve(resource.substring(resource.lastIndexOf('/') + 1));
        URLConnection connection = found.openConnection();
        if (same(connection, target)) {
            return;
        }
        Path part = Files.createTempFile(folder, "lib", ".part");
        try (InputStream in = found.openStream()) {
            Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** By length and the checksum in the jar's directory: nothing has to be inflated to find that all is well. */
    private static boolean same(URLConnection packed, Path target) throws IOException {
        if (!Files.isRegularFile(target) || !(packed instanceof JarURLConnection jar)) {
            return false;
        }
        byte[] bytes = Files.readAllBytes(target);
        CRC32 sum = new CRC32();
        sum.update(bytes);
        return jar.getJarEntry().getSize() == bytes.length && jar.getJarEntry().getCrc() == sum.getValue();
    }
}
