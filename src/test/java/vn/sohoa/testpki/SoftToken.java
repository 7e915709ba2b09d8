package vn.sohoa.testpki;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AuthProvider;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A PKCS#11 token for tests, by SoftHSM2 (Debian: {@code softhsm2}), with a key that was made inside it. One per process: the library
 * reads its configuration once, from {@code SOFTHSM2_CONF} of the environment, or from the home folder.
 */
public final class SoftToken {

    public static final String PIN = "246810";

    private static final List<String> LIBRARIES = List.of(
            "/usr/lib/softhsm/libsofthsm2.so",
            "/usr/lib64/softhsm/libsofthsm2.so",
            "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so");

    private SoftToken() {}

    /** The library of SoftHSM2, where it is installed. */
    public static Optional<Path> library() {
        return Stream.of(LIBRARIES)
                .flatMap(List::stream)
                .map(Path::of)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** Whether tokens can be made: the library is there, and the environment names a configuration of this build. */
    public static boolean usable() {
        return library().isPresent() && System.getenv("SOFTHSM2_CONF") != null;
    }

    /** Makes an empty token of that label in the folder of the configuration. */
    public static void initialise(String label) throws IOException, InterruptedException {
        Process made = new ProcessBuilder(
                        "softhsm2-util", "--init-token", "--free", "--label", label, "--so-pin", "135791", "--pin", PIN)
                .redirectErrorStream(true)
                .start();
        String said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!made.waitFor(20, TimeUnit.SECONDS) || made.exitValue() != 0) {
            throw new IOException("softhsm2-util: " + said);
        }
    }

    /** Makes an RSA key inside the token at that place of the list, and a certificate for it. */
    public static void makeKey(TestPki pki, int slotIndex, String alias, String name)
            throws IOException, GeneralSecurityException {
        Path file = Files.createTempFile("pkcs11", ".cfg");
        Files.writeString(file, """
                name = Making%d
                library = %s
                slotListIndex = %d
                attributes(*,CKO_PRIVATE_KEY,*) = {
                  CKA_SIGN = true
                  CKA_TOKEN = true
                  CKA_SENSITIVE = true
                  CKA_EXTRACTABLE = false
                }
                """.formatted(slotIndex, library().orElseThrow(), slotIndex));
        Provider provider = Security.getProvider("SunPKCS11").configure(file.toString());
        Security.addProvider(provider);
        try {
            KeyStore store = KeyStore.getInstance("PKCS11", provider);
            store.load(null, PIN.toCharArray());
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA", provider);
            generator.initialize(2048);
            KeyPair inside = generator.generateKeyPair();
            if (inside.getPrivate().getEncoded() != null) {
                throw new IllegalStateException("the private key can leave the token");
            }
            PublicKey copy = KeyFactory.getInstance("RSA")
                    .generatePublic(new X509EncodedKeySpec(inside.getPublic().getEncoded()));
            Instant yesterday = Instant.now().minus(Duration.ofDays(1));
            TestPki.Entity signer = pki.signer(
                    name,
                    new KeyPair(copy, inside.getPrivate()),
                    new TestPki.Validity(yesterday, yesterday.plus(Duration.ofDays(700))));
            store.setKeyEntry(
                    alias, inside.getPrivate(), null, pki.chain(signer).toArray(Certificate[]::new));
        } finally {
            if (provider instanceof AuthProvider session) {
                session.logout(); // else whoever opens the token next is let in with any PIN
            }
            Security.removeProvider(provider.getName());
            Files.delete(file);
        }
    }
}
