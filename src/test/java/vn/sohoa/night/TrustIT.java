package vn.sohoa.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A signed result arrives before anybody has vouched for its issuer: what an operator does then, with the commands of the house. */
class TrustIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PERMIT = "giay-phep-xay-dung.pdf";
    private static final String DOSSIER = "H49.18-261104-0113";

    @TempDir
    Path folder;

    @Test
    void anAnchorThatComesLaterMakesAnEarlierPaperReusableAndItsLossTakesItBack() throws Exception {
        Path data = Files.createDirectories(folder.resolve("data"));
        Path inbox = Files.createDirectories(folder.resolve("inbox"));
        deliver(inbox);
        Sohoa sohoa = new Sohoa(data);
        Sohoa.Ended night = sohoa.run("job", "run", "demo", "--inbox", inbox.toString());
        assertThat(night.exit()).as(night.out() + night.err()).isIn(0, 3);

        JsonNode paper = signed(sohoa);
        String id = paper.get("document").asString();
        assertThat(paper.toString()).contains("CAN_XEM_XET");
        assertThat(sohoa.run("reuse", "approve", id, "--as", "can-bo-hai").exit())
                .isNotZero();

        Path trust = Files.createDirectories(data.resolve("trust"));
        Files.copy(Path.of("jobs/samples/trust/sohoa-sample-root.pem"), trust.resolve("root.pem"));
        Sohoa.Ended doctor = sohoa.run("doctor", "--json");
        assertThat(doctor.out()).contains("TSA 1", "index.yml");
        Sohoa.Ended upkeep = sohoa.run("job", "run", "trust");
        assertThat(upkeep.exit()).as(upkeep.out() + upkeep.err()).isZero();
        assertThat(signed(sohoa).toString()).contains("HOP_LE").contains("KIEM_TRA_LAI");
        Sohoa.Ended approved = sohoa.run("reuse", "approve", id, "--as", "can-bo-hai");
        assertThat(approved.exit()).as(approved.err()).isZero();

        Files.delete(trust.resolve("root.pem"));
        Path out = folder.resolve("out");
        Sohoa.Ended taken = sohoa.run(
                "reuse", "take", id, "--for", "H49.18-261120-0001", "--purpose", "thử", "--out", out.toString());
        assertThat(taken.exit()).isNotZero();
        assertThat(signed(sohoa).toString()).contains("NO_TRUST_ANCHOR");
        try (Stream<Path> files = Files.list(out)) {
            assertThat(files).isEmpty();
        }
    }

    private static JsonNode signed(Sohoa sohoa) throws IOException, InterruptedException {
        Sohoa.Ended shown = sohoa.run("dossier", "show", DOSSIER, "--json");
        assertThat(shown.exit()).as(shown.err()).isZero();
        return JSON.readTree(shown.out()).get("papers").get(0);
    }

    /** The signed result alone. */
    private static void deliver(Path inbox) throws IOException {
        Path dossier = Files.createDirectories(inbox.resolve(DOSSIER));
        Files.copy(Path.of("jobs/samples/inbox", DOSSIER, PERMIT), dossier.resolve(PERMIT));
        Files.writeString(dossier.resolve("dossier.json"), """
                {"code": "%s", "procedure": "1.013225", "received": "2026-11-04", "due": "2026-11-18",
                 "owner": {"id": "022081005316", "name": "Bùi Thế Phương"},
                 "receivingUnit": "H49.18", "processingUnit": "H49.18", "issuingUnit": "H49.18",
                 "papers": [{"file": "%s", "title": "Giấy phép xây dựng", "copy": "ORIGINAL", "result": true}]}
                """.formatted(DOSSIER, PERMIT));
        Files.createFile(dossier.resolve(".ready"));
    }
}
