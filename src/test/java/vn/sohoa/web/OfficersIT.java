package vn.sohoa.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import vn.sohoa.SohoaApplication;
import vn.sohoa.access.Accounts;
import vn.sohoa.access.Visitor;
import vn.sohoa.catalog.OwnerLinkBook;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DossierCode;
import vn.sohoa.dossier.ExtractedValue;
import vn.sohoa.dossier.FieldName;
import vn.sohoa.dossier.OwnerId;
import vn.sohoa.dossier.OwnerLink;
import vn.sohoa.dossier.Role;
import vn.sohoa.job.JobDefinitions;
import vn.sohoa.job.JobRuns;
import vn.sohoa.page.Box;
import vn.sohoa.reuse.ApproveReusable;
import vn.sohoa.workflow.TrackDossier;
import vn.sohoa.workflow.desk.ShowPaper;

/** Officers at work in a real browser: what each comes for, by mouse and by keyboard; every page looked at by axe and kept as a picture. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OfficersIT {
    private static final Path SAMPLES = Path.of("jobs/samples");
    private static final Path PICTURES = Path.of("target/screenshots");
    private static final List<String> DELIVERED =
            List.of("H15.12-261103-0007", "H58.13.35-261112-0031", "H49.18-261105-0021");
    private static final DossierCode BIRTH = new DossierCode("H15.12-261103-0007");
    private static final int TO_REVIEW = 10;
    private static final String PASSWORD = "bon-mua-xuan-ha-thu-dong";
    private static final Visitor TEST = Visitor.machine("test");

    @TempDir
    static Path folder;

    private static ConfigurableApplicationContext house;
    private static Browser browser;
    private static String base;
    private static String signedIn = "";
    private static String axe;
    /** On a telephone every value has its label before it; a label of nothing is left out. */
    private static final String LABELS_OF_NOTHING =
            "[...document.querySelectorAll('td[data-label]')].filter(td => td.offsetParent && !td.innerText.trim()"
                    + " && getComputedStyle(td, '::before').content !== 'none').map(td => td.dataset.label)";

    @BeforeAll
    static void openTheHouse() throws Exception {
        Optional<Path> chromium = Browser.installed();
        assumeTrue(chromium.isPresent(), "Chromium is not installed: pages are not tested in a browser");
        Path data = folder.resolve("data");
        deliver(data);
        house = new SpringApplicationBuilder(SohoaApplication.class)
                .web(WebApplicationType.SERVLET)
                .logStartupInfo(false)
                .run(
                        "--sohoa.home=" + Path.of("").toAbsolutePath(),
                        "--sohoa.data=" + data,
                        "--sohoa.access.searches-per-account=1000",
                        "--server.port=0");
        base = "http://127.0.0.1:" + house.getEnvironment().getProperty("local.server.port");
        house.getBean(JobRuns.class)
                .run(new JobDefinitions(Path.of("jobs")).find("demo"), data.resolve("inbox"), progress -> {});
        house.getBean(ApproveReusable.class).approve(birthExtract().id(), "nguoi.duyet");
        browser = Browser.start(chromium.get(), Files.createDirectories(folder.resolve("profile")));
        try (InputStream script =
                OfficersIT.class.getResourceAsStream("/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js")) {
            axe = new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
        if (house != null) {
            house.close();
        }
    }

    /** Sample dossiers, and ten of one paper that lacks a field, each with other bytes. */
    private static void deliver(Path data) throws IOException {
        copy(SAMPLES.resolve("trust"), data.resolve("trust"));
        for (String dossier : DELIVERED) {
            copy(
                    SAMPLES.resolve("inbox").resolve(dossier),
                    data.resolve("inbox").resolve(dossier));
        }
        byte[] doubtful = Files.readAllBytes(SAMPLES.resolve("inbox/H58.13.35-261112-0032/giay-nghi-phep.jpg"));
        for (int n = 0; n < TO_REVIEW; n++) {
            String code = "H58.13.35-261113-01%02d".formatted(n);
            Path dossier = Files.createDirectories(data.resolve("inbox").resolve(code));
            byte[] other =
                    java.util.Arrays.copyOf(doubtful, doubtful.length + n + 1); // blanks after the end of the picture
            Files.write(dossier.resolve("giay-nghi-phep.jpg"), other);
            Files.writeString(dossier.resolve("dossier.json"), """
                    {"code": "%s", "procedure": "1.012299", "received": "2026-11-13", "due": "2026-12-02",
                     "receivingUnit": "H58.13.35", "papers": [{"file": "giay-nghi-phep.jpg", "title": "Giấy nghỉ phép"}]}
                    """.formatted(code));
            Files.createFile(dossier.resolve(".ready"));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Path target = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(each, target);
                }
            }
        }
    }

    private static Document birthExtract() {
        return house.getBean(TrackDossier.class).dossier(BIRTH).orElseThrow().papers().stream()
                .filter(paper -> paper.source().name().equals("trich-luc-khai-sinh.pdf"))
                .findFirst()
                .orElseThrow();
    }

    /** Signs in by the form, as somebody with a new account and its one-time password. */
    private static void signIn(String name, Role role) {
        if (signedIn.equals(name)) {
            return;
        }
        if (!signedIn.isEmpty()) {
            browser.loading(() -> browser.click(".who form button"));
        }
        String once = house.getBean(Accounts.class)
                .add(TEST, name, "Cán bộ " + name, Set.of(role), "*")
                .password();
        browser.open(base + "/dang-nhap");
        browser.fill("#name", name);
        browser.fill("#password", once);
        browser.loading(() -> browser.press("Enter"));
        assertThat(browser.address()).endsWith("/doi-mat-khau");
        browser.fill("#old", once);
        browser.fill("#wanted", PASSWORD);
        browser.fill("#again", PASSWORD);
        browser.loading(() -> browser.press("Enter"));
        assertThat(browser.address()).doesNotContain("mat-khau");
        signedIn = name;
    }

    /** Keeps the page as a picture on a desk and on a telephone, and lets axe look at both. */
    private static void lookAt(String name) throws IOException {
        for (int[] size : new int[][] {{1366, 768}, {390, 844}}) {
            browser.picture(PICTURES.resolve(name + "-" + size[0] + ".png"), size[0], size[1]);
            assertThat(browser.eval("document.documentElement.scrollWidth").asInt())
                    .as(name + " is wider than a screen of " + size[0])
                    .isLessThanOrEqualTo(size[0]);
            browser.eval(axe + "; true");
            JsonNode found = browser.eval(
                    "axe.run(document, {resultTypes: ['violations']}).then(r => r.violations.filter(v => v.impact === 'serious'"
                            + " || v.impact === 'critical').map(v => v.id + ' ' + v.nodes.map(n => n.html.slice(0, 160)).join(' | ')))");
            assertThat(found).as(name + " at " + size[0]).isEmpty();
            assertThat(browser.eval(LABELS_OF_NOTHING))
                    .as(name + " at " + size[0])
                    .isEmpty();
        }
        browser.size(1366, 768);
    }

    private static void open(String path) {
        browser.open(base + path);
    }

    @Test
    @Order(1)
    void aProcessingOfficerFindsAPaperWithoutAccentsAndTakesItInFourClicks() throws Exception {
        open("/dang-nhap");
        lookAt("dang-nhap");
        signIn("ha.tran", Role.PROCESSING_OFFICER);
        lookAt("tra-cuu");
        long begun = System.nanoTime();
        browser.fill("#q", "trich luc khai sinh");
        browser.loading(() -> browser.click("#search .go button"));
        assertThat(browser.text(".hits")).contains("Trích lục");
        assertThat(browser.has("mark")).isTrue();
        assertThat(browser.address()).doesNotContain("trich");
        lookAt("ket-qua");
        browser.loading(() -> browser.click(".hits a[href*=\"" + birthExtract().id() + "\"]"));
        assertThat(browser.text("h1")).contains("Trích lục khai sinh");
        assertThat(browser.has("svg.sheet rect.hit")).isTrue();
        assertThat(browser.text(".badges")).contains("Hợp lệ");
        lookAt("giay-to");
        browser.fill("#dossier", "H15.12-261120-0001");
        browser.fill("#procedure", "1.004873");
        browser.fill("#purpose", "Đăng ký khai sinh");
        browser.loading(() -> browser.click(".facts-side form button"));
        assertThat(browser.text(".answer h2")).isEqualTo("Được tái sử dụng");
        lookAt("tai-su-dung");
        Path downloads = Files.createDirectories(folder.resolve("downloads"));
        browser.downloadsTo(downloads);
        browser.click(".answer form button");
        Browser.await(() -> zip(downloads).isPresent(), "the archive");
        long seconds = (System.nanoTime() - begun) / 1_000_000_000;
        try (ZipFile taken = new ZipFile(zip(downloads).orElseThrow().toFile())) {
            assertThat(taken.stream().map(entry -> entry.getName()))
                    .contains(birthExtract().id() + ".pdf", birthExtract().id() + ".evidence.json");
        }
        open("/giay-to/" + birthExtract().id());
        assertThat(browser.text(".facts-side")).contains("H15.12-261120-0001", "ha.tran");
        assertThat(house.getBean(ShowPaper.class).uses(birthExtract().id())).isNotEmpty();
        assertThat(seconds).isLessThan(120); // the walk of a person is timed elsewhere; here axe and pictures are in it
    }

    @Test
    @Order(2)
    void anOfficerWhoIsNewTakesABirthRecordWithinFourClicks() throws Exception {
        signIn("ha.tran", Role.PROCESSING_OFFICER);
        Path downloads = Files.createDirectories(folder.resolve("walk"));
        browser.downloadsTo(downloads);
        open("/");
        int before = browser.clicks();
        long begun = System.nanoTime();
        browser.fill("#q", "khai sinh");
        browser.loading(() -> browser.click("#search .go button"));
        browser.loading(() -> browser.click(".hits a[href*=\"" + birthExtract().id() + "\"]"));
        browser.fill("#dossier", "H15.12-261120-0002");
        browser.fill("#procedure", "1.004873");
        browser.fill("#purpose", "Cấp thẻ bảo hiểm y tế");
        browser.loading(() -> browser.click(".facts-side form button"));
        browser.click(".answer form button");
        Browser.await(() -> zip(downloads).isPresent(), "the archive");
        System.out.printf(
                "walk: a birth record found and taken in %d clicks, %.1f s%n",
                browser.clicks() - before, (System.nanoTime() - begun) / 1e9);
        assertThat(browser.clicks() - before).isLessThanOrEqualTo(4);
    }

    private static Optional<Path> zip(Path downloads) {
        try (Stream<Path> files = Files.list(downloads)) {
            return files.filter(file -> file.toString().endsWith(".zip")).findFirst();
        } catch (IOException cannot) {
            return Optional.empty();
        }
    }

    @Test
    @Order(2)
    void aProcessingOfficerHandsInADossier() throws Exception {
        signIn("ha.tran", Role.PROCESSING_OFFICER);
        open("/nop");
        lookAt("nop");
        Path scan = SAMPLES.resolve("inbox/H15.12-261102-0042/giay-khai-sinh.tif");
        browser.fill("#code", "sai ma");
        browser.fill("#unit", "H15.12");
        browser.fill("#procedure", "1.001193");
        browser.choose("#components", List.of(scan));
        browser.eval("document.querySelector('#code').form.noValidate = true");
        browser.loading(() -> browser.click(".go button"));
        assertThat(browser.text(".notice.bad"))
                .contains("Mã hồ sơ không đúng quy cách. [sai ma]", "H15.12-261102-0042");
        assertThat(browser.eval("document.querySelector('#procedure').value").asString())
                .isEqualTo("1.001193");
        lookAt("nop-sai");
        browser.fill("#code", "H15.12-261121-0009");
        browser.choose("#components", List.of(scan));
        browser.loading(() -> browser.click(".go button"));
        assertThat(browser.text(".notice.good")).contains("H15.12-261121-0009");
        Path laid = laid("H15.12-261121-0009+");
        assertThat(laid.resolve(".ready")).exists();
        assertThat(laid.resolve("giay-khai-sinh.tif")).exists();
        assertThat(laid.resolve("dossier.json")).content().contains("H15.12-261121-0009", "1.001193");
        open("/chu-giay-to");
        browser.fill("#owner", birthExtract().owner().value());
        browser.fill("#purpose", "Tiếp nhận hồ sơ");
        browser.loading(() -> browser.click("form.card button"));
        assertThat(browser.text("main")).contains("Trích lục khai sinh", "Được tái sử dụng");
        assertThat(browser.address()).endsWith("/chu-giay-to");
        lookAt("chu-giay-to");
        open("/thu-hoi");
        lookAt("thu-hoi");
        open("/ho-so/" + BIRTH);
        assertThat(browser.text("h1")).contains(BIRTH.value());
        lookAt("ho-so");
    }

    private static Path laid(String start) throws IOException {
        try (Stream<Path> waiting = Files.list(folder.resolve("data/inbox"))) {
            return waiting.filter(each -> each.getFileName().toString().startsWith(start))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    @Order(3)
    void whatIsNotOnesOwnIsDenied() throws Exception {
        signIn("ha.tran", Role.PROCESSING_OFFICER);
        for (String path : List.of("/viec", "/kiem-tra", "/quan-tri/tai-khoan", "/nhat-ky", "/trung-lap")) {
            int status =
                    browser.eval("fetch('" + path + "').then(r => r.status)").asInt();
            assertThat(status).as(path).isEqualTo(403);
            assertThat(browser.has("nav a[href=\"" + path + "\"]")).as(path).isFalse();
        }
        int forged = browser.eval(
                        "fetch('/nop', {method: 'POST', body: new URLSearchParams({code: 'x'})}).then(r => r.status)")
                .asInt();
        assertThat(forged).isEqualTo(403);
    }

    @Test
    @Order(4)
    void aRecordsOfficerClearsTenDoubtsByKeyboard() throws Exception {
        signIn("lan.pham", Role.RECORDS_OFFICER);
        open("/kiem-tra");
        lookAt("kiem-tra");
        int before = rows();
        browser.loading(() -> browser.click("main a.button"));
        lookAt("kiem-tra-mot");
        browser.press("?");
        assertThat(browser.eval("document.querySelector('details.keys').open").asBoolean())
                .isTrue();
        String first = browser.address();
        browser.loading(() -> browser.press("j"));
        assertThat(browser.address()).isNotEqualTo(first);
        browser.loading(() -> browser.press("k"));
        assertThat(browser.address()).isEqualTo(first);
        int decisions = 0;
        while (browser.has(".desk") && decisions < 60) {
            String key = browser.has("[data-key=Enter]") ? "Enter" : browser.has("[data-key=r]") ? "r" : "s";
            browser.loading(() -> browser.press(key));
            decisions++;
        }
        open("/kiem-tra");
        assertThat(before).isGreaterThanOrEqualTo(TO_REVIEW);
        assertThat(rows()).isZero();
        lookAt("kiem-tra-het");
        open("/xac-nhan");
        lookAt("hang-loat");
    }

    private static int rows() {
        return browser.eval("document.querySelectorAll('table.list tbody tr').length")
                .asInt();
    }

    @Test
    @Order(5)
    void aRecordsOfficerStartsAJobAndSeesItEnd() throws Exception {
        signIn("lan.pham", Role.RECORDS_OFFICER);
        open("/viec");
        int runs = browser.eval("document.querySelectorAll('#live tbody tr').length")
                .asInt();
        browser.loading(
                () -> browser.eval("document.querySelector('input[value=demo]').form.querySelector('button').click()"));
        assertThat(browser.text(".notice.good")).contains("demo");
        lookAt("viec");
        Browser.await(
                () -> browser.eval("document.querySelectorAll('#live tbody tr').length")
                                        .asInt()
                                > runs
                        && browser.text("#live tbody tr .badge").equals("Hoàn thành"),
                "the end of the run, without loading the page again");
        browser.loading(() -> browser.click("#live tbody a"));
        assertThat(browser.text("h1")).startsWith("demo");
        lookAt("luot-chay");
        open("/bao-cao");
        lookAt("bao-cao");
        open("/ho-so/H15.12-261121-0009");
        assertThat(browser.text("table")).contains("Giấy khai sinh", "Đã lưu");
    }

    @Test
    @Order(6)
    void theListsOfWhatWaitsAreThere() throws Exception {
        signIn("lan.pham", Role.RECORDS_OFFICER);
        open("/quet-lai");
        assertThat(browser.text("main")).contains("giay-gioi-thieu-quet-nho.jpg", "dpi");
        lookAt("quet-lai");
        open("/ky-so");
        lookAt("ky-so");
        open("/trung-lap");
        lookAt("trung-lap");
        if (browser.has("td a.button")) {
            browser.loading(() -> browser.click("td a.button"));
            lookAt("trung-lap-mot");
        }
        open("/khong-co");
        lookAt("khong-co");
    }

    @Test
    @Order(6)
    void aRecordsOfficerSaysByKeyboardWhetherTwoNumbersAreOfOnePerson() throws Exception {
        Document paper = birthExtract();
        OwnerId old = OwnerId.find("012345678").orElseThrow();
        ExtractedValue said = new ExtractedValue(
                FieldName.OLD_ID, old.value(), old.value(), 1, Box.NONE, 99, ExtractedValue.Method.OCR);
        house.getBean(OwnerLinkBook.class)
                .keep(paper.id(), List.of(OwnerLink.found(old, paper.owner(), paper.id(), said, paper.receivedAt())));
        signIn("lan.pham", Role.RECORDS_OFFICER);
        openStore(paper);
        assertThat(browser.text(".notice.warn")).contains("chờ cán bộ số hóa xem");
        lookAt("chu-giay-to-cho");
        open("/lien-ket");
        lookAt("lien-ket");
        browser.loading(() -> browser.click("main a.button"));
        assertThat(browser.text("main")).contains(old.masked()).doesNotContain(old.value());
        lookAt("lien-ket-mot");
        browser.loading(() -> browser.press("Enter"));
        assertThat(browser.address()).endsWith("/lien-ket");
        assertThat(browser.text(".notice.good")).contains("Đã xác nhận");
        openStore(paper);
        assertThat(browser.text("main")).contains("Số khác của cùng người: " + old.masked());
        lookAt("chu-giay-to-lien-ket");
        browser.loading(() -> browser.click(".linked a"));
        browser.loading(() -> browser.press("r"));
        openStore(paper);
        assertThat(browser.text("main")).doesNotContain(old.masked());
    }

    private static void openStore(Document paper) {
        open("/chu-giay-to");
        browser.fill("#owner", paper.owner().value());
        browser.fill("#purpose", "Kiểm tra liên kết");
        browser.loading(() -> browser.click("form.card button"));
    }

    @Test
    @Order(7)
    void everyPageSpeaksEnglishToo() throws Exception {
        signIn("lan.pham", Role.RECORDS_OFFICER);
        open("/viec");
        browser.loading(() -> browser.click(".who a"));
        assertThat(browser.text("h1")).isEqualTo("Jobs");
        open("/quet-lai");
        assertThat(browser.eval("document.documentElement.lang").asString()).isEqualTo("en");
        assertThat(browser.text("nav")).contains("Rescans");
        browser.loading(() -> browser.click(".who a"));
        assertThat(browser.text("nav")).contains("Quét lại");
    }

    @Test
    @Order(8)
    void pagesAreReadWithoutScripts() {
        signIn("lan.pham", Role.RECORDS_OFFICER);
        browser.scripts(false);
        try {
            for (String path : List.of("/viec", "/quet-lai", "/bao-cao", "/kiem-tra")) {
                open(path);
            }
        } finally {
            browser.scripts(true);
        }
        open("/viec");
        assertThat(browser.text("h1")).isEqualTo("Công việc");
    }

    @Test
    @Order(9)
    void anAdministratorKeepsAccountsAndReadsReferenceData() throws Exception {
        signIn("an.le", Role.ADMINISTRATOR);
        open("/danh-muc");
        lookAt("danh-muc");
        browser.loading(() -> browser.click("ul.columns a"));
        lookAt("danh-muc-tep");
        open("/quan-tri/tai-khoan");
        lookAt("tai-khoan");
        browser.fill("#name", "moi.vu");
        browser.fill("#displayName", "Vũ Thị Mới");
        browser.fill("#unit", "H15.12");
        browser.eval("document.querySelector('input[value=PROCESSING_OFFICER]').click()");
        browser.loading(() -> browser.click("#add button"));
        assertThat(browser.text(".once")).isNotBlank();
        assertThat(browser.text("table")).contains("moi.vu");
        lookAt("tai-khoan-moi");
        int papers = browser.eval("fetch('/giay-to/" + birthExtract().id() + "').then(r => r.status)")
                .asInt();
        assertThat(papers).isEqualTo(403);
    }

    @Test
    @Order(10)
    void anAuditorSeesWhoLookedAtWhat() throws Exception {
        signIn("bac.do", Role.AUDITOR);
        open("/chi-tieu?ky=2026-11");
        assertThat(browser.has(".charts svg")).isTrue();
        lookAt("chi-tieu");
        browser.size(390, 844);
        assertThat(browser.eval("document.querySelector('.charts svg text').getBoundingClientRect().height")
                        .asDouble())
                .as("letters of charts keep their size on a telephone")
                .isGreaterThan(12);
        browser.size(1366, 768);
        browser.loading(() -> browser.click(".list a"));
        assertThat(browser.text("table")).contains(BIRTH.value());
        lookAt("chi-tieu-ho-so");
        open("/nhat-ky");
        assertThat(browser.text("main")).contains("ha.tran", birthExtract().id().toString());
        lookAt("nhat-ky");
    }

    @Test
    @Order(11)
    void theBrowserHasNothingToComplainOf() {
        assertThat(browser.complaints())
                .filteredOn(text -> !text.contains("403") && !text.contains("404") && !text.contains("422"))
                .isEmpty();
    }
}
