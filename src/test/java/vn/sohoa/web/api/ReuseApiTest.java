package vn.sohoa.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.sohoa.access.AccessFixture;
import vn.sohoa.access.Looks;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.Language;
import vn.sohoa.dossier.Look;
import vn.sohoa.dossier.Problem;
import vn.sohoa.reuse.ReuseFixture;
import vn.sohoa.web.ApiFixture;

class ReuseApiTest {
    private static final String QUESTION =
            "{\"owner\": \"001085000123\", \"type\": \"GIAY_KHAI_SINH\", \"procedure\": \"1.004873\", \"on\": \"2026-11-20\"}";

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    @TempDir
    private Path folder;

    private final List<Look> seen = new ArrayList<>();
    private ReuseFixture shelf;
    private MockMvc web;

    @BeforeEach
    void open() {
        shelf = new ReuseFixture(folder);
        Clock clock = Clock.systemUTC();
        Looks looks = AccessFixture.looks(seen, clock);
        web = ApiFixture.with(new ReuseApi(
                shelf.find(), shelf.precheck(), ApiFixture.handout(shelf.deliver(), looks, folder), looks, clock));
    }

    @AfterEach
    void close() {
        shelf.close();
    }

    private MvcResult ask(String path, String body) throws Exception {
        return web.perform(post("/api/v1/reuse" + path)
                        .contentType("application/json")
                        .content(body)
                        .locale(VIETNAMESE))
                .andReturn();
    }

    private static JsonNode json(MockHttpServletResponse response) throws IOException {
        return JsonMapper.shared().readTree(response.getContentAsString(StandardCharsets.UTF_8));
    }

    @Test
    void theAnswerHasTheShapeOfTheCommandLine() throws Exception {
        JsonNode answer = json(ask("/check", QUESTION).getResponse());
        assertThat(answer.propertyNames()).containsExactlyInAnyOrder("decision", "document", "reasons", "evidence");
        assertThat(answer.get("decision").asString()).isEqualTo("NOT_REUSABLE");
        assertThat(answer.get("document").isNull()).isTrue();
        assertThat(answer.at("/reasons/0/code").asString()).isEqualTo("NOT_FOUND");
        assertThat(answer.at("/reasons/0/message").asString()).startsWith("Kho");

        String id = shelf.birthCertificate().id().toString();
        answer = json(ask("/check", QUESTION).getResponse());
        assertThat(answer.get("decision").asString()).isEqualTo("REUSABLE");
        assertThat(answer.get("document").asString()).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"owner\": \"12\", \"type\": \"A\", \"procedure\": \"1.004873\"} | USAGE",
                "{\"owner\": \"001085000123\", \"type\": \"A\", \"procedure\": \"x\"} | USAGE",
                "{\"owner\": \"001085000123\"} | USAGE",
                "{\"owner\": \"001085000123\", \"type\": \"A\", \"procedure\": \"1.004873\", \"on\": \"hôm nay\"} | Bad Request",
                "{ | Bad Request"
            })
    void aWrongQuestionGetsAProblemThatSaysWhatAndWhatToDo(String question, String title) throws Exception {
        MockHttpServletResponse response = ask("/check?lang=en", question).getResponse();
        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(response.getContentType()).startsWith("application/problem+json");
        assertThat(json(response).get("title").asString()).isEqualTo(title);
        assertThat(response.getContentAsString(StandardCharsets.UTF_8)).doesNotContain("001085000123");
    }

    @Test
    void whatIsHeldOrComesFromADatabaseIsNotToBeAskedFor() throws Exception {
        String id = shelf.birthCertificate().id().toString();
        JsonNode listing = json(
                ask("/precheck", "{\"owner\": \"001085000123\", \"procedure\": \"1.000894\", \"on\": \"2026-11-20\"}")
                        .getResponse());
        Map<String, JsonNode> components = new TreeMap<>();
        listing.get("components")
                .forEach(line -> components.put(line.get("component").asString(), line));
        assertThat(components.get("KHAI_SINH").get("answer").asString()).isEqualTo("ALREADY_HELD");
        assertThat(components.get("KHAI_SINH").at("/judged/document").asString())
                .isEqualTo(id);
        assertThat(components.get("XNTTHN").get("answer").asString()).isEqualTo("ASK");
        assertThat(components.get("CAN_CUOC").get("answer").asString()).isEqualTo("FROM_DATABASE");
        assertThat(components.get("CAN_CUOC").get("judged").isNull()).isTrue();
    }

    @Test
    void aPaperIsHandedOutWithItsEvidenceAndEnteredUnderTheAccount() throws Exception {
        Document paper = shelf.birthCertificate();
        String taking = "{\"document\": \"%s\", \"dossier\": \"H15.12-261120-0007\", \"purpose\": \"khai sinh\"}"
                .formatted(paper.id());
        MockHttpServletResponse response = ask("/take", taking).getResponse();
        assertThat(response.getContentType()).isEqualTo("application/zip");

        Map<String, byte[]> files = unzip(response.getContentAsByteArray());
        assertThat(files.get(paper.id() + ".pdf")).isEqualTo("khai-sinh.pdf".getBytes(StandardCharsets.UTF_8));
        JsonNode sheet = JsonMapper.shared().readTree(files.get(paper.id() + ".evidence.json"));
        assertThat(sheet.get("forDossier").asString()).isEqualTo("H15.12-261120-0007");
        assertThat(new String(files.get(paper.id() + ".evidence.pdf"), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF");
        assertThat(seen).extracting(Look::kind).containsExactly(Look.Kind.TAKE);
        assertThat(shelf.reusers(paper)).containsExactly("lan.nt");
    }

    @Test
    void whatMayNotBeTakenIsAProblemAndNotHalfAnArchive() throws Exception {
        MockHttpServletResponse response = ask(
                        "/take",
                        "{\"document\": \"00000000-0000-0000-0000-000000000001\","
                                + " \"dossier\": \"H15.12-261120-0007\", \"purpose\": \"khai sinh\"}")
                .getResponse();
        assertThat(response.getStatus()).isEqualTo(404);
        assertThat(json(response).get("detail").asString()).startsWith(Problem.NOT_FOUND.message(Language.VI));
    }

    private static Map<String, byte[]> unzip(byte[] archive) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }
}
