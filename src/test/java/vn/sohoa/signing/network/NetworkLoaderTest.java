package vn.sohoa.signing.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

class NetworkLoaderTest {
    private static final int LIMIT = 1000;

    private static NetworkLoader allowing(String place) {
        return new NetworkLoader(NetworkSettings.of(List.of(place), List.of(place), List.of()));
    }

    private static URI at(CanaryServer server) {
        return URI.create("http://" + server.place() + "/ocsp");
    }

    private static void refuses(Problem problem, Runnable call) {
        assertThatExceptionOfType(DigitisationException.class)
                .isThrownBy(call::run)
                .satisfies(refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }

    @Test
    void asksAnAllowedHostAndGivesItsBytes() {
        try (CanaryServer server = CanaryServer.open()) {
            byte[] sent = "hỏi".getBytes(StandardCharsets.UTF_8);
            assertThat(allowing(server.place()).post(at(server), "application/ocsp-request", sent, LIMIT))
                    .isEqualTo("ok".getBytes(StandardCharsets.US_ASCII));
            assertThat(server.requests().get(0))
                    .startsWith("POST /ocsp HTTP/1.1\r\nHost: " + server.place() + "\r\n")
                    .contains("Content-Type: application/ocsp-request", "Content-Length: " + sent.length);
        }
    }

    @Test
    void asksNobodyByDefault() {
        try (CanaryServer server = CanaryServer.open()) {
            refuses(Problem.ADDRESS_NOT_ALLOWED, () -> new NetworkLoader(NetworkSettings.nobody())
                    .get(at(server), LIMIT));
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void aNamedPortAllowsNoOther() {
        try (CanaryServer server = CanaryServer.open();
                CanaryServer other = CanaryServer.open()) {
            refuses(Problem.ADDRESS_NOT_ALLOWED, () -> allowing(server.place()).get(at(other), LIMIT));
            assertThat(other.connections()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ldap://%s/cn=x",
                "ftp://%s/x",
                "file:///etc/passwd",
                "jar:http://%s/x!/y",
                "http://user:word@%s/x",
                "http:/x",
                "//%s/x"
            })
    void speaksHttpAloneAndGivesNoNames(String address) {
        try (CanaryServer server = CanaryServer.open()) {
            URI uri = URI.create(String.format(address, server.place()));
            refuses(Problem.ADDRESS_NOT_ALLOWED, () -> allowing(server.place()).get(uri, LIMIT));
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void anAllowedHostAtAPrivateAddressIsRefusedUnlessItIsListed() {
        try (CanaryServer server = CanaryServer.open()) {
            NetworkLoader loader = new NetworkLoader(NetworkSettings.of(List.of(server.place()), List.of(), List.of()));
            refuses(Problem.ADDRESS_NOT_ALLOWED, () -> loader.get(at(server), LIMIT));
            NetworkLoader byName =
                    new NetworkLoader(NetworkSettings.of(List.of("localhost:" + server.port()), List.of(), List.of()));
            URI name = URI.create("http://LOCALHOST:" + server.port() + "/");
            refuses(Problem.ADDRESS_NOT_ALLOWED, () -> byName.get(name, LIMIT));
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void followsNoRedirect() {
        try (CanaryServer goal = CanaryServer.open();
                CanaryServer server = CanaryServer.saying(
                        "HTTP/1.1 302 Found\r\nLocation: http://" + goal.place() + "/\r\nContent-Length: 0\r\n\r\n")) {
            NetworkLoader loader = new NetworkLoader(NetworkSettings.of(
                    List.of(server.place(), goal.place()), List.of(server.place(), goal.place()), List.of()));
            refuses(Problem.TRUST_SOURCE_UNAVAILABLE, () -> loader.get(at(server), LIMIT));
            assertThat(goal.connections()).isZero();
        }
    }

    @Test
    void aMappedHostIsAskedInsteadOfTheOneThatIsNamed() {
        try (CanaryServer server = CanaryServer.open()) {
            NetworkLoader loader = new NetworkLoader(NetworkSettings.of(
                    List.of(server.place()), List.of(server.place()), List.of("ocsp.noi-bo.invalid=127.0.0.1")));
            loader.get(URI.create("http://ocsp.noi-bo.invalid:" + server.port() + "/x"), LIMIT);
            assertThat(server.connections()).isEqualTo(1);
            assertThat(server.requests().get(0)).contains("Host: " + server.place());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 2000\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nok",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7ff\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffffff\r\n",
                "HTTP/1.1 500 Oh\r\nContent-Length: 2\r\n\r\nok",
                "SSH-2.0-x\r\n",
                ""
            })
    void whatIsNoWholeAnswerWithinItsLimitIsNone(String answer) {
        try (CanaryServer server = CanaryServer.saying(answer)) {
            refuses(Problem.TRUST_SOURCE_UNAVAILABLE, () -> allowing(server.place())
                    .get(at(server), LIMIT));
        }
    }

    @Test
    void anAnswerWithoutLengthHasTheSameLimit() {
        String endless = "HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(LIMIT + 1);
        try (CanaryServer server = CanaryServer.saying(endless)) {
            refuses(Problem.TRUST_SOURCE_UNAVAILABLE, () -> allowing(server.place())
                    .get(at(server), LIMIT));
        }
        try (CanaryServer server = CanaryServer.saying(endless.substring(0, endless.length() - 1))) {
            assertThat(allowing(server.place()).get(at(server), LIMIT)).hasSize(LIMIT);
        }
    }

    @Test
    void readsChunks() {
        String answer = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;x=1\r\nabc\r\n2\r\nde\r\n0\r\n\r\n";
        try (CanaryServer server = CanaryServer.saying(answer)) {
            assertThat(allowing(server.place()).get(at(server), LIMIT))
                    .isEqualTo("abcde".getBytes(StandardCharsets.US_ASCII));
        }
    }

    @Test
    void theTimeIsOverForWholeAnswersAndNotForBytes() throws Exception {
        try (ServerSocket slow = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread drip = new Thread(() -> drip(slow));
            drip.setDaemon(true);
            drip.start();
            String place = "127.0.0.1:" + slow.getLocalPort();
            NetworkSettings s = NetworkSettings.of(List.of(place), List.of(place), List.of());
            NetworkLoader loader = new NetworkLoader(new NetworkSettings(
                    s.allow(),
                    s.privateHosts(),
                    s.map(),
                    Duration.ofMillis(400),
                    DataSize.ofKilobytes(1),
                    DataSize.ofKilobytes(1),
                    DataSize.ofKilobytes(1),
                    s.keep(),
                    s.clock(),
                    s.maxDeviation(),
                    s.clockAge()));
            long begun = System.nanoTime();
            refuses(Problem.TRUST_SOURCE_UNAVAILABLE, () -> loader.get(URI.create("http://" + place + "/"), LIMIT));
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
        }
    }

    /** A byte as often as the reader takes one: it never waits long for any of them. */
    private static void drip(ServerSocket slow) {
        try (var visitor = slow.accept()) {
            visitor.setSendBufferSize(1);
            visitor.getOutputStream().write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                visitor.getOutputStream().write("X: 1\r\n".getBytes(StandardCharsets.US_ASCII));
                java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
            }
        } catch (java.io.IOException gone) {
            // as it should be
        }
    }

    @Test
    void knowsTheTimeOfAHost() {
        String answer = "HTTP/1.1 405 No\r\nDate: Sun, 22 Nov 2026 01:00:00 GMT\r\n\r\n";
        try (CanaryServer server = CanaryServer.saying(answer)) {
            assertThat(allowing(server.place()).date(at(server))).isEqualTo(Instant.parse("2026-11-22T01:00:00Z"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fd00::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2002:a00:1::1",
                "2001:db8::1",
                "ff02::1",
                "::7f00:1"
            })
    void knowsPrivateAddressesInEveryForm(String address) throws UnknownHostException {
        assertThat(AddressRules.isPrivate(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1111"})
    void andPublicOnes(String address) throws UnknownHostException {
        assertThat(AddressRules.isPrivate(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://ocsp.ca.gov.vn", "ocsp.ca.gov.vn/x", "*.gov.vn", "a b", "ocsp:0", "-a"})
    void aListThatIsWrongIsRefusedAtTheStart(String entry) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NetworkSettings.of(List.of(entry), List.of(), List.of()))
                .withMessageContaining("sohoa.signing.network");
    }

    @Test
    void aPrivateHostHasToBeAllowedToo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NetworkSettings.of(List.of("a.vn"), List.of("b.vn"), List.of()))
                .withMessageContaining("private-hosts");
    }
}
