package vn.sohoa.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import vn.sohoa.access.AccessFixture;

class TurnstileTest {
    private final int places = AccessFixture.settings().requestsAtOnce();
    private final Turnstile turnstile = new Turnstile(AccessFixture.settings());

    private MockHttpServletResponse ask(String path, FilterChain chain) throws ServletException, IOException {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", path);
        MockHttpServletResponse response = new MockHttpServletResponse();
        turnstile.doFilter(request, response, chain);
        return response;
    }

    /** Each is asked while those before it are still at work; gives the answers, the last asked first. */
    private List<MockHttpServletResponse> atOnce(int requests, String path) throws ServletException, IOException {
        List<MockHttpServletResponse> answers = new ArrayList<>();
        answers.add(ask(path, (request, response) -> {
            if (requests > 1) {
                answers.addAll(atOnce(requests - 1, path));
            }
        }));
        return answers;
    }

    @Test
    void whoFindsEveryPlaceTakenIsToldWhenToComeBack() throws Exception {
        List<MockHttpServletResponse> answers = atOnce(places + 1, "/api/v1/search");
        assertThat(answers).hasSize(places + 1);
        assertThat(answers.stream().filter(answer -> answer.getStatus() == 503))
                .singleElement()
                .satisfies(answer -> assertThat(answer.getHeader("Retry-After")).isEqualTo("2"))
                .satisfies(answer -> assertThat(answer.getContentAsString()).contains("OVERLOADED"));
    }

    @Test
    void placesAreGivenBackAndHealthNeedsNone() throws Exception {
        atOnce(places + 1, "/");
        assertThat(ask("/", (request, response) -> {}).getStatus()).isEqualTo(200);
        assertThat(atOnce(places + 1, "/actuator/health")).allMatch(answer -> answer.getStatus() == 200);
    }
}
