package vn.sohoa.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.json.jackson.JacksonJsonpMapper;
import co.elastic.clients.transport.rest5_client.Rest5ClientOptions;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.RequestOptions;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import co.elastic.clients.transport.rest5_client.low_level.Rest5ClientBuilder;
import jakarta.json.JsonException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.message.BasicHeader;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/**
 * The connection to Elasticsearch. Every request has a time limit, and whatever goes wrong on the way is INDEX_UNAVAILABLE. What
 * the server says in words stays out of messages, since it quotes texts.
 */
final class ElasticsearchServers implements AutoCloseable {
    private static final int NOT_FOUND = 404;

    /** A question to the servers. */
    interface Question<T> {
        T ask(ElasticsearchClient client) throws IOException;
    }

    private final Rest5ClientTransport transport;
    private final ElasticsearchClient reading;
    private final ElasticsearchClient writing;

    ElasticsearchServers(ElasticsearchSettings settings) {
        transport = new Rest5ClientTransport(rest(settings), new JacksonJsonpMapper());
        ElasticsearchClient client = new ElasticsearchClient(transport);
        reading = client.withTransportOptions(within(settings, settings.searchTimeout()));
        writing = client.withTransportOptions(within(settings, settings.writeTimeout()));
    }

    /** Asks for something that is answered soon. */
    <T> T ask(String what, Question<T> question) {
        return run(what, reading, question);
    }

    /** Asks for something that may not be there. */
    <T> Optional<T> askIfThere(String what, Question<T> question) {
        return ask(what, client -> {
            try {
                return Optional.of(question.ask(client));
            } catch (ElasticsearchException e) {
                if (e.status() == NOT_FOUND) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    /** Asks for something that may take a while. */
    <T> T write(String what, Question<T> question) {
        return run(what, writing, question);
    }

    private static <T> T run(String what, ElasticsearchClient client, Question<T> question) {
        try {
            return question.ask(client);
        } catch (ElasticsearchException e) {
            String type = e.error().type();
            throw unavailable(what + ": HTTP " + e.status() + " " + (type == null ? "" : type));
        } catch (IOException | JsonException | UncheckedIOException | IllegalStateException e) {
            throw unavailable(what + ": " + e.getClass().getSimpleName()); // IllegalState: the client is closed
        }
    }

    static DigitisationException unavailable(String detail) {
        return new DigitisationException(Problem.INDEX_UNAVAILABLE, "elasticsearch: " + detail);
    }

    private static Rest5Client rest(ElasticsearchSettings settings) {
        Rest5ClientBuilder builder = Rest5Client.builder(settings.urls())
                .setConnectionConfigCallback(
                        c -> c.setConnectTimeout(settings.connectTimeout().toMillis(), TimeUnit.MILLISECONDS))
                .setRequestConfigCallback(
                        c -> limit(c, settings, settings.searchTimeout())); // what the client itself might ask
        authorization(settings).ifPresent(header -> builder.setDefaultHeaders(new Header[] {header}));
        Path ca = settings.ca();
        if (ca != null) {
            builder.setSSLContext(trusting(ca));
        }
        return builder.build();
    }

    private static Rest5ClientOptions within(ElasticsearchSettings settings, Duration limit) {
        RequestOptions.Builder options = RequestOptions.DEFAULT.toBuilder();
        options.setRequestConfig(limit(RequestConfig.custom(), settings, limit).build());
        return new Rest5ClientOptions.Builder(options).build();
    }

    private static RequestConfig.Builder limit(
            RequestConfig.Builder config, ElasticsearchSettings settings, Duration limit) {
        return config.setConnectionRequestTimeout(settings.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .setResponseTimeout(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Optional<Header> authorization(ElasticsearchSettings settings) {
        if (settings.apiKey() != null) {
            return Optional.of(new BasicHeader("Authorization", "ApiKey " + settings.apiKey(), true));
        }
        if (settings.user() != null) {
            byte[] pair = (settings.user() + ":" + settings.password()).getBytes(StandardCharsets.UTF_8);
            return Optional.of(new BasicHeader(
                    "Authorization", "Basic " + Base64.getEncoder().encodeToString(pair), true));
        }
        return Optional.empty();
    }

    private static SSLContext trusting(Path ca) {
        try (InputStream pem = Files.newInputStream(ca)) {
            KeyStore anchors = KeyStore.getInstance(KeyStore.getDefaultType());
            anchors.load(null, null);
            int number = 0;
            for (Certificate anchor : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                anchors.setCertificateEntry("ca" + number++, anchor);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(anchors);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new DigitisationException(
                    Problem.CONFIGURATION_INVALID, "sohoa.search.elasticsearch.ca: " + ca + " is no PEM file", e);
        }
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (IOException e) {
            throw unavailable("close: " + e.getClass().getSimpleName());
        }
    }
}
