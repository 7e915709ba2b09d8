package vn.sohoa.access;

import java.time.Instant;
import vn.sohoa.dossier.Account;

/**
 * What a session knows of whom it belongs to.
 *
 * @param version of the account: a session of an older one has ended
 * @param chore what has to be done before anything else
 */
public record SignedIn(Visitor visitor, long version, Chore chore, Instant at) {

    /** What an account has to do first. */
    public enum Chore {
        NONE,
        CHANGE_PASSWORD,
        ENROL_SECOND_FACTOR
    }

    static SignedIn of(Account account, Chore chore, String from, Instant at) {
        return new SignedIn(Visitor.of(account, from), account.version(), chore, at);
    }
}
