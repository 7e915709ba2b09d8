package vn.sohoa.access;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import vn.sohoa.catalog.AccountBook;
import vn.sohoa.dossier.AgencyScope;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Look;
import vn.sohoa.dossier.Problem;

/**
 * Lets people in (đăng nhập): name, password, and six digits where they are enrolled. A refusal never says what was wrong, and
 * takes as long whether there is such an account or not.
 */
public final class SignIn {
    private final AccountBook book;
    private final Passwords passwords;
    private final Looks looks;
    private final AccessSettings settings;
    private final Clock clock;

    SignIn(AccountBook book, Passwords passwords, Looks looks, AccessSettings settings, Clock clock) {
        this.book = book;
        this.passwords = passwords;
        this.looks = looks;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Problems: SIGN_IN_REFUSED, TOO_MANY_REQUESTS (too many passwords are being looked at).
     *
     * @param code six digits, or blank
     * @param from address of the machine that asks
     */
    public SignedIn signIn(String name, String password, String code, String from) {
        Optional<AccountBook.Held> known = book.find(name.strip().toLowerCase(Locale.ROOT));
        if (known.isEmpty()) {
            passwords.matchesNobody(password);
            looks.refused(nobody(from), Look.Kind.SIGN_IN, Optional.empty(), "");
            throw refused();
        }
        AccountBook.Held held = known.get();
        Instant now = clock.instant();
        boolean right = passwords.matches(password, held.passwordHash());
        Visitor visitor = Visitor.of(held.account(), from);
        if (!held.account().enabled() || locked(held, now) || !right || !hasSecondFactor(held, code, now)) {
            if (!locked(held, now)) {
                book.failed(held.account().name(), now, settings.wrongTries(), settings.lock());
            }
            looks.refused(visitor, Look.Kind.SIGN_IN, Optional.empty(), "");
            throw refused();
        }
        book.succeeded(held.account().name());
        looks.at(visitor, Look.Kind.SIGN_IN, "");
        return SignedIn.of(held.account(), chore(held), from, now);
    }

    /** The session as it goes on: empty once the account was changed, disabled, or the longest time is over. */
    public Optional<SignedIn> still(SignedIn session) {
        if (session.at().plus(settings.session()).isBefore(clock.instant())) {
            return Optional.empty();
        }
        return book.find(session.visitor().name())
                .filter(held -> held.account().enabled() && held.account().version() == session.version())
                .map(held -> SignedIn.of(
                        held.account(), chore(held), session.visitor().from(), session.at()));
    }

    /** The same session after its own account was changed by its owner. */
    public SignedIn renewed(SignedIn session) {
        AccountBook.Held held = book.find(session.visitor().name()).orElseThrow(SignIn::refused);
        return SignedIn.of(held.account(), chore(held), session.visitor().from(), session.at());
    }

    /** Somebody leaves. */
    public void signOut(Visitor visitor) {
        looks.at(visitor, Look.Kind.SIGN_OUT, "");
    }

    private SignedIn.Chore chore(AccountBook.Held held) {
        if (held.oneTime()) {
            return SignedIn.Chore.CHANGE_PASSWORD;
        }
        return settings.secondFactor() && held.totpSecret() == null
                ? SignedIn.Chore.ENROL_SECOND_FACTOR
                : SignedIn.Chore.NONE;
    }

    private boolean hasSecondFactor(AccountBook.Held held, String code, Instant now) {
        String secret = held.totpSecret();
        return secret == null
                || SixDigits.step(secret, code, now).stream()
                        .anyMatch(step -> book.useStep(held.account().name(), step));
    }

    private static boolean locked(AccountBook.Held held, Instant now) {
        Instant until = held.lockedUntil();
        return until != null && until.isAfter(now);
    }

    private static Visitor nobody(String from) {
        return new Visitor("?", "?", Set.of(), AgencyScope.EVERY_UNIT, from);
    }

    private static DigitisationException refused() {
        return new DigitisationException(Problem.SIGN_IN_REFUSED, "");
    }
}
