package vn.sohoa.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.sohoa.catalog.Outbox;
import vn.sohoa.catalog.TestCatalog;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.Dossier;
import vn.sohoa.dossier.DossierCode;

class SendOutboxTest {
    private static final Dossier DOSSIER = TestCatalog.dossier("H15.12-261102-0042");

    @TempDir
    Path folder;

    @Test
    void thePayloadHasTheNamesOfTheNationalContractLetterForLetter() {
        JsonNode json =
                JsonMapper.shared().readTree(SyncPayload.of(DOSSIER, List.of(TestCatalog.paper(DOSSIER, 1, "a.pdf"))));
        assertThat(json.propertyNames())
                .containsExactly(
                        "MaHoSo",
                        "MaTTHC",
                        "TenTTHC",
                        "ChuHoSo",
                        "NgayTiepNhan",
                        "NgayHenTra",
                        "DonViXuLy",
                        "NoiNopHoSo",
                        "HoSoCoThanhPhanSoHoa",
                        "TaiLieuNop");
        assertThat(json.at("/TaiLieuNop/0").propertyNames())
                .containsExactly(
                        "TepDinhKemId", "TenTepDinhKem", "IsDeleted", "DuocSoHoa", "DuocTaiSuDung", "DuocLayTuKhoDMQG");
        assertThat(json.get("NgayTiepNhan").asString()).isEqualTo("20261102000000");
        assertThat(json.get("NgayHenTra").asString()).isEqualTo("20261105000000");
        assertThat(json.get("HoSoCoThanhPhanSoHoa").asInt()).isEqualTo(1);
        assertThat(json.at("/TaiLieuNop/0/DuocSoHoa").asInt()).isEqualTo(1);
        assertThat(json.at("/TaiLieuNop/0/IsDeleted").isBoolean()).isTrue();
    }

    @Test
    void aDossierWithoutManifestSaysOnlyWhatIsKnown() {
        Dossier bare = new Dossier(
                DOSSIER.code(), null, null, null, null, null, DOSSIER.receivingUnit(), DOSSIER.processingUnit(), null);
        JsonNode json = JsonMapper.shared().readTree(SyncPayload.of(bare, List.of()));
        assertThat(json.get("ChuHoSo").isNull()).isTrue();
        assertThat(json.get("HoSoCoThanhPhanSoHoa").asInt()).isZero();
    }

    @Test
    void theSameEventAgainReplacesItsOwnFile() throws IOException {
        FolderSyncClient client = new FolderSyncClient(folder.resolve("portal"));
        client.send("H15.12-261102-0042", new byte[] {1});
        client.send("H15.12-261102-0042", new byte[] {2});
        try (var files = Files.list(folder.resolve("portal"))) {
            assertThat(files).containsExactly(folder.resolve("portal").resolve("H15.12-261102-0042.json"));
        }
        assertThat(folder.resolve("portal").resolve("H15.12-261102-0042.json")).hasBinaryContent(new byte[] {2});
    }

    @Test
    void eachDossierIsSentOnceAndThenMarked() {
        Document first = TestCatalog.paper(DOSSIER, 1, "a.pdf");
        Document second = TestCatalog.paper(DOSSIER, 2, "b.pdf");
        Dossier other = TestCatalog.dossier("H15.12-261102-0043");
        Document third = TestCatalog.paper(other, 1, "a.pdf");
        List<Long> marked = new ArrayList<>();
        Outbox outbox = new Outbox() {
            @Override
            public List<Event> unsent(Topic topic, int limit) {
                assertThat(topic).isEqualTo(Topic.PORTAL);
                return marked.isEmpty()
                        ? List.of(
                                new Event(1, first.id(), 5), new Event(2, second.id(), 5), new Event(3, third.id(), 5))
                        : List.of();
            }

            @Override
            public Lag lag(Topic topic) {
                return new Lag(0, java.time.Duration.ZERO);
            }

            @Override
            public void sent(Topic topic, java.util.Collection<Long> events) {
                marked.addAll(events);
            }
        };
        List<String> sent = new ArrayList<>();
        try (TestCatalog rows = TestCatalog.open(folder)) {
            rows.catalog().receive(DOSSIER, List.of(first, second), TestCatalog.event("TIEP_NHAN", "RECEIVED"));
            rows.catalog().receive(other, List.of(third), TestCatalog.event("TIEP_NHAN", "RECEIVED"));
            int number = new SendOutbox(
                            outbox, rows.catalog(), (name, payload) -> sent.add(new DossierCode(name).value()))
                    .send();
            assertThat(number).isEqualTo(2);
        }
        assertThat(sent).containsExactlyInAnyOrder("H15.12-261102-0042", "H15.12-261102-0043");
        assertThat(marked).containsExactly(1L, 2L, 3L);
    }
}
