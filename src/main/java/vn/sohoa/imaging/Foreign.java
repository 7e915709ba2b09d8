package vn.sohoa.imaging;

import java.io.IOException;
import java.util.EmptyStackException;
import java.util.NoSuchElementException;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/** Work on a foreign file: what the libraries throw over broken bytes, checked or not, means that the file is damaged. */
final class Foreign {

    private Foreign() {}

    /** Something that reads from the file. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }

    /** what: the part of the file, for the message. */
    static <T> T read(String what, Work<T> work) {
        try {
            return work.run();
        } catch (IOException
                | IllegalArgumentException
                | IllegalStateException
                | ArithmeticException
                | ClassCastException
                | IndexOutOfBoundsException
                | NegativeArraySizeException
                | NoSuchElementException
                | EmptyStackException
                | NullPointerException
                | UnsupportedOperationException e) {
            throw new DigitisationException(Problem.FILE_DAMAGED, what, e);
        }
    }

    static DigitisationException damaged(String what) {
        return new DigitisationException(Problem.FILE_DAMAGED, what);
    }
}
