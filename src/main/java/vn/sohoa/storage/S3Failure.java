package vn.sohoa.storage;

import io.minio.errors.ErrorResponseException;
import io.minio.errors.InvalidResponseException;
import io.minio.errors.MinioException;
import io.minio.errors.ServerException;
import io.minio.errors.XmlParserException;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Why a call to an S3 store gave no answer that can be used, in our words. Its message names no secret and no content. */
final class S3Failure extends Exception {
    private static final long serialVersionUID = 1;
    private static final Set<String> MISSING = Set.of("NoSuchKey", "NoSuchVersion");
    private static final Set<String> BUSY = Set.of(
            "SlowDown",
            "SlowDownRead",
            "SlowDownWrite",
            "InternalError",
            "ServiceUnavailable",
            "RequestTimeout",
            "OperationAborted",
            "ConditionalRequestConflict",
            "Throttling",
            "RequestLimitExceeded");

    /** What can be done about it. */
    enum Kind {
        /** The object is not there. */
        MISSING,
        /** The object was there already. */
        EXISTS,
        /** Busy, cut off or too late: the same call may succeed. */
        AGAIN,
        /** Refused; asking again gives the same answer. */
        REFUSED
    }

    private final Kind kind;
    private final int status;

    private S3Failure(Kind kind, int status, String words, Throwable cause) {
        super(words, cause);
        this.kind = kind;
        this.status = status;
    }

    /** @param failure an {@link IllegalStateException} is what the SDK makes of a line that is cut */
    static S3Failure of(Exception failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            S3Failure known = known(t, failure);
            if (known != null) {
                return known;
            }
        }
        return new S3Failure(Kind.REFUSED, 0, failure.getClass().getSimpleName(), failure);
    }

    private static @Nullable S3Failure known(Throwable t, Exception failure) {
        if (t instanceof S3Failure same) {
            return same;
        }
        if (t instanceof ErrorResponseException answer) {
            String code = answer.errorResponse().code();
            int status = answer.response().code();
            return new S3Failure(kind(code, status), status, "HTTP " + status + ' ' + code, failure);
        }
        if (t instanceof ServerException server) {
            return new S3Failure(Kind.AGAIN, server.statusCode(), "HTTP " + server.statusCode(), failure);
        }
        if (t instanceof IOException || t instanceof InvalidResponseException || t instanceof XmlParserException) {
            return new S3Failure(Kind.AGAIN, 0, t.getClass().getSimpleName(), failure);
        }
        // the outermost may only wrap what the line said
        return t instanceof MinioException && t.getCause() == null
                ? new S3Failure(Kind.AGAIN, 0, t.getClass().getSimpleName(), failure)
                : null;
    }

    private static Kind kind(@Nullable String code, int status) {
        if (code != null && MISSING.contains(code)) {
            return Kind.MISSING;
        }
        if (status == 412) {
            return Kind.EXISTS;
        }
        boolean again = (status >= 500 && status != 501) || status == 409 || status == 408 || status == 429;
        return again || (code != null && BUSY.contains(code)) ? Kind.AGAIN : Kind.REFUSED;
    }

    Kind kind() {
        return kind;
    }

    /** The HTTP status, or 0 where no answer came. */
    int status() {
        return status;
    }

    String words() {
        return String.valueOf(getMessage());
    }
}
