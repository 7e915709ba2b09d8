package vn.sohoa.access;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sohoa.catalog.AccountBook;
import vn.sohoa.dossier.Account;
import vn.sohoa.dossier.AgencyScope;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Look;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.Role;

/**
 * Keeps local accounts (tài khoản). A password made here is shown once and has to be changed at the first sign-in. Every change is
 * in the log of looks and ends the account's sessions.
 */
public final class Accounts {
    /** The account that is made when there is none. */
    public static final String FIRST = "quantri";

    private final AccountBook book;
    private final Passwords passwords;
    private final Looks looks;
    private final Clock clock;

    Accounts(AccountBook book, Passwords passwords, Looks looks, Clock clock) {
        this.book = book;
        this.passwords = passwords;
        this.looks = looks;
        this.clock = clock;
    }

    /** An account as lists show it. */
    public record Listed(Account account, boolean oneTime, boolean secondFactor, boolean locked) {}

    /** A new account, or a new password. @param password to be shown once and kept nowhere */
    public record Made(Account account, String password) {
        @Override
        public String toString() {
            return account.name();
        }
    }

    /** The first administrator, if there is no account at all. */
    public Optional<Made> first() {
        return book.all().isEmpty()
                ? Optional.of(add(
                        Visitor.machine("start"),
                        FIRST,
                        "Quản trị",
                        Set.of(Role.ADMINISTRATOR),
                        AgencyScope.EVERY_UNIT))
                : Optional.empty();
    }

    /** Problems: NAME_TAKEN, USAGE. @param unit code, or {@link AgencyScope#EVERY_UNIT} */
    public Made add(Visitor by, String name, String displayName, Set<Role> roles, String unit) {
        Account account = account(name, displayName, roles, unit);
        String password = passwords.oneTime();
        String hash = passwords.hash(password);
        looks.at(by, Look.Kind.ACCOUNT, "add " + name);
        if (!book.add(account, hash, clock.instant())) {
            throw new DigitisationException(Problem.NAME_TAKEN, name);
        }
        return new Made(account, password);
    }

    private static Account account(String name, String displayName, Set<Role> roles, String unit) {
        try {
            return new Account(name, displayName, roles, unit, true, 1);
        } catch (IllegalArgumentException wrong) {
            throw new DigitisationException(Problem.USAGE, String.valueOf(wrong.getMessage()), wrong);
        }
    }

    /** By name. */
    public List<Listed> list() {
        return book.all().stream()
                .map(held -> new Listed(
                        held.account(),
                        held.oneTime(),
                        held.totpSecret() != null,
                        held.lockedUntil() != null && held.lockedUntil().isAfter(clock.instant())))
                .toList();
    }

    /** Lets an account in again, or keeps it out; its sessions end. Problems: NOT_FOUND, ALREADY_DECIDED. */
    public void enable(Visitor by, String name, boolean enabled) {
        AccountBook.Held held = held(name);
        Account old = held.account();
        looks.at(by, Look.Kind.ACCOUNT, (enabled ? "enable " : "disable ") + name);
        change(held(
                held,
                new Account(old.name(), old.displayName(), old.roles(), old.unit(), enabled, old.version()),
                held.passwordHash(),
                held.oneTime(),
                held.totpSecret()));
    }

    /** Gives a new one-time password and forgets the second factor. Problems: NOT_FOUND, ALREADY_DECIDED. */
    public Made reset(Visitor by, String name) {
        AccountBook.Held held = held(name);
        String password = passwords.oneTime();
        String hash = passwords.hash(password);
        looks.at(by, Look.Kind.ACCOUNT, "reset " + name);
        change(held(held, held.account(), hash, true, null));
        return new Made(held.account(), password);
    }

    /** The owner of an account takes another password. Problems: SIGN_IN_REFUSED, PASSWORD_WEAK, ALREADY_DECIDED. */
    public void changePassword(Visitor owner, String old, String wanted) {
        AccountBook.Held held = held(owner.name());
        if (!passwords.matches(old, held.passwordHash())) {
            looks.refused(owner, Look.Kind.ACCOUNT, Optional.empty(), "password");
            throw new DigitisationException(Problem.SIGN_IN_REFUSED, "");
        }
        Passwords.demandStrong(wanted, owner.name(), old);
        String hash = passwords.hash(wanted);
        looks.at(owner, Look.Kind.ACCOUNT, "password");
        change(held(held, held.account(), hash, false, held.totpSecret()));
    }

    /** A secret for six-digit codes, not yet in force. */
    public SecondFactor proposeSecondFactor(Visitor owner) {
        return new SecondFactor(owner.name(), SixDigits.secret());
    }

    /** Puts a secret in force once a code of it was typed. Problems: SIGN_IN_REFUSED, ALREADY_DECIDED. */
    public void enrol(Visitor owner, SecondFactor proposed, String code) {
        AccountBook.Held held = held(owner.name());
        long step = SixDigits.step(proposed.secret(), code, clock.instant())
                .orElseThrow(() -> new DigitisationException(Problem.SIGN_IN_REFUSED, ""));
        looks.at(owner, Look.Kind.ACCOUNT, "second-factor");
        change(held(held, held.account(), held.passwordHash(), held.oneTime(), proposed.secret()));
        book.useStep(owner.name(), step);
    }

    private AccountBook.Held held(String name) {
        return book.find(name).orElseThrow(() -> new DigitisationException(Problem.NOT_FOUND, name));
    }

    private static AccountBook.Held held(
            AccountBook.Held old, Account account, String hash, boolean oneTime, @Nullable String secret) {
        return new AccountBook.Held(account, hash, oneTime, secret, old.lockedUntil());
    }

    private void change(AccountBook.Held changed) {
        if (!book.change(changed)) {
            throw new DigitisationException(
                    Problem.ALREADY_DECIDED, changed.account().name());
        }
    }
}
