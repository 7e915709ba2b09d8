package vn.sohoa.imaging;

import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.Sha256;

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

    /**
     * Some pages as a file of their own, nothing coded anew; only a PDF can be cut. The same pages of the same file give the same
     * bytes.
     *
     * @param first from 1
     * @param last not before {@code first}; pages that do not exist are left out
     * @param whole hash of the file
     * @throws DigitisationException TYPE_NOT_ACCEPTED for anything but a PDF, FILE_DAMAGED
     */
    default byte[] piece(int first, int last, Sha256 whole) {
        throw new DigitisationException(Problem.TYPE_NOT_ACCEPTED, "chỉ tách được tệp PDF");
    }

    @Override
    void close();
}
