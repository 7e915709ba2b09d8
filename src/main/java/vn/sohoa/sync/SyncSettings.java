package vn.sohoa.sync;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.OwnerId;
import vn.sohoa.dossier.Problem;

/**
 * Settings of the room.
 *
 * @param folder where payloads for the national portal are laid down while there is no {@code url}
 * @param url where they are posted; blank for none. https, except on this machine
 * @param token sent as bearer token, or blank
 * @param timeout of one request
 * @param links address of a paper's file for the portal; {@code {document}} stands for its id
 * @param identityKinds LoaiDinhDanh by kind of number: only that of the nine-digit card is known to us
 */
@ConfigurationProperties(prefix = "sohoa.sync", ignoreUnknownFields = false)
public record SyncSettings(
        Path folder,
        String url,
        String token,
        Duration timeout,
        String links,
        Map<OwnerId.Kind, String> identityKinds) {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    public SyncSettings {
        identityKinds = Map.copyOf(identityKinds);
        if (!url.isBlank()) {
            URI uri = URI.create(url);
            boolean safe = "https".equals(uri.getScheme())
                    || ("http".equals(uri.getScheme()) && THIS_MACHINE.contains(String.valueOf(uri.getHost())));
            if (!safe) {
                throw new DigitisationException(Problem.CONFIGURATION_INVALID, "sohoa.sync.url: https");
            }
        }
    }

    Optional<URI> portal() {
        return url.isBlank() ? Optional.empty() : Optional.of(URI.create(url));
    }
}
