package vn.sohoa.search;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an address of a server, and what goes with it, has to be like. */
final class ServerAddress {
    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

    private ServerAddress() {}

    /** Refuses what is no address, and plain http where secrets would go over the network. */
    static void check(URI url, boolean secrets) {
        boolean https = "https".equals(url.getScheme());
        if ((!https && !"http".equals(url.getScheme())) || url.getHost() == null || url.getUserInfo() != null) {
            throw new IllegalArgumentException(
                    "sohoa.search.elasticsearch.urls: http(s)://host:port, without user or password, expected");
        }
        if (secrets && !https && !THIS_MACHINE.contains(url.getHost())) {
            throw new IllegalArgumentException(
                    "sohoa.search.elasticsearch.urls: secrets go to another machine by https only: " + url);
        }
    }

    /** An empty text counts as not given. */
    static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
