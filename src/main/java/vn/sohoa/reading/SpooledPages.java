package vn.sohoa.reading;

import java.util.AbstractList;
import java.util.List;

/** Pages that may lie on disk: each look at one fetches it anew. */
final class SpooledPages extends AbstractList<PageReading> implements AutoCloseable {
    private final List<PageSpool.Kept> kept;
    private final PageSpool spool;

    SpooledPages(List<PageSpool.Kept> kept, PageSpool spool) {
        this.kept = List.copyOf(kept);
        this.spool = spool;
    }

    @Override
    public PageReading get(int index) {
        return kept.get(index).page();
    }

    @Override
    public int size() {
        return kept.size();
    }

    @Override
    public void close() {
        spool.close();
    }
}
