package vn.sohoa.access;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/** Makes, keeps and compares passwords: Argon2id, and not too many at once, for each takes 19 MB. Safe for many threads. */
final class Passwords {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;

    private static final int SHORTEST = 12;
    private static final int LONGEST = 128;
    private static final int GROUPS = 4;
    private static final int GROUP = 5;
    /** No letters that look alike. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private final SecureRandom random = new SecureRandom();
    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
    private final Semaphore places;
    private final String nobodys;

    Passwords(int atOnce) {
        this.places = new Semaphore(atOnce);
        this.nobodys = hash(oneTime());
    }

    /** Problem: TOO_MANY_REQUESTS. */
    String hash(String password) {
        return inPlace(() -> argon2.encode(password));
    }

    /** Problem: TOO_MANY_REQUESTS. */
    boolean matches(String password, String hash) {
        return password.length() <= LONGEST && inPlace(() -> argon2.matches(password, hash));
    }

    /** Takes as long as a comparison: whoever asks cannot tell that there is no such account. */
    void matchesNobody(String password) {
        matches(password, nobodys);
    }

    private <T> T inPlace(Supplier<T> work) {
        if (!places.tryAcquire()) {
            throw new DigitisationException(Problem.TOO_MANY_REQUESTS, "");
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    /** A password to be used once: 20 letters, about 99 bits. */
    String oneTime() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP; i++) {
            if (i > 0 && i % GROUP == 0) {
                text.append('-');
            }
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    /** Problem: PASSWORD_WEAK. */
    static void demandStrong(String password, String account, String old) {
        boolean named = password.toLowerCase(Locale.ROOT).contains(account);
        boolean monotone = password.chars().distinct().count() < GROUP;
        if (password.length() < SHORTEST || password.length() > LONGEST || named || monotone || password.equals(old)) {
            throw new DigitisationException(Problem.PASSWORD_WEAK, "");
        }
    }
}
