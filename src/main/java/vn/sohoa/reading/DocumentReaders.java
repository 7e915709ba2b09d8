package vn.sohoa.reading;

import java.time.Clock;
import vn.sohoa.signing.network.AnswerFolder;
import vn.sohoa.signing.network.CheckedClock;
import vn.sohoa.signing.network.NetworkLoader;
import vn.sohoa.signing.network.NetworkSettings;
import vn.sohoa.signing.network.TrustInquiry;

/** Where readers come from. */
public final class DocumentReaders {

    private DocumentReaders() {}

    /** A pool of reader processes; each is started when it is first needed and ends with {@link DocumentReader#close()}. */
    public static DocumentReader pool(ReadingSettings settings) {
        return new ReaderPool(settings, ReaderMain.class.getName());
    }

    /**
     * A pool that asks on behalf of its readers, which have no network, whom the settings allow: what a verifier lacks is
     * obtained and the file judged again.
     */
    public static DocumentReader inquiring(ReadingSettings settings, NetworkSettings network, Clock clock) {
        NetworkLoader loader = new NetworkLoader(network);
        return inquiring(
                pool(settings),
                inquiry(settings, network, loader, clock),
                new CheckedClock(loader, network, clock),
                clock);
    }

    static DocumentReader inquiring(
            DocumentReader reader, TrustInquiry inquiry, CheckedClock checkedClock, Clock clock) {
        return new InquiringReader(reader, inquiry, checkedClock, clock);
    }

    static TrustInquiry inquiry(ReadingSettings settings, NetworkSettings network, NetworkLoader loader, Clock clock) {
        return new TrustInquiry(loader, network, new AnswerFolder(settings.answers()), clock);
    }
}
