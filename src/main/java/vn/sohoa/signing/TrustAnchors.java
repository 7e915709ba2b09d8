package vn.sohoa.signing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.Sha256;

/**
 * The certificates that the operator vouches for; SoHoa ships none. Where an {@code index.yml} lies beside them, it alone says
 * which of them count, for what and when. Without one every certificate of the folder counts for everything: good for a trial.
 *
 * @param unlisted fingerprints of certificates that lie in the folder and are not trusted, since the index does not name them
 * @param trial whether there is no index
 * @param algorithms ends of algorithms that the operator has stated
 * @param version SHA-256 over the sorted hashes of the certificates, with purpose and time where an index states them
 */
record TrustAnchors(List<Anchor> anchors, List<String> unlisted, boolean trial, Algorithms algorithms, String version) {

    private static final List<String> ENDINGS = List.of(".pem", ".crt", ".cer", ".der");
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    /** A certificate that is trusted. @param from first moment of a signature under it @param to the first after the last */
    record Anchor(X509Certificate certificate, Set<AnchorPurpose> purposes, Instant from, Instant to) {

        boolean vouches(Set<AnchorPurpose> wanted, Instant at) {
            return purposes.stream().anyMatch(wanted::contains) && !at.isBefore(from) && at.isBefore(to);
        }

        /** When it ceases to vouch for anything new. */
        Instant end() {
            Instant expiry = certificate.getNotAfter().toInstant();
            return expiry.isBefore(to) ? expiry : to;
        }
    }

    TrustAnchors {
        anchors = List.copyOf(anchors);
        unlisted = List.copyOf(unlisted);
    }

    /** All of them for everything. */
    static TrustAnchors of(List<X509Certificate> certificates) {
        List<Anchor> anchors = certificates.stream()
                .map(each -> new Anchor(each, EnumSet.allOf(AnchorPurpose.class), Instant.MIN, Instant.MAX))
                .toList();
        return new TrustAnchors(
                anchors,
                List.of(),
                true,
                Algorithms.NONE,
                version(certificates.stream().map(TrustAnchors::fingerprint).toList()));
    }

    List<X509Certificate> certificates() {
        return anchors.stream().map(Anchor::certificate).toList();
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
        Path index = folder.resolve(AnchorIndex.NAME);
        return (Files.isRegularFile(index) ? listed(index, certificates) : of(certificates))
                .with(AgencyRegister.in(folder), Algorithms.in(folder));
    }

    /** Whose signature may be the last one, and which algorithms hold, decide verdicts too: another register is another set. */
    private TrustAnchors with(AgencyRegister register, Algorithms stated) {
        if (!register.stated() && stated.algorithms().isEmpty()) {
            return this;
        }
        List<String> facts = new ArrayList<>(register.hashes());
        facts.addAll(register.names());
        facts.addAll(stated.facts());
        facts.add(version);
        return new TrustAnchors(anchors, unlisted, trial, stated, version(facts));
    }

    private static TrustAnchors listed(Path file, List<X509Certificate> certificates) {
        Map<String, X509Certificate> lying = new LinkedHashMap<>();
        certificates.forEach(each -> lying.put(fingerprint(each), each));
        List<Anchor> anchors = new ArrayList<>();
        List<String> facts = new ArrayList<>();
        for (AnchorIndex.Entry entry : AnchorIndex.read(file).anchors()) {
            X509Certificate certificate = lying.remove(entry.fingerprint());
            Anchor anchor = anchor(file, entry, certificate);
            anchors.add(anchor);
            facts.add(entry.fingerprint() + " " + EnumSet.copyOf(anchor.purposes()) + " " + entry.from() + " "
                    + entry.to());
        }
        return new TrustAnchors(anchors, List.copyOf(lying.keySet()), false, Algorithms.NONE, version(facts));
    }

    private static Anchor anchor(Path file, AnchorIndex.Entry entry, @Nullable X509Certificate certificate) {
        if (certificate == null) {
            throw new DigitisationException(
                    Problem.CONFIGURATION_INVALID,
                    file + ": không có chứng thư nào mang sha256 " + entry.fingerprint());
        }
        String subject = AnchorIndex.Entry.given("subject", entry.subject());
        if (!new X500Principal(name(file, subject)).equals(certificate.getSubjectX500Principal())) {
            throw new DigitisationException(
                    Problem.CONFIGURATION_INVALID,
                    file + ": subject của " + entry.fingerprint() + " phải là "
                            + certificate.getSubjectX500Principal().getName());
        }
        return new Anchor(
                certificate,
                Set.copyOf(AnchorIndex.Entry.given("purposes", entry.purposes())),
                AnchorIndex.Entry.given("from", entry.from()).atStartOfDay(ZONE).toInstant(),
                AnchorIndex.Entry.given("to", entry.to())
                        .plusDays(1)
                        .atStartOfDay(ZONE)
                        .toInstant());
    }

    private static String name(Path file, String subject) {
        try {
            return new X500Principal(subject).getName();
        } catch (IllegalArgumentException noName) {
            throw new DigitisationException(
                    Problem.CONFIGURATION_INVALID, file + ": subject \"" + subject + "\" không phải tên X.500", noName);
        }
    }

    private static String version(List<String> facts) {
        String sorted = String.join("\n", facts.stream().sorted().distinct().toList());
        return Sha256.of(sorted.getBytes(StandardCharsets.UTF_8)).hex();
    }

    static String fingerprint(X509Certificate certificate) {
        try {
            return Sha256.of(certificate.getEncoded()).hex();
        } catch (CertificateEncodingException cannot) {
            throw new IllegalStateException(cannot);
        }
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
