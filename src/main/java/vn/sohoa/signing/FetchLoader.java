package vn.sohoa.signing;

import eu.europa.esig.dss.spi.client.http.DataLoader;
import eu.europa.esig.dss.spi.exception.DSSExternalResourceException;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How DSS asks its questions: through {@link Fetch}, and no other way. */
final class FetchLoader implements DataLoader {

    private static final long serialVersionUID = 1;

    private final transient Fetch fetch;
    private final int limit;
    private @Nullable String contentType;

    FetchLoader(Fetch fetch, @Nullable String contentType, int limit) {
        this.fetch = fetch;
        this.contentType = contentType;
        this.limit = limit;
    }

    @Override
    public byte[] get(String url) {
        return ask(url, null);
    }

    @Override
    public DataAndUrl get(List<String> urls) {
        DSSExternalResourceException last = new DSSExternalResourceException("no address");
        for (String url : urls) {
            try {
                return new DataAndUrl(url, get(url));
            } catch (DSSExternalResourceException failed) {
                last = failed;
            }
        }
        throw last;
    }

    @Override
    public byte[] post(String url, byte[] content) {
        return ask(url, content);
    }

    private byte[] ask(String url, byte @Nullable [] content) {
        try {
            return fetch.fetch(URI.create(url), contentType, content, limit);
        } catch (Fetch.FetchException | IllegalArgumentException failed) {
            throw new DSSExternalResourceException(failed.getMessage(), failed);
        }
    }

    @Override
    public void setContentType(String type) {
        contentType = type;
    }
}
