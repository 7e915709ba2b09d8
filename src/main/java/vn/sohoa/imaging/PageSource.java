package vn.sohoa.imaging;

/** An opened file of one or more pages (trang). For one thread at a time; holds the file open until it is closed. */
public interface PageSource extends AutoCloseable {

    /** How many pages there are, from the headers. */
    int pages();

    /**
     * One page. Pictures of earlier pages are let go, so that one page at a time is in memory: be done with a view before
     * the next is asked for.
     *
     * @param number from 1
     */
    PageView page(int number);

    @Override
    void close();
}
