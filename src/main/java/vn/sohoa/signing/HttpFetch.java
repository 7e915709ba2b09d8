package vn.sohoa.signing;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Http and https to named hosts alone, no redirects, within a time and a length. Safe for many threads. */
final class HttpFetch implements Fetch {

    private final HttpClient client;
    private final Set<String> hosts;
    private final Duration timeout;

    /** @param hosts lower case, each as {@code host} or {@code host:port} */
    HttpFetch(Set<String> hosts, Duration timeout) {
        this.hosts = Set.copyOf(hosts);
        this.timeout = timeout;
        client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout)
                .build();
    }

    @Override
    public byte[] fetch(URI uri, @Nullable String contentType, byte @Nullable [] body, int limit)
            throws FetchException {
        String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
        if (!hosts.contains(host) && !hosts.contains(host + ":" + uri.getPort())) {
            throw new FetchException("not on the list of hosts: " + host, null);
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(timeout);
        if (body == null) {
            request.GET();
        } else {
            request.POST(HttpRequest.BodyPublishers.ofByteArray(body));
            if (contentType != null) {
                request.header("Content-Type", contentType);
            }
        }
        try {
            HttpResponse<InputStream> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream in = response.body()) {
                byte[] answer = in.readNBytes(limit + 1);
                if (response.statusCode() != 200 || answer.length > limit) {
                    throw new FetchException(
                            host + ": status " + response.statusCode() + ", " + answer.length + " bytes", null);
                }
                return answer;
            }
        } catch (IOException failed) {
            throw new FetchException(host + ": " + failed.getClass().getSimpleName(), failed);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new FetchException(host + ": interrupted", asked);
        }
    }
}
