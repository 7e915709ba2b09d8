package vn.sohoa.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.sohoa.catalog.PortalBook;
import vn.sohoa.catalog.ReuseEntry;
import vn.sohoa.catalog.TestCatalog;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.Dossier;
import vn.sohoa.dossier.Handling;
import vn.sohoa.dossier.OwnerId;
import vn.sohoa.dossier.PaperHandling;
import vn.sohoa.dossier.Problem;

class SendOutboxTest {
    private static final Dossier DOSSIER = TestCatalog.dossier("H15.12-261102-0042");
    private static final Dossier OTHER = TestCatalog.dossier("H15.12-261102-0043");
    private static final Document FIRST = TestCatalog.paper(DOSSIER, 1, "a.pdf");
    private static final Document SECOND = TestCatalog.paper(DOSSIER, 2, "b.pdf");
    private static final Document THIRD = TestCatalog.paper(OTHER, 1, "a.pdf");
    private static final Duration SECOND_LONG = Duration.ofSeconds(1);

    @TempDir
    Path folder;

    private TestCatalog rows;
    private StandInPortal portal;
    private Instant now;

    @BeforeEach
    void open() throws IOException, SQLException {
        rows = TestCatalog.open(folder);
        portal = new StandInPortal();
        rows.catalog().receive(DOSSIER, List.of(FIRST, SECOND), TestCatalog.event("TIEP_NHAN", "RECEIVED"));
        rows.catalog().receive(OTHER, List.of(THIRD), TestCatalog.event("TIEP_NHAN", "RECEIVED"));
        sql("update document set status = 'STORED'");
        sql("insert into outbox (topic, document_id, version) select 'PORTAL', id, 5 from document");
        now = instant("select max(written_at) from outbox").plusSeconds(60);
    }

    @AfterEach
    void close() {
        portal.close();
        rows.close();
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = rows.dataSource().getConnection();
                Statement run = connection.createStatement()) {
            run.execute(statement);
        }
    }

    private Instant instant(String query) throws SQLException {
        try (Connection connection = rows.dataSource().getConnection();
                Statement run = connection.createStatement();
                var answer = run.executeQuery(query)) {
            answer.next();
            return answer.getObject(1, java.time.OffsetDateTime.class).toInstant();
        }
    }

    private SyncSettings settings(String url) {
        return new SyncSettings(
                folder.resolve("portal"),
                url,
                "tok",
                Duration.ofSeconds(5),
                "https://so-hoa.example/{document}",
                Map.of(OwnerId.Kind.OLD_CARD, "2"));
    }

    private int send() {
        SyncSettings settings = settings(portal.url());
        return send(new HttpSyncClient(settings.portal().orElseThrow(), settings.token(), settings.timeout()));
    }

    private int send(SyncClient client) {
        Submissions submissions = new Submissions(rows.catalog(), rows.handlingBook(), rows.portalBook());
        return new SendOutbox(rows.portalBook(), submissions, settings(""), client, Clock.fixed(now, ZoneOffset.UTC))
                .send();
    }

    private JsonNode payload(Submission told) {
        return JsonMapper.shared().readTree(SyncMapping.of(told, settings("")));
    }

    @Test
    void thePayloadHasTheNamesOfTheNationalContractLetterForLetter() {
        Handling handling = new Handling(
                LocalDate.parse("2026-11-04"),
                null,
                Handling.Channel.ONLINE,
                null,
                "G15-HT05",
                "Hộ tịch",
                null,
                true,
                null,
                List.of("CSDLQGDC"));
        JsonNode json = payload(new Submission(
                DOSSIER,
                handling,
                List.of(new Submission.Paper(
                        FIRST, new PaperHandling("KQ.G15.000031", PaperHandling.Reuse.RESULT, true, "KQ-1"))),
                List.of(new Submission.Paper(SECOND, PaperHandling.NONE))));
        assertThat(json.propertyNames())
                .containsExactly(
                        "MaHoSo",
                        "MaTTHC",
                        "TenTTHC",
                        "MaLinhVuc",
                        "TenLinhVuc",
                        "KenhThucHien",
                        "ChuHoSo",
                        "SoGiayToChuHoSo",
                        "LoaiDoiTuong",
                        "NgayTiepNhan",
                        "NgayHenTra",
                        "NgayKetThucXuLy",
                        "NgayTra",
                        "TrangThaiHoSo",
                        "DonViXuLy",
                        "NoiNopHoSo",
                        "HoSoCoThanhPhanSoHoa",
                        "TaiKhoanDuocXacThucVoiVNeID",
                        "DuocThanhToanTrucTuyen",
                        "DinhDanhCHS",
                        "DSKetNoiCSDL",
                        "TaiLieuNop",
                        "DanhSachGiayToKetQua");
        assertThat(json.at("/TaiLieuNop/0").propertyNames())
                .containsExactly(
                        "TepDinhKemId",
                        "TenTepDinhKem",
                        "IsDeleted",
                        "MaThanhPhanHoSo",
                        "DuongDanTaiTepTin",
                        "DuocSoHoa",
                        "DuocTaiSuDung",
                        "DuocLayTuKhoDMQG",
                        "MaKetQuaThayThe");
        assertThat(json.at("/DanhSachGiayToKetQua/0").propertyNames())
                .containsExactly("TenGiayTo", "MaThanhPhanHoSo", "GiayToId", "DuongDanTepTinKetQua", "MaGiayToKetQua");
        assertThat(json.get("NgayTiepNhan").asString()).isEqualTo("20261102000000");
        assertThat(json.get("NgayKetThucXuLy").asString()).isEqualTo("20261104000000");
        assertThat(json.get("NgayTra").isNull()).isTrue();
        assertThat(json.get("KenhThucHien").asInt()).isEqualTo(2);
        assertThat(json.get("TrangThaiHoSo").asInt()).isEqualTo(9);
        assertThat(json.get("LoaiDoiTuong").asInt()).isEqualTo(1);
        assertThat(json.get("TaiKhoanDuocXacThucVoiVNeID").asInt()).isEqualTo(1);
        assertThat(json.at("/DSKetNoiCSDL/0/MaCSDL").asString()).isEqualTo("CSDLQGDC");
        assertThat(json.at("/TaiLieuNop/0/IsDeleted").isBoolean()).isTrue();
        assertThat(json.at("/TaiLieuNop/0/DuocTaiSuDung").asInt()).isEqualTo(2);
        assertThat(json.at("/TaiLieuNop/0/DuocLayTuKhoDMQG").asInt()).isEqualTo(1);
        assertThat(json.at("/DanhSachGiayToKetQua/0/DuongDanTepTinKetQua").asString())
                .isEqualTo("https://so-hoa.example/" + SECOND.id());
    }

    @Test
    void aDossierWithoutManifestSaysOnlyWhatIsKnown() {
        Dossier bare = new Dossier(
                DOSSIER.code(), null, null, null, null, null, DOSSIER.receivingUnit(), DOSSIER.processingUnit(), null);
        JsonNode json = payload(new Submission(bare, Handling.NONE, List.of(), List.of()));
        assertThat(json.get("ChuHoSo").isNull()).isTrue();
        assertThat(json.get("LoaiDoiTuong").isNull()).isTrue();
        assertThat(json.get("HoSoCoThanhPhanSoHoa").asInt()).isZero();
        assertThat(json.get("DinhDanhCHS").isEmpty()).isTrue();
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
        List<String> sent = new ArrayList<>();
        SyncClient client = (name, payload) -> {
            sent.add(name);
            return List.of();
        };
        assertThat(send(client)).isEqualTo(2);
        assertThat(send(client)).isZero();
        assertThat(sent).containsExactlyInAnyOrder("H15.12-261102-0042", "H15.12-261102-0043");
        assertThat(rows.portalBook().unsynced()).isEmpty();
        assertThat(rows.outbox().lag(vn.sohoa.catalog.Outbox.Topic.PORTAL).unsent())
                .isZero();
    }

    @Test
    void thePortalGetsTheTokenAndTheWholeDossier() {
        assertThat(send()).isEqualTo(2);
        assertThat(portal.tokens()).containsOnly("Bearer tok");
        assertThat(portal.dossiers().keySet()).containsExactlyInAnyOrder("H15.12-261102-0042", "H15.12-261102-0043");
        assertThat(portal.dossiers().get("H15.12-261102-0042").get("TaiLieuNop"))
                .hasSize(2);
    }

    @Test
    void aRefusedDossierIsListedWithItsFaultsAndWaitsForAChange() throws SQLException {
        portal.refuse("H15.12-261102-0042", "MaTTHC", "E101", "Khong co thu tuc, so 001085000123");
        assertThat(send()).isEqualTo(1);

        PortalBook.Unsynced line = rows.portalBook().unsynced().get(0);
        assertThat(line.dossier()).isEqualTo(DOSSIER.code());
        assertThat(line.refused()).isTrue();
        assertThat(line.attempts()).isEqualTo(1);
        assertThat(line.faults()).hasSize(1);
        assertThat(line.faults().get(0).field()).isEqualTo("MaTTHC");
        assertThat(line.faults().get(0).message()).doesNotContain("001085000123");

        now = now.plus(Duration.ofDays(3));
        assertThat(send()).isZero();
        assertThat(portal.asked()).isEqualTo(2);

        portal.refuseNothing();
        sql(
                "insert into outbox (topic, document_id, version, written_at) select 'PORTAL', id, 6, timestamp with time zone '"
                        + now.plus(SECOND_LONG) + "' from document where id = '" + FIRST.id() + "'");
        now = now.plusSeconds(60);
        assertThat(send()).isEqualTo(1);
        assertThat(rows.portalBook().unsynced()).isEmpty();
    }

    @Test
    void whenThePortalIsAwayAllWaitLongerEachTime() {
        portal.answerWith(503);
        assertThat(send()).isZero();
        assertThat(portal.asked()).isEqualTo(2);
        assertThat(send()).isZero();
        assertThat(portal.asked()).as("nobody is asked again at once").isEqualTo(2);

        now = now.plus(Duration.ofMinutes(6));
        assertThat(send()).isZero();
        assertThat(rows.portalBook().unsynced()).allMatch(line -> line.attempts() == 2 && !line.refused());

        portal.answerWith(200);
        now = now.plus(Duration.ofMinutes(6));
        assertThat(send()).as("ten minutes are not over").isZero();
        now = now.plus(Duration.ofMinutes(6));
        assertThat(send()).isEqualTo(2);
        assertThat(rows.portalBook().unsynced()).isEmpty();
    }

    @Test
    void aPaperUsedAgainAndANewDayOfReturnAreToldToo() {
        send();
        now = now.plusSeconds(60);
        rows.reuseBook()
                .enter(new ReuseEntry(
                        THIRD.id(), THIRD.source().sha256(), DOSSIER.code(), "can bo", "cấp phép", "rule", now));
        rows.handlingBook()
                .keep(
                        OTHER.code(),
                        new Handling(
                                null,
                                LocalDate.parse("2026-11-05"),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                List.of()),
                        Map.of(),
                        now);
        assertThat(rows.portalBook().unsynced()).hasSize(2);
        now = now.plusSeconds(60);
        assertThat(send()).isEqualTo(2);

        JsonNode files = portal.dossiers().get(DOSSIER.code().value()).get("TaiLieuNop");
        assertThat(files).hasSize(3);
        assertThat(files.get(2).get("DuocTaiSuDung").asInt()).isEqualTo(1);
        assertThat(portal.dossiers()
                        .get(OTHER.code().value())
                        .get("TrangThaiHoSo")
                        .asInt())
                .isEqualTo(10);
        assertThat(send()).isZero();
    }

    @Test
    void secretsGoByHttpsOnly() {
        assertThatExceptionOfType(DigitisationException.class)
                .isThrownBy(() -> settings("http://cong.example/"))
                .matches(failure -> failure.problem() == Problem.CONFIGURATION_INVALID);
        assertThat(settings("").portal()).isEqualTo(Optional.empty());
    }
}
