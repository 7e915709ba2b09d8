package vn.sohoa.signing;

import eu.europa.esig.dss.spi.client.http.DataLoader;
import eu.europa.esig.dss.spi.exception.DSSExternalResourceException;
import java.net.URI;
import java.util.List;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.signing.network.NetworkLoader;

/** How DSS asks its questions when it signs: through the loader with the allow-list, and no other way. */
final class DssLoader implements DataLoader {

    private static final long serialVersionUID = 1;

    private final transient NetworkLoader network;
    private final int limit;
    private String contentType;

    DssLoader(NetworkLoader network, String contentType, int limit) {
        this.network = network;
        this.contentType = contentType;
        this.limit = limit;
    }

    @Override
    public byte[] get(String url) {
        try {
            return network.get(URI.create(url), limit);
        } catch (DigitisationException | IllegalArgumentException failed) {
            throw new DSSExternalResourceException("not to be had", failed);
        }
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
        try {
            return network.post(URI.create(url), contentType, content, limit);
        } catch (DigitisationException | IllegalArgumentException failed) {
            throw new DSSExternalResourceException("not to be had", failed);
        }
    }

    @Override
    public void setContentType(String type) {
        contentType = type;
    }
}
