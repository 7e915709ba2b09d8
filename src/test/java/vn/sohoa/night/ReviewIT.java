package vn.sohoa.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A paper that the machine doubted is mended by an officer and goes on in the next run: through the front door, with real reading. */
class ReviewIT {
    private static final String DOSSIER = "H58.13.35-261112-0032";
    private static final String PAPER = "giay-nghi-phep.jpg";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path folder;

    @Test
    void anOfficerMendsADoubtfulPaperAndTheNextRunStoresIt() throws Exception {
        Path data = Files.createDirectories(folder.resolve("data"));
        Path inbox = Files.createDirectories(folder.resolve("inbox"));
        deliver(inbox);
        Sohoa sohoa = new Sohoa(data);
        Sohoa.Ended night = sohoa.run("job", "run", "demo", "--inbox", inbox.toString());
        assertThat(night.exit()).as(night.out() + night.err()).isEqualTo(3);

        JsonNode entry = json(sohoa.run("review", "list", "--json")).get(0);
        String id = entry.get("document").asString();
        Path crops = folder.resolve("crops");
        JsonNode item = json(sohoa.run("review", "show", id, "--crops", crops.toString(), "--json"));
        assertThat(item.get("doubts")).isNotEmpty();
        assertThat(item.get("crops")).isNotEmpty();
        for (JsonNode file : item.get("crops")) {
            assertThat(ImageIO.read(Path.of(file.asString()).toFile())).isNotNull();
        }

        String seen = item.get("version").asString();
        Sohoa.Ended stale = null;
        for (JsonNode doubt : item.get("doubts")) {
            String subject = doubt.get("subject").asString();
            boolean read = !doubt.get("readings").isEmpty();
            boolean field = !subject.equals(doubt.get("problem").asString());
            Sohoa.Ended done =
                    sohoa.run("review", field && !read ? "reject" : "accept", id, subject, "--as", "lan.pham");
            assertThat(done.exit()).as(done.out() + done.err()).isZero();
            stale = sohoa.run("review", "correct", id, subject, "1", "--seen", seen, "--as", "minh.tran");
            assertThat(stale.exit()).isEqualTo(2);
        }
        assertThat(stale).isNotNull();
        assertThat(stale.err()).contains("ALREADY_DECIDED");
        assertThat(json(sohoa.run("review", "list", "--json"))).isEmpty();

        Sohoa.Ended next = sohoa.run("job", "run", "demo", "--inbox", inbox.toString());
        assertThat(next.exit()).as(next.out() + next.err()).isZero();
        assertThat(sohoa.run("dossier", "show", DOSSIER, "--json").out())
                .contains("\"STORED\"", "ACCESS_COPY", "KIEM_TRA", "lan.pham");
        assertThat(sohoa.run("doctor", "--json").out()).contains("\"violations\" : [ ]");
    }

    private static JsonNode json(Sohoa.Ended ended) {
        assertThat(ended.exit()).as(ended.out() + ended.err()).isZero();
        return JSON.readTree(ended.out());
    }

    private static void deliver(Path inbox) throws IOException {
        Path dossier = Files.createDirectories(inbox.resolve(DOSSIER));
        Files.copy(Path.of("jobs/samples/inbox", DOSSIER, PAPER), dossier.resolve(PAPER));
        Files.writeString(dossier.resolve("dossier.json"), """
                {"code": "%s", "procedure": "1.012299", "received": "2026-11-12", "due": "2026-12-02",
                 "owner": {"id": "082301004423", "name": "Trương Thị Mỹ Xuyên"},
                 "receivingUnit": "H58.13.35", "processingUnit": "H58.13.35", "issuingUnit": "H58.13.35",
                 "papers": [{"file": "%s", "title": "Giấy nghỉ phép", "copy": "ORIGINAL", "result": false}]}
                """.formatted(DOSSIER, PAPER));
        Files.createFile(dossier.resolve(".ready"));
    }
}
