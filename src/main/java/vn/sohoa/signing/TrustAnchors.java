package vn.sohoa.signing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.Sha256;

/**
 * The certificates that the operator vouches for; SoHoa ships none.
 *
 * @param version SHA-256 over the sorted hashes of the certificates
 */
record TrustAnchors(List<X509Certificate> certificates, String version) {

    private static final List<String> ENDINGS = List.of(".pem", ".crt", ".cer", ".der");

    static TrustAnchors of(List<X509Certificate> certificates) {
        try {
            List<String> hashes = new ArrayList<>();
            for (X509Certificate certificate : certificates) {
                hashes.add(Sha256.of(certificate.getEncoded()).hex());
            }
            String sorted =
                    String.join("\n", hashes.stream().sorted().distinct().toList());
            return new TrustAnchors(
                    List.copyOf(certificates),
                    Sha256.of(sorted.getBytes(StandardCharsets.US_ASCII)).hex());
        } catch (CertificateException cannot) {
            throw new IllegalStateException(cannot);
        }
    }

    /** @param folder of .pem, .crt, .cer and .der files; may be missing or empty */
    static TrustAnchors in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return of(List.of());
        }
        List<X509Certificate> certificates = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(TrustAnchors::isCertificate).sorted().toList()) {
                certificates.addAll(read(file));
            }
        } catch (IOException unreadable) {
            throw new DigitisationException(Problem.CONFIGURATION_INVALID, "trust folder " + folder, unreadable);
        }
        return of(certificates);
    }

    private static boolean isCertificate(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return Files.isRegularFile(file) && ENDINGS.stream().anyMatch(name::endsWith);
    }

    private static List<X509Certificate> read(Path file) throws IOException {
        List<X509Certificate> certificates = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file)) {
            for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                certificates.add((X509Certificate) each);
            }
        } catch (CertificateException unreadable) {
            throw new DigitisationException(
                    Problem.CONFIGURATION_INVALID, "trust anchor " + file + " is no certificate", unreadable);
        }
        if (certificates.isEmpty()) {
            throw new DigitisationException(
                    Problem.CONFIGURATION_INVALID, "trust anchor " + file + " is no certificate");
        }
        return certificates;
    }
}
