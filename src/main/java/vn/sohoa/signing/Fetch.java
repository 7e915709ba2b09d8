package vn.sohoa.signing;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Answers of time-stamp authorities and of certificate status services. The only way out of this room. */
interface Fetch {

    /**
     * @param body null to ask for what lies there, else what is sent
     * @param limit longest answer, in bytes
     * @throws FetchException if it may not be asked, does not answer, or answers too much
     */
    byte[] fetch(URI uri, @Nullable String contentType, byte @Nullable [] body, int limit) throws FetchException;

    /** No answer. */
    final class FetchException extends Exception {
        FetchException(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
