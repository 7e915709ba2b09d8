package vn.sohoa.signing;

import eu.europa.esig.dss.diagnostic.CertificateWrapper;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.diagnostic.jaxb.XmlDigestAlgoAndValue;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/**
 * Whose signature closes a document: the agencies that issue results, and the staff who sign scans. A good personal certificate
 * is easily had; what its owner changed and signed after the agency is no word of the agency. Read from {@code agencies.txt} in
 * the trust folder: one line per certificate, its SHA-256 in hex, or {@code CN=…} or {@code O=…} as in its subject; after
 * {@code #} stands a remark.
 *
 * @param stated there is such a register; else nobody is asked for
 */
record AgencyRegister(boolean stated, Set<String> hashes, Set<String> names) {

    static final String FILE = "agencies.txt";
    static final AgencyRegister NONE = new AgencyRegister(false, Set.of(), Set.of());

    static AgencyRegister in(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return NONE;
        }
        Set<String> hashes = new HashSet<>();
        Set<String> names = new HashSet<>();
        try {
            for (String line : Files.readAllLines(file)) {
                String entry = line.replaceFirst("#.*", "").strip();
                if (entry.matches("(?i)[0-9a-f]{64}")) {
                    hashes.add(entry.toLowerCase(Locale.ROOT));
                } else if (entry.matches("(CN|O)=.+")) {
                    names.add(nfc(entry));
                } else if (!entry.isEmpty()) {
                    throw new DigitisationException(
                            Problem.CONFIGURATION_INVALID, FILE + ": neither a SHA-256 nor CN= nor O=: " + entry);
                }
            }
        } catch (IOException unreadable) {
            throw new DigitisationException(Problem.CONFIGURATION_INVALID, "register " + file, unreadable);
        }
        return new AgencyRegister(true, Set.copyOf(hashes), Set.copyOf(names));
    }

    /**
     * @param sha256 of the certificate, in lower-case hex
     * @param commonName and organisation as the certificate states them, empty if it does not
     */
    boolean lists(String sha256, String commonName, String organisation) {
        return !stated
                || hashes.contains(sha256)
                || names.contains(nfc("CN=" + commonName))
                || names.contains(nfc("O=" + organisation));
    }

    /** @param signature whose signer is looked up; without a certificate nobody is listed */
    boolean lists(SignatureWrapper signature) {
        CertificateWrapper signer = signature.getSigningCertificate();
        if (signer == null) {
            return !stated;
        }
        XmlDigestAlgoAndValue digest = signer.getDigestAlgoAndValue();
        boolean known = digest != null && digest.getDigestMethod() == DigestAlgorithm.SHA256;
        return lists(
                known ? HexFormat.of().formatHex(digest.getDigestValue()) : "",
                Objects.toString(signer.getCommonName(), ""),
                Objects.toString(signer.getOrganizationName(), ""));
    }

    private static String nfc(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
