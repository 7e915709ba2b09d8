package vn.sohoa.signing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.sohoa.signing.network.NetworkSettings;
import vn.sohoa.testpki.TestPki;

/** A signer with a key in a file, and all it needs, in one folder. */
record Trial(Path folder) {

    private static final String PASSWORD = "mat-khau-thu";

    static final SignatureProfiles PROFILES = SignatureProfiles.load(Path.of("jobs/reference/signature-profiles.yml"));

    Path trust() {
        return Signed.PKI.writeAnchor(folder.resolve("trust")).getParent();
    }

    TokenSettings token(TestPki.Entity who, boolean trial) {
        Path file = write("key.p12", Signed.PKI.pkcs12(who, PASSWORD.toCharArray()));
        Path pin = write("pin", (PASSWORD + "\n").getBytes(StandardCharsets.UTF_8));
        return new TokenSettings(TokenSettings.Kind.PKCS12, null, null, 0, pin, file, null, trial);
    }

    static TsaSettings tsa(@Nullable String url) {
        return new TsaSettings(url, null);
    }

    static NetworkSettings hosts() {
        return hosts("127.0.0.1:" + URI.create(Signed.PKI.tsaAddress()).getPort());
    }

    static NetworkSettings hosts(String... names) {
        return NetworkSettings.of(List.of(names), List.of(names), List.of());
    }

    Signer open(TestPki.Entity who, @Nullable String tsa) {
        return Signers.open(token(who, true), tsa(tsa), trust(), hosts(), PROFILES, Clock.systemUTC());
    }

    /** Level LTA. */
    Signer open() {
        return open(Signed.CLERK, Signed.PKI.tsaAddress());
    }

    SigningOrder order(byte[] pdf, String profile) {
        return order(write("in-" + System.nanoTime() + ".pdf", pdf), profile);
    }

    SigningOrder order(Path file, String profile) {
        return new SigningOrder(
                file,
                folder.resolve("out-" + System.nanoTime() + ".pdf"),
                Signed.PDF,
                profile,
                Map.of("form", "SAO Y", "converter", "Nguyễn Thị Thử, Văn phòng UBND phường Đông Hưng"));
    }

    Path write(String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }
}
