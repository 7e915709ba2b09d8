package vn.sohoa.catalog;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sohoa.dossier.Account;

/**
 * The book of accounts. Nothing is ever removed from it.
 *
 * <p>Problems: DATABASE_UNAVAILABLE.
 */
public interface AccountBook {

    /**
     * An account with what it proves itself by.
     *
     * @param passwordHash with parameters and salt
     * @param oneTime whether the password has to be changed before anything else
     * @param totpSecret Base32, or null where no second factor is enrolled
     * @param lockedUntil after wrong tries, or null
     */
    record Held(
            Account account,
            String passwordHash,
            boolean oneTime,
            @Nullable String totpSecret,
            @Nullable Instant lockedUntil) {}

    Optional<Held> find(String name);

    /** By name. */
    List<Held> all();

    /** @return false if the name is taken, by whatever account; nothing has changed then */
    boolean add(Account account, String passwordHash, Instant at);

    /**
     * Writes everything but the tries; the version rises, tries and lock are forgotten.
     *
     * @param changed with the version that was read
     * @return false if somebody else was faster
     */
    boolean change(Held changed);

    /**
     * Counts a wrong try; at {@code most} of them the account is locked and the count begins anew.
     *
     * @return whether it is locked by this one
     */
    boolean failed(String name, Instant at, int most, Duration lock);

    /** Forgets wrong tries. */
    void succeeded(String name);

    /** Uses up a step of the six-digit codes. @return false if that step or a later one was used before */
    boolean useStep(String name, long step);
}
