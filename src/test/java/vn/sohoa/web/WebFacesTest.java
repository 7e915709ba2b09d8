package vn.sohoa.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.reuse.ReuseFixture;

class WebFacesTest {
    private static LoopbackOnly filter(String address) {
        MockEnvironment environment = new MockEnvironment();
        return new LoopbackOnly(address == null ? environment : environment.withProperty("server.address", address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "localhost"})
    void thisMachineMayListen(String address) {
        assertThatCode(() -> filter(address).afterPropertiesSet()).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.168.1.10", ""})
    void anyOtherAddressIsRefusedAtTheStart(String address) {
        assertThatExceptionOfType(DigitisationException.class)
                .isThrownBy(() -> filter(address.isEmpty() ? null : address).afterPropertiesSet())
                .satisfies(fault -> assertThat(fault.problem()).isEqualTo(Problem.CONFIGURATION_INVALID));
    }

    private static MockHttpServletResponse ask(String host) throws ServletException, IOException {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
        request.setServerName(host);
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter("127.0.0.1").doFilter(request, response, new MockFilterChain());
        return response;
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "127.0.0.1.evil.example", "169.254.1.1", "localhost.evil.example"})
    void anotherHostNameIsTurnedAway(String host) throws ServletException, IOException {
        assertThat(ask(host).getStatus()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "[::1]"})
    void everyAnswerCarriesTheHeadersThatKeepThePageAlone(String host) throws ServletException, IOException {
        MockHttpServletResponse response = ask(host);
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getHeader("Content-Security-Policy")).startsWith("default-src 'none'");
        assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void aSnippetIsCutAtItsMarks() {
        assertThat(SearchPage.pieces("giấy ⟦phép⟧ xây ⟦dựng⟧"))
                .containsExactly(
                        new SearchPage.Piece("giấy ", false),
                        new SearchPage.Piece("phép", true),
                        new SearchPage.Piece(" xây ", false),
                        new SearchPage.Piece("dựng", true));
        assertThat(SearchPage.pieces("<script>")).containsExactly(new SearchPage.Piece("<script>", false));
        assertThat(SearchPage.pieces("")).isEmpty();
    }

    private static MockMvc web() {
        return MockMvcBuilders.standaloneSetup(new ReuseApi(ReuseFixture.nothingOnFile(), Clock.systemUTC()))
                .setControllerAdvice(new ProblemAdvice())
                .build();
    }

    private static JsonNode json(String body) {
        return JsonMapper.shared().readTree(body);
    }

    private static final String GOOD = "/api/v1/reusable?owner=001085000123&type=GIAY_KHAI_SINH&procedure=1.004873";

    @Test
    void theAnswerHasTheAgreedShape() throws Exception {
        var response = web().perform(get(GOOD + "&on=2026-11-20")).andReturn().getResponse();
        assertThat(response.getStatus()).isEqualTo(200);
        JsonNode answer = json(response.getContentAsString(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(answer.propertyNames()).containsExactlyInAnyOrder("decision", "document", "reasons", "evidence");
        assertThat(answer.get("decision").asString()).isEqualTo("NOT_REUSABLE");
        assertThat(answer.get("document").isNull()).isTrue();
        assertThat(answer.at("/reasons/0/code").asString()).isEqualTo("NOT_FOUND");
        assertThat(answer.at("/reasons/0/message").asString()).startsWith("Kho");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/reusable?owner=12&type=A1&procedure=1.004873",
                "/api/v1/reusable?owner=001085000123&type=A1&procedure=x"
            })
    void aWrongQuestionGetsAProblemThatSaysWhatAndWhatToDo(String question) throws Exception {
        var response = web().perform(get(question + "&lang=en")).andReturn().getResponse();
        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(response.getContentType()).startsWith("application/problem+json");
        JsonNode body = json(response.getContentAsString(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(body.get("title").asString()).isEqualTo("USAGE");
        assertThat(body.get("status").asInt()).isEqualTo(400);
        assertThat(body.get("detail").asString()).startsWith(Problem.USAGE.message(vn.sohoa.dossier.Language.EN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/reusable?owner=001085000123", GOOD + "&on=hôm nay"})
    void aQuestionThatLacksSomethingIsNoFaultOfTheServer(String question) throws Exception {
        assertThat(web().perform(get(question)).andReturn().getResponse().getStatus())
                .isEqualTo(400);
    }
}
