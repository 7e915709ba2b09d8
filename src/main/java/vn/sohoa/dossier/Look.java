package vn.sohoa.dossier;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One look at personal data, or a refused one (nhật ký truy cập, R-62): who, what of which paper, what for. Never a value.
 *
 * @param who name of an account; {@code machine:NAME} for the command line on the machine itself
 * @param role roles, for readers of the log
 * @param unit whose officer
 * @param document the paper, or null where none is meant
 * @param purpose what for, or the code of a dossier
 * @param from address of the machine that asked
 */
public record Look(
        Instant at,
        String who,
        String role,
        String unit,
        Kind kind,
        @Nullable UUID document,
        String purpose,
        String from,
        Result result) {
    private static final int LONGEST = 200;

    /** What is looked at, or done. */
    public enum Kind {
        PAGE,
        TEXT,
        FIELDS,
        OWNER,
        HIT,
        DOWNLOAD,
        CHECK,
        TAKE,
        EXPORT,
        SIGN_IN,
        SIGN_OUT,
        ACCOUNT
    }

    /** How it went. */
    public enum Result {
        SHOWN,
        REFUSED
    }

    public Look {
        purpose = cut(purpose);
        from = cut(from);
    }

    private static String cut(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    }
}
