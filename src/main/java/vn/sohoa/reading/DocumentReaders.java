package vn.sohoa.reading;

/** Where readers come from. */
public final class DocumentReaders {

    private DocumentReaders() {}

    /** A pool of reader processes; each is started when it is first needed and ends with {@link DocumentReader#close()}. */
    public static DocumentReader pool(ReadingSettings settings) {
        return new ReaderPool(settings, ReaderMain.class.getName());
    }
}
