package vn.sohoa.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sohoa.dossier.SignatureVerdict;
import vn.sohoa.signing.CanaryPaper;
import vn.sohoa.signing.SignatureVerifiers;
import vn.sohoa.signing.network.CanaryServer;
import vn.sohoa.signing.network.NetworkSettings;
import vn.sohoa.testpki.TestPki;

/** No connection is made that a document asks for: not by a reader, and by this process only to hosts of the list. */
class CanaryTest {
    @TempDir
    Path folder;

    private Path trust() throws Exception {
        return Files.createDirectories(folder.resolve("trust"));
    }

    @Test
    void nobodyIsVisitedForAnythingThatAPaperNames() throws Exception {
        try (CanaryServer canary = CanaryServer.open()) {
            CanaryPaper paper = new CanaryPaper(canary.place());
            Files.writeString(trust().resolve("root.pem"), TestPki.pem(paper.root()));
            for (boolean chain : List.of(true, false)) {
                Path file = Files.write(folder.resolve(chain + ".pdf"), paper.signed(chain));
                SignatureVerifiers.offline(trust()).verify(file, "application/pdf");
                try (DocumentReader reader =
                        DocumentReaders.inquiring(settings(), NetworkSettings.nobody(), Clock.systemUTC())) {
                    DocumentReading reading = reader.read(file, ReadingRequest.of(Part.SIGNATURES));
                    assertThat(reading.signature().orElseThrow().verdict()).isEqualTo(SignatureVerdict.CAN_XEM_XET);
                }
            }
            assertThat(canary.requests()).isEmpty();
            assertThat(canary.connections()).isZero();
        }
    }

    @Test
    void whatTheyWouldHaveAskedIsAskedOfAllowedHostsAlone() throws Exception {
        try (CanaryServer canary = CanaryServer.open();
                CanaryServer other = CanaryServer.open()) {
            CanaryPaper paper = new CanaryPaper(canary.place());
            Files.writeString(trust().resolve("root.pem"), TestPki.pem(paper.root()));
            Path file = Files.write(folder.resolve("a.pdf"), paper.signed(true));
            NetworkSettings elsewhere = NetworkSettings.of(List.of(other.place()), List.of(other.place()), List.of());
            judge(file, elsewhere);
            assertThat(canary.connections() + other.connections()).isZero();
            // the proof that the canary can sing
            NetworkSettings here = NetworkSettings.of(List.of(canary.place()), List.of(canary.place()), List.of());
            assertThat(judge(file, here)).isEqualTo(SignatureVerdict.CAN_XEM_XET);
            assertThat(canary.requests())
                    .isNotEmpty()
                    .anyMatch(request -> request.startsWith("POST /ocsp"))
                    .anyMatch(request -> request.startsWith("GET /ca.crl"))
                    .noneMatch(request -> request.contains("policy") || request.contains("x.dtd"));
        }
    }

    private SignatureVerdict judge(Path file, NetworkSettings network) {
        return VerifyingReader.judges(folder.resolve("trust"), folder.resolve("answers"), network, Clock.systemUTC())
                .reader()
                .read(file, ReadingRequest.of(Part.SIGNATURES))
                .signature()
                .orElseThrow()
                .verdict();
    }

    private ReadingSettings settings() {
        Path models = Path.of("ocr-models");
        return ReadingSettings.standard(models, folder.resolve("natives"), folder.resolve("trust"));
    }
}
