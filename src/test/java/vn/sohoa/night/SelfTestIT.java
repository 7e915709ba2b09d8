package vn.sohoa.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sohoa.testpki.TestPki;

/**
 * With a mixture of libraries that makes DSS see no signature at all (its own back end before ours on the class path), no command
 * that signs or verifies goes on: each ends with the words of the self-test, and makes nothing.
 */
class SelfTestIT {
    private static final Path SIGNED = Path.of("jobs/samples/inbox/H49.18-261104-0113/giay-phep-xay-dung.pdf");

    @TempDir
    Path folder;

    private Path out;

    @BeforeEach
    void prepare() throws IOException {
        out = Files.createDirectories(folder.resolve("out"));
        Path services = Files.createDirectories(folder.resolve("blind/META-INF/services"));
        Files.writeString(
                services.resolve("eu.europa.esig.dss.cms.ICMSUtils"), "eu.europa.esig.dss.cms.object.CMSObjectUtils\n");
    }

    private Sohoa blind(Map<String, String> environment) {
        return new Sohoa(
                folder.resolve("data"),
                environment,
                folder.resolve("blind") + File.pathSeparator + System.getProperty("java.class.path"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"verify", "inspect"})
    void nothingIsSaidOfASignedFile(String command) throws Exception {
        stopped(blind(Map.of()).run(command, "--json", SIGNED.toString()));
    }

    @Test
    void nothingIsSigned() throws Exception {
        try (TestPki pki = TestPki.start()) {
            Path file = Files.copy(SIGNED, folder.resolve("a.pdf"));
            stopped(blind(signing(pki))
                    .run("sign", file.toString(), "--out", out.resolve("b.pdf").toString()));
        }
    }

    @Test
    void nothingIsPreserved() throws Exception {
        try (TestPki pki = TestPki.start()) {
            stopped(blind(signing(pki)).run("job", "run", "preserve"));
        }
    }

    @Test
    void theDoctorSaysSo() throws Exception {
        Sohoa.Ended doctor = blind(Map.of()).run("doctor");
        assertThat(doctor.exit()).isNotZero();
        assertThat(doctor.out()).contains("signing self-test");
    }

    private void stopped(Sohoa.Ended ended) throws IOException {
        assertThat(ended.exit()).as(ended.out() + ended.err()).isNotIn(0, 4);
        assertThat(ended.out() + ended.err()).contains("signing self-test");
        assertThat(ended.out()).doesNotContain("HOP_LE", "KHONG_CO_CHU_KY");
        try (Stream<Path> made = Files.list(out)) {
            assertThat(made).isEmpty();
        }
    }

    private Map<String, String> signing(TestPki pki) throws IOException {
        TestPki.Entity officer = pki.signer("Cán bộ Thử");
        Path key = Files.write(folder.resolve("key.p12"), pki.pkcs12(officer, "thu".toCharArray()));
        Path pin = Files.writeString(folder.resolve("pin"), "thu\n");
        String host = "127.0.0.1:" + URI.create(pki.tsaAddress()).getPort();
        return Map.of(
                "SOHOA_SIGNING_TOKEN_KIND",
                "pkcs12",
                "SOHOA_SIGNING_TOKEN_TRIAL",
                "true",
                "SOHOA_SIGNING_TOKEN_FILE",
                key.toString(),
                "SOHOA_SIGNING_TOKEN_PINFILE",
                pin.toString(),
                "SOHOA_SIGNING_TSA_URL",
                pki.tsaAddress(),
                "SOHOA_SIGNING_NETWORK_ALLOW",
                host,
                "SOHOA_SIGNING_NETWORK_PRIVATEHOSTS",
                host);
    }
}
