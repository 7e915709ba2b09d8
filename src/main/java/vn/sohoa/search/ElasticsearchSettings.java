package vn.sohoa.search;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Elasticsearch is reached and what the index looks like there. Empty texts count as not given.
 *
 * @param urls its nodes; where secrets are sent, https or this machine
 * @param apiKey as Elasticsearch gives it out ({@code encoded}); or user and password; or neither
 * @param ca PEM file of the authority that signed the servers' certificates, if the JDK does not know it
 * @param alias name under which the index is used; the indexes themselves are called {@code <alias>-000001} and so on
 * @param mapping file with fields, analysis and settings
 * @param shards null: as the mapping file says
 * @param replicas null: as the mapping file says
 * @param connectTimeout until a server must have taken the connection
 * @param searchTimeout until a search, or a question about the state, must be answered
 * @param writeTimeout until a batch must be answered
 * @param patience how long items that a busy server turns away are offered again within one call
 */
record ElasticsearchSettings(
        List<URI> urls,
        @Nullable String apiKey,
        @Nullable String user,
        @Nullable String password,
        @Nullable Path ca,
        @DefaultValue("sohoa-documents") String alias,
        Path mapping,
        @Nullable Integer shards,
        @Nullable Integer replicas,
        @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("10s") Duration searchTimeout,
        @DefaultValue("60s") Duration writeTimeout,
        @DefaultValue("30s") Duration patience) {
    private static final Pattern ALIAS = Pattern.compile("[a-z0-9][a-z0-9_.-]{0,99}");

    ElasticsearchSettings {
        apiKey = ServerAddress.given(apiKey);
        user = ServerAddress.given(user);
        password = ServerAddress.given(password);
        ca = ca == null || ca.toString().isBlank() ? null : ca;
        urls = List.copyOf(urls);
        if (urls.isEmpty()) {
            throw new IllegalArgumentException("sohoa.search.elasticsearch.urls is empty");
        }
        if (!ALIAS.matcher(alias).matches()) {
            throw new IllegalArgumentException("sohoa.search.elasticsearch.alias is no name of an index: " + alias);
        }
        if (apiKey != null && user != null) {
            throw new IllegalArgumentException("sohoa.search.elasticsearch: either api-key or user and password");
        }
        if ((user == null) != (password == null)) {
            throw new IllegalArgumentException("sohoa.search.elasticsearch: user and password go together");
        }
        if ((shards != null && shards < 1) || (replicas != null && replicas < 0)) {
            throw new IllegalArgumentException("sohoa.search.elasticsearch: shards from 1, replicas from 0");
        }
        for (URI url : urls) {
            ServerAddress.check(url, apiKey != null || user != null);
        }
    }

    /** A server on its own, without secrets, with the usual time limits. */
    static ElasticsearchSettings of(List<URI> urls, String alias, Path mapping) {
        return new ElasticsearchSettings(
                urls,
                null,
                null,
                null,
                null,
                alias,
                mapping,
                null,
                null,
                Duration.ofSeconds(3),
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                Duration.ofSeconds(30));
    }

    @Override
    public String toString() {
        return "ElasticsearchSettings[" + urls + ", " + alias + "]"; // no secrets
    }
}
