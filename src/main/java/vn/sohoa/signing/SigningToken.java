package vn.sohoa.signing;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.token.AbstractKeyStoreTokenConnection;
import eu.europa.esig.dss.token.DSSPrivateKeyEntry;
import eu.europa.esig.dss.token.KSPrivateKeyEntry;
import eu.europa.esig.dss.token.Pkcs11SignatureToken;
import eu.europa.esig.dss.token.Pkcs12SignatureToken;
import eu.europa.esig.dss.token.PrefilledPasswordCallback;
import eu.europa.esig.dss.token.SignatureTokenConnection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore.PasswordProtection;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/** One session with a token, and the one key of it that signs. Safe for many threads, which take turns. */
final class SigningToken implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SigningToken.class);
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int NON_REPUDIATION = 1;

    private final SignatureTokenConnection connection;
    private final DSSPrivateKeyEntry key;

    private SigningToken(SignatureTokenConnection connection, DSSPrivateKeyEntry key) {
        this.connection = connection;
        this.key = key;
    }

    /** Problems: TOKEN_UNAVAILABLE, CONFIGURATION_INVALID. */
    static SigningToken open(TokenSettings settings) {
        AbstractKeyStoreTokenConnection connection = connect(settings);
        try {
            return new SigningToken(connection, choose(connection.getKeys(), settings.key()));
        } catch (DSSException | IllegalStateException refused) {
            connection.close();
            String said = root(refused);
            if (said.contains("CKR_PIN_")) {
                RefusedPins.refused(settings, pin(settings));
            }
            throw unavailable(settings.kind() + ": " + said, refused);
        } catch (DigitisationException wrong) {
            connection.close();
            throw wrong;
        }
    }

    private static AbstractKeyStoreTokenConnection connect(TokenSettings settings) {
        return switch (settings.kind()) {
            case NONE -> throw wrong("sohoa.signing.token.kind: none");
            case PKCS11 -> {
                Path driver = there(settings.driver(), "driver");
                int slot =
                        settings.label() == null ? settings.slotIndex() : TokenSlots.indexOf(driver, settings.label());
                char[] line = pin(settings);
                RefusedPins.demandNotRefused(settings, line);
                PasswordProtection pin = new PasswordProtection(line);
                // slot ids are random in some drivers: the place in the list is not
                yield new Pkcs11SignatureToken(driver.toString(), new PrefilledPasswordCallback(pin), -1, slot, null);
            }
            case PKCS12 -> file(settings);
        };
    }

    private static AbstractKeyStoreTokenConnection file(TokenSettings settings) {
        if (!settings.trial()) {
            throw wrong("sohoa.signing.token.kind: pkcs12 chỉ dùng để thử (sohoa.signing.token.trial)");
        }
        log.warn("KHÓA KÝ NẰM TRONG TỆP, CHỈ DÙNG ĐỂ THỬ: the signing key lies in a file; for trial only");
        try {
            return new Pkcs12SignatureToken(
                    Files.readAllBytes(there(settings.file(), "file")), new PasswordProtection(pin(settings)));
        } catch (IOException | DSSException refused) {
            throw unavailable("pkcs12: " + root(refused), refused);
        }
    }

    private static char[] pin(TokenSettings settings) {
        try {
            String line = Files.readString(there(settings.pinFile(), "pin-file"), StandardCharsets.UTF_8);
            return line.strip().toCharArray();
        } catch (IOException unreadable) {
            throw new DigitisationException(Problem.CONFIGURATION_INVALID, "sohoa.signing.token.pin-file", unreadable);
        }
    }

    private static Path there(@Nullable Path path, String name) {
        if (path == null || !Files.isRegularFile(path)) {
            throw wrong("sohoa.signing.token." + name + ": không có tệp " + path);
        }
        return path;
    }

    /** Alone there is no choice; else the alias decides among those that may sign. */
    private static DSSPrivateKeyEntry choose(List<DSSPrivateKeyEntry> keys, @Nullable String alias) {
        List<DSSPrivateKeyEntry> fit = keys.stream()
                .filter(key -> alias == null || alias.equals(((KSPrivateKeyEntry) key).getAlias()))
                .toList();
        List<DSSPrivateKeyEntry> signing =
                fit.stream().filter(key -> maySign(key.getCertificate())).toList();
        if (signing.size() == 1) {
            return signing.get(0);
        }
        if (!fit.isEmpty() && signing.isEmpty()) {
            throw new DigitisationException(Problem.SIGNER_CERTIFICATE, "không dùng để ký (key usage)");
        }
        throw wrong("sohoa.signing.token.key: " + signing.size() + " khóa phù hợp trong thiết bị, phải chọn một");
    }

    private static boolean maySign(CertificateToken certificate) {
        boolean[] usage = certificate.getCertificate().getKeyUsage();
        return usage == null || usage[DIGITAL_SIGNATURE] || usage[NON_REPUDIATION];
    }

    CertificateToken certificate() {
        return key.getCertificate();
    }

    List<CertificateToken> chain() {
        return Arrays.asList(key.getCertificateChain());
    }

    SignatureValue sign(ToBeSigned data) {
        try {
            synchronized (this) {
                return connection.sign(data, DigestAlgorithm.SHA256, key);
            }
        } catch (DSSException refused) {
            throw unavailable(root(refused), refused);
        }
    }

    @Override
    public void close() {
        connection.close();
    }

    private static DigitisationException wrong(String detail) {
        return new DigitisationException(Problem.CONFIGURATION_INVALID, detail);
    }

    private static DigitisationException unavailable(String detail, Exception cause) {
        return new DigitisationException(Problem.TOKEN_UNAVAILABLE, detail, cause);
    }

    /** The word of the driver, such as CKR_PIN_INCORRECT; no more, for messages may quote names. */
    private static String root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String said = String.valueOf(root.getMessage());
        int from = said.indexOf("CKR_");
        int to = from < 0
                ? 0
                : IntStream.range(from, said.length())
                        .filter(i -> !Character.isUpperCase(said.charAt(i)) && said.charAt(i) != '_')
                        .findFirst()
                        .orElse(said.length());
        return root.getClass().getSimpleName() + (from < 0 ? "" : " " + said.substring(from, to));
    }
}
