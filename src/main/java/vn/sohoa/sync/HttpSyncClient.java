package vn.sohoa.sync;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.sohoa.catalog.PortalBook;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.OwnerId;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.Sha256;

/**
 * Posts payloads to the portal, one dossier a request. The field names of the payload are those of the national contract; how it
 * answers was not seen by us: {@code 2xx} without errors is taken, {@code 400, 409, 413, 422} or a list of errors is refused, all
 * else is the portal's trouble. Redirections are not followed.
 */
final class HttpSyncClient implements SyncClient {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<Integer> REFUSALS = Set.of(400, 409, 413, 422);
    private static final int MOST_BYTES = 1024 * 1024;
    private static final int MOST_FAULTS = 50;
    private static final int LONGEST = 300;
    private static final int OK = 200;
    private static final int OK_END = 300;

    private final URI url;
    private final String token;
    private final Duration timeout;
    private final HttpClient http;

    HttpSyncClient(URI url, String token, Duration timeout) {
        this.url = url;
        this.token = token;
        this.timeout = timeout;
        this.http = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Answer(
            @JsonProperty("DanhSachLoi") @Nullable List<Wrong> wrongs) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Wrong(
            @JsonProperty("TruongDuLieu") @Nullable String field,
            @JsonProperty("MaLoi") @Nullable String code,
            @JsonProperty("MoTa") @Nullable String message) {}

    @Override
    public List<PortalBook.Fault> send(String name, byte[] payload) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .timeout(timeout)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Idempotency-Key", name + "-" + Sha256.of(payload).hex())
                .POST(HttpRequest.BodyPublishers.ofByteArray(payload));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<InputStream> response = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                return answer(response.statusCode(), body.readNBytes(MOST_BYTES));
            }
        } catch (IOException away) {
            throw new DigitisationException(
                    Problem.PORTAL_UNAVAILABLE,
                    url.getHost() + ": " + away.getClass().getSimpleName(),
                    away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new DigitisationException(Problem.PORTAL_UNAVAILABLE, url.getHost() + ": interrupted", stopped);
        }
    }

    private List<PortalBook.Fault> answer(int status, byte[] body) {
        boolean taken = status >= OK && status < OK_END;
        if (!taken && !REFUSALS.contains(status)) {
            throw new DigitisationException(Problem.PORTAL_UNAVAILABLE, url.getHost() + ": HTTP " + status);
        }
        List<PortalBook.Fault> faults = faults(body);
        return taken || !faults.isEmpty() ? faults : List.of(new PortalBook.Fault("", "HTTP " + status, ""));
    }

    /** What the portal says is wrong; an answer that is no such list says nothing. */
    private static List<PortalBook.Fault> faults(byte[] body) {
        try {
            Answer answer = body.length == 0 ? null : JSON.readValue(body, Answer.class);
            return answer == null || answer.wrongs() == null
                    ? List.of()
                    : answer.wrongs().stream()
                            .limit(MOST_FAULTS)
                            .map(wrong -> new PortalBook.Fault(
                                    shown(wrong.field()), shown(wrong.code()), shown(wrong.message())))
                            .toList();
        } catch (JacksonException noList) {
            return List.of();
        }
    }

    /** Portals quote the value that they refuse: numbers of persons are masked. */
    private static String shown(@Nullable String text) {
        String plain = text == null ? "" : OwnerId.maskedIn(text.replaceAll("\\p{Cntrl}", " "));
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
    }
}
