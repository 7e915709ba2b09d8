package vn.sohoa.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import vn.sohoa.access.AccessFixture;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

class WebFacesTest {
    private static KnownHosts filter(String address) {
        MockEnvironment environment = new MockEnvironment();
        return new KnownHosts(
                address == null ? environment : environment.withProperty("server.address", address),
                AccessFixture.settings());
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "localhost"})
    void thisMachineMayListen(String address) {
        assertThatCode(() -> filter(address).afterPropertiesSet()).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.168.1.10", ""})
    void anyOtherAddressIsRefusedAtTheStartWithoutNameAndTls(String address) {
        assertThatExceptionOfType(DigitisationException.class)
                .isThrownBy(() -> filter(address.isEmpty() ? null : address).afterPropertiesSet())
                .satisfies(fault -> assertThat(fault.problem()).isEqualTo(Problem.CONFIGURATION_INVALID));
    }

    @Test
    void withANameAndTlsOtherMachinesMayAsk() throws ServletException, IOException {
        MockEnvironment environment = new MockEnvironment()
                .withProperty("server.address", "0.0.0.0")
                .withProperty("server.forward-headers-strategy", "native");
        assertThatCode(() ->
                        new KnownHosts(environment, AccessFixture.settings("sohoa.example.vn")).afterPropertiesSet())
                .doesNotThrowAnyException();
        assertThatExceptionOfType(DigitisationException.class)
                .isThrownBy(() -> new KnownHosts(environment, AccessFixture.settings()).afterPropertiesSet());
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
    void thisMachineIsKnownByItsNames(String host) throws ServletException, IOException {
        MockHttpServletResponse response = ask(host);
        assertThat(response.getStatus()).isEqualTo(200);
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
}
