package vn.sohoa.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;
import vn.sohoa.SohoaApplication;
import vn.sohoa.access.Accounts;
import vn.sohoa.catalog.AccessLog;
import vn.sohoa.catalog.AuditTrail;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.catalog.OwnerLinkBook;
import vn.sohoa.catalog.TestCatalog;
import vn.sohoa.dossier.AgencyCode;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.Dossier;
import vn.sohoa.dossier.ExtractedValue;
import vn.sohoa.dossier.FieldName;
import vn.sohoa.dossier.Look;
import vn.sohoa.dossier.OwnerId;
import vn.sohoa.dossier.OwnerLink;
import vn.sohoa.dossier.ProvenanceEvent;
import vn.sohoa.dossier.Role;
import vn.sohoa.dossier.StoredObject;
import vn.sohoa.page.Box;
import vn.sohoa.storage.ObjectRole;
import vn.sohoa.storage.ObjectStore;

/** The house as it runs: every address asked by every role, by nobody, by the own agency and by another. */
class AccessMatrixIT {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String OWN = "H15.12";
    /** No unit above the paper's, whatever the letters. */
    private static final Set<String> FOREIGN = Set.of("H20.07", "H15.1");

    private static final String OTHER = "H20.07";
    private static final String OLD_NUMBER = "012345678";
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    private static TokenAuthority authority;
    private static ConfigurableApplicationContext house;
    private static String address;
    private static Accounts.Made administrator;
    private static Document paper;

    @BeforeAll
    static void start(@TempDir Path data) throws IOException {
        authority = new TokenAuthority();
        house = new SpringApplicationBuilder(SohoaApplication.class)
                .web(WebApplicationType.SERVLET)
                .logStartupInfo(false)
                .run(
                        "--sohoa.home=" + Path.of("").toAbsolutePath(),
                        "--sohoa.data=" + data,
                        "--server.port=0",
                        "--sohoa.access.searches-per-account=100000",
                        "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + authority.issuer(),
                        "--spring.security.oauth2.resourceserver.jwt.jwk-set-uri=" + authority.keys(),
                        "--spring.security.oauth2.resourceserver.jwt.audiences=sohoa",
                        "--spring.security.oauth2.client.registration.tinh.client-id=sohoa",
                        "--spring.security.oauth2.client.registration.tinh.client-secret=x",
                        "--spring.security.oauth2.client.registration.tinh.client-name=Tỉnh",
                        "--spring.security.oauth2.client.registration.tinh.scope=openid",
                        "--spring.security.oauth2.client.registration.tinh.authorization-grant-type=authorization_code",
                        "--spring.security.oauth2.client.registration.tinh.redirect-uri={baseUrl}/login/oauth2/code/tinh",
                        "--spring.security.oauth2.client.provider.tinh.authorization-uri=" + authority.issuer()
                                + "/authorize",
                        "--spring.security.oauth2.client.provider.tinh.token-uri=" + authority.issuer() + "/token",
                        "--spring.security.oauth2.client.provider.tinh.jwk-set-uri=" + authority.keys());
        address = "http://127.0.0.1:" + house.getEnvironment().getRequiredProperty("local.server.port");
        administrator = house.getBean(Accounts.class).first().orElseThrow();
        paper = store(data);
    }

    @AfterAll
    static void stop() {
        house.close();
        authority.close();
    }

    /** A stored paper of a dossier that H15.12 received. */
    private static Document store(Path data) throws IOException {
        Dossier dossier = TestCatalog.dossier("H15.12-261102-0042");
        Document received = TestCatalog.paper(dossier, 1, "don.pdf");
        Path file = Files.writeString(data.resolve("don.pdf"), "don.pdf");
        StoredObject master = house.getBean(ObjectStore.class).put(new AgencyCode(OWN), ObjectRole.MASTER, file);
        house.getBean(Catalog.class).receive(dossier, List.of(received), TestCatalog.event("TIEP_NHAN", "RECEIVED"));
        jdbc().sql("update document set status = 'STORED', code = 'KQ1', media_type = 'application/pdf', pages = 1,"
                        + " objects = :objects where id = :id")
                .param("objects", JsonMapper.shared().writeValueAsString(List.of(master)))
                .param("id", received.id().value())
                .update();
        ExtractedValue old = new ExtractedValue(
                FieldName.OLD_ID, OLD_NUMBER, OLD_NUMBER, 1, Box.NONE, 99, ExtractedValue.Method.OCR);
        house.getBean(OwnerLinkBook.class)
                .keep(
                        received.id(),
                        List.of(OwnerLink.found(
                                OwnerId.find(OLD_NUMBER).orElseThrow(),
                                OwnerId.find("001085000123").orElseThrow(),
                                received.id(),
                                old,
                                TestCatalog.NOON)));
        return received;
    }

    private static JdbcClient jdbc() {
        return JdbcClient.create(house.getBean(DataSource.class));
    }

    @Test
    void everyAddressStandsInTheTable() {
        Set<String> missing = new TreeSet<>();
        for (RequestMappingInfo mapping : house.getBean(
                        "requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()) {
            Set<String> methods = new TreeSet<>();
            mapping.getMethodsCondition().getMethods().forEach(method -> methods.add(method.name()));
            if (methods.isEmpty()) {
                methods.add("GET");
            }
            for (String pattern : mapping.getPatternValues()) {
                methods.stream()
                        .filter(method -> AccessTable.rows().stream()
                                .noneMatch(row -> row.method().equals(method)
                                        && row.pattern().equals(pattern)))
                        .forEach(method -> missing.add(method + " " + pattern));
            }
        }
        assertThat(missing).isEmpty();
    }

    /** One question of the matrix. */
    private record Question(AccessTable.Row row, Optional<Role> role, Optional<String> unit) {
        String path() {
            return VARIABLE.matcher(row.pattern().replace("/**", "/x").replace("*", "x"))
                    .replaceAll(found -> Matcher.quoteReplacement(
                            found.group(1).equals("code") || found.group(1).equals("dossier")
                                    ? paper.dossier().value()
                                    : found.group(1).equals("page")
                                            ? "1"
                                            : paper.id().toString()));
        }

        boolean ofAPaper() {
            return row.pattern().contains("{id}")
                    || row.pattern().contains("{code}")
                    || row.pattern().contains("{document}")
                    || row.pattern().contains("{dossier}");
        }

        /** The paper is stored and so not in review, and its bytes are plain text, which has no picture. */
        private boolean notForThisPaper(int status) {
            return (row.pattern().startsWith("/kiem-tra/") && status == 409)
                    || (row.pattern().contains("/trang/") && status == 404);
        }

        /** What is wrong with the answer, if anything. */
        Optional<String> fault(int status) {
            boolean write = !row.method().equals("GET");
            boolean api = row.pattern().startsWith("/api/");
            boolean signedIn = role.isPresent() && unit.isPresent();
            boolean right;
            if (row.gate() == AccessTable.Gate.OPEN || row.gate() == AccessTable.Gate.MACHINE) {
                right = status != 401 || row.pattern().equals("/dang-nhap");
            } else if (!signedIn && write) {
                right = status == 401 || status == 403 || (!api && status == 302);
            } else if (!signedIn) {
                right = status == (api ? 401 : 302);
            } else if (row.gate() == AccessTable.Gate.ROLES && !row.roles().contains(role.get())) {
                right = status == 403;
            } else if (ofAPaper() && FOREIGN.contains(unit.get())) {
                right = write ? status >= 400 && status != 500 : status == 404;
            } else {
                right = status != 401
                        && status != 403
                        && status != 500
                        && (write || !ofAPaper() || status == 200 || notForThisPaper(status));
            }
            return right
                    ? Optional.empty()
                    : Optional.of(this.row.method() + " " + path() + " " + role + " " + unit + " → " + status);
        }
    }

    @Test
    void everyAddressAnswersEveryRoleOfEveryAgencyAsTheTableSays() throws Exception {
        List<String> faults = new ArrayList<>();
        int asked = 0;
        for (AccessTable.Row row : AccessTable.rows()) {
            if (row.pattern().equals("/dang-xuat")) {
                continue;
            }
            List<Question> questions = new ArrayList<>(List.of(new Question(row, Optional.empty(), Optional.empty())));
            for (Role role : Role.values()) {
                for (String unit : List.of(OWN, "H15", OTHER, "H15.1", "*")) {
                    questions.add(new Question(row, Optional.of(role), Optional.of(unit)));
                }
                questions.add(new Question(row, Optional.of(role), Optional.empty())); // a token without unit
            }
            for (Question question : questions) {
                asked++;
                question.fault(ask(question)).ifPresent(faults::add);
            }
        }
        System.out.println("access matrix: " + asked + " questions, " + faults.size() + " wrong answers");
        assertThat(faults).isEmpty();
    }

    private static int ask(Question question) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + question.path()))
                .header("Content-Type", "application/json");
        question.role()
                .ifPresent(role -> request.header(
                        "Authorization",
                        "Bearer " + authority.token(question.unit().orElse(""), role)));
        String method = question.row().method();
        request.method(
                method,
                method.equals("GET") ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString("{}"));
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void aTokenThatIsNotGoodOpensNothing() throws Exception {
        String path = "/api/v1/documents/" + paper.id();
        Role officer = Role.PROCESSING_OFFICER;
        assertThat(get(path, authority.token(OWN, officer)).statusCode()).isEqualTo(200);
        for (String bad : List.of(
                authority.expired(OWN, officer),
                authority.forged(OWN, officer),
                authority.ofAnotherIssuer(OWN, officer),
                authority.token(OWN, officer) + "x")) {
            assertThat(get(path, bad).statusCode()).isEqualTo(401);
        }
    }

    /** By a form alone, as without scripts; numbers stay masked. */
    @Test
    void aRecordsOfficerSaysWhetherTwoNumbersAreOfOnePerson() throws Exception {
        String path = "/lien-ket/" + paper.id();
        String officer = authority.token(OWN, Role.RECORDS_OFFICER);
        assertThat(get("/lien-ket", officer).body()).contains(path, "•••678").doesNotContain(OLD_NUMBER);
        assertThat(get("/lien-ket", authority.token(OTHER, Role.RECORDS_OFFICER))
                        .body())
                .doesNotContain(path);
        HttpResponse<String> page = get(path, officer);
        assertThat(page.body())
                .contains("<button name=\"word\" value=\"CONFIRMED\"", "name=\"_csrf\"")
                .doesNotContain(OLD_NUMBER, "001085000123");
        Look look = house.getBean(AccessLog.class)
                .newest(Optional.of(paper.id()), 1)
                .get(0)
                .look();
        assertThat(look.kind()).isEqualTo(Look.Kind.FIELDS);

        assertThat(say(path, "MAYBE", officer)).isEqualTo(400);
        assertThat(say(path, "CONFIRMED", authority.token(OTHER, Role.RECORDS_OFFICER)))
                .isEqualTo(404);
        assertThat(say(path, "CONFIRMED", authority.token(OWN, Role.PROCESSING_OFFICER)))
                .isEqualTo(403);
        assertThat(state()).isEqualTo("PROPOSED");
        assertThat(say(path, "CONFIRMED", officer)).isEqualTo(302);
        assertThat(state()).isEqualTo("CONFIRMED");
        assertThat(get("/lien-ket", officer).body()).doesNotContain(path);
        assertThat(say(path, "REFUSED", officer)).as("a change of mind").isEqualTo(302);
        assertThat(state()).isEqualTo("REFUSED");
        assertThat(house.getBean(AuditTrail.class).history(paper.id()))
                .filteredOn(event -> event.step().equals("LIEN_KET_CHU"))
                .extracting(ProvenanceEvent::event)
                .containsExactly("CONFIRMED", "REFUSED");
    }

    private static String state() {
        return house.getBean(OwnerLinkBook.class).of(paper.id()).get(0).state().name();
    }

    private static int say(String path, String word, String token) throws IOException, InterruptedException {
        return CLIENT.send(
                        HttpRequest.newBuilder(URI.create(address + path))
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString("word=" + word))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void aLookIsInTheLogBeforeItIsShownAndWithoutTheLogNothingIsShown() throws Exception {
        String path = "/api/v1/documents/" + paper.id();
        String token = authority.token(OWN, Role.RECORDS_OFFICER);
        assertThat(get(path, token).statusCode()).isEqualTo(200);
        AccessLog log = house.getBean(AccessLog.class);
        Look look = log.newest(Optional.of(paper.id()), 1).get(0).look();
        assertThat(look.kind()).isEqualTo(Look.Kind.FIELDS);
        assertThat(look.who()).contains("RECORDS_OFFICER").endsWith("@" + authority.issuer());
        assertThat(look.unit()).isEqualTo(OWN);
        jdbc().sql("alter table access_entry rename to access_entry_away").update();
        try {
            HttpResponse<String> refused = get(path, token);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.body()).doesNotContain("Giấy số 1");
        } finally {
            jdbc().sql("alter table access_entry_away rename to access_entry").update();
        }
        assertThat(log.violations()).isEmpty();
    }

    @Test
    void peopleSignInByFormAndHaveToTakeAnotherPasswordFirst() throws Exception {
        HttpClient browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        HttpResponse<String> form = page(browser, "/dang-nhap");
        String before = form.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(before).contains("HttpOnly", "SameSite=Lax");
        assertThat(form.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(form.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(form.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        HttpResponse<String> in =
                post(browser, form, "/dang-nhap", "name", "quantri", "password", administrator.password());
        assertThat(in.headers().firstValue("Location").orElseThrow()).endsWith("/quan-tri/tai-khoan");
        assertThat(in.headers().firstValue("Set-Cookie").orElseThrow()).isNotEqualTo(before);
        assertThat(page(browser, "/bao-cao").headers().firstValue("Location").orElseThrow())
                .endsWith("/doi-mat-khau");
        HttpResponse<String> changed = post(
                browser,
                page(browser, "/doi-mat-khau"),
                "/doi-mat-khau",
                "old",
                administrator.password(),
                "wanted",
                "muoi hai chu tro len",
                "again",
                "muoi hai chu tro len");
        assertThat(changed.statusCode()).isEqualTo(302);
        assertThat(page(browser, "/bao-cao").statusCode())
                .as("let in; no run yet")
                .isEqualTo(200);
        assertThat(page(browser, "/").statusCode()).isEqualTo(403);
        assertThat(page(browser, "/ma-xac-thuc").body()).contains("<svg", "viewBox=\"-4 -4 ");
        HttpResponse<String> bare = browser.send(
                HttpRequest.newBuilder(URI.create(address + "/dang-xuat"))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(bare.statusCode()).as("a form of another page").isEqualTo(403);
        post(browser, page(browser, "/ma-xac-thuc"), "/dang-xuat");
        assertThat(page(browser, "/bao-cao").headers().firstValue("Location").orElseThrow())
                .endsWith("/dang-nhap");
    }

    @Test
    void peopleSignInElsewhereAndAreWhoTheirClaimsSay() throws Exception {
        HttpClient browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        assertThat(page(browser, "/dang-nhap").body()).contains("/oauth2/authorization/tinh", "Tỉnh");
        String away = page(browser, "/oauth2/authorization/tinh")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(away).startsWith(authority.issuer() + "/authorize");
        authority.letIn(URLDecoder.decode(parameter(away, "nonce"), StandardCharsets.UTF_8), OWN, Role.AUDITOR);
        HttpResponse<String> back = page(browser, "/login/oauth2/code/tinh?code=x&state=" + parameter(away, "state"));
        assertThat(back.headers().firstValue("Location").orElseThrow()).endsWith("/dang-nhap");
        assertThat(page(browser, "/dang-nhap").statusCode()).isEqualTo(302);
        assertThat(page(browser, "/api/v1/documents/" + paper.id()).statusCode())
                .isEqualTo(403);
        assertThat(page(HttpClient.newHttpClient(), "/login/oauth2/code/tinh?code=x&state=y")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .contains("/dang-nhap");
    }

    /** As it stands in the address, still escaped. */
    private static String parameter(String address, String name) {
        Matcher found = Pattern.compile("[?&]" + name + "=([^&]+)").matcher(address);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void whoTriesTooOftenIsToldWhenToComeBack() throws Exception {
        HttpClient browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        HttpResponse<String> form = page(browser, "/dang-nhap");
        HttpResponse<String> last = form;
        for (int i = 0; i < 6; i++) {
            last = post(browser, form, "/dang-nhap", "name", "ai.do", "password", "sai");
        }
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(last.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 12);
    }

    private static HttpResponse<String> page(HttpClient browser, String path) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(URI.create(address + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(
            HttpClient browser, HttpResponse<String> form, String path, String... fields)
            throws IOException, InterruptedException {
        Matcher mark = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(form.body());
        assertThat(mark.find()).isTrue();
        StringBuilder body = new StringBuilder("_csrf=" + mark.group(1));
        for (int i = 0; i < fields.length; i += 2) {
            body.append('&')
                    .append(fields[i])
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return browser.send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
