package vn.sohoa.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import vn.sohoa.SohoaApplication;
import vn.sohoa.dossier.Role;

/** What strangers send is not kept, not even for a moment; what officers send has a size. */
class BodyLimitsIT {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String MEGABYTE = "x".repeat(1 << 20);

    private static TokenAuthority authority;
    private static ConfigurableApplicationContext house;
    private static int port;
    private static Path parts;

    @BeforeAll
    static void start(@TempDir Path data) throws IOException {
        authority = new TokenAuthority();
        parts = Files.createDirectory(data.resolve("parts"));
        house = new SpringApplicationBuilder(SohoaApplication.class)
                .web(WebApplicationType.SERVLET)
                .logStartupInfo(false)
                .run(
                        "--sohoa.home=" + Path.of("").toAbsolutePath(),
                        "--sohoa.data=" + data,
                        "--server.port=0",
                        "--spring.servlet.multipart.location=" + parts,
                        "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + authority.issuer(),
                        "--spring.security.oauth2.resourceserver.jwt.jwk-set-uri=" + authority.keys(),
                        "--spring.security.oauth2.resourceserver.jwt.audiences=sohoa");
        port = Integer.parseInt(house.getEnvironment().getRequiredProperty("local.server.port"));
    }

    @AfterAll
    static void stop() {
        house.close();
        authority.close();
    }

    /** Sends a megabyte of a file that is said to have a hundred, and reads the first line of the answer. */
    private static String begin(String path, String header) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + header
                            + "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 100000000\r\n\r\n"
                            + "--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.pdf\"\r\n\r\n"
                            + MEGABYTE)
                    .getBytes(StandardCharsets.UTF_8));
            out.flush();
            socket.setSoTimeout(10_000);
            String line = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            try (Stream<Path> written = Files.list(parts)) {
                assertThat(written).as("parts of " + path).isEmpty();
            }
            return line;
        }
    }

    @Test
    void everyFormForGuestsIsCounted() throws Exception {
        GuestSessions guests = house.getBean(GuestSessions.class);
        int before = guests.number();
        for (int i = 0; i < 3; i++) {
            CLIENT.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/dang-nhap"))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
        }
        assertThat(guests.number()).isEqualTo(before + 3);
    }

    @Test
    void whoIsNotSignedInGetsAnAnswerBeforeAFileIsWritten() throws IOException {
        assertThat(begin("/api/v1/dossiers", "")).contains(" 401");
        assertThat(begin("/api/v1/dossiers", "Cookie: SOHOA=none\r\n")).contains(" 401");
        assertThat(begin("/api/v1/dossiers", "Authorization: Bearer x\r\n")).contains(" 401");
        assertThat(begin("/api/v1/dossiers", "Authorization: Bearer %\r\n")).contains(" 401");
        assertThat(begin("/api/v1/dossiers", "Authorization: Basic eDp4\r\n")).contains(" 401");
        assertThat(begin("/nop", "")).contains(" 302");
    }

    @Test
    void filesAreTakenNowhereElse() throws IOException {
        assertThat(begin("/dang-nhap", "")).contains(" 415");
        assertThat(begin("/api/v1/search", "")).contains(" 415");
        assertThat(begin("/not-there", "")).contains(" 404");
    }

    @Test
    void jsonHasASizeWhetherItSaysSoOrNot() throws Exception {
        String token = authority.token("H15.12", Role.RECORDS_OFFICER);
        String body = "{\"Subject\": \"" + MEGABYTE + "\"}";
        for (HttpRequest.BodyPublisher publisher : new HttpRequest.BodyPublisher[] {
            HttpRequest.BodyPublishers.ofString(body),
            HttpRequest.BodyPublishers.fromPublisher(HttpRequest.BodyPublishers.ofString(body))
        }) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + port + "/api/v1/documents/" + UUID.randomUUID()))
                    .version(HttpClient.Version.HTTP_1_1)
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .PUT(publisher)
                    .build();
            HttpResponse<String> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains("REQUEST_TOO_LARGE");
        }
    }
}
