package vn.sohoa.signing;

import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.Sha256;

/**
 * PINs that a token has refused in the life of this process. None is shown to it a second time: tokens lock themselves after three to
 * ten, and a night has more papers than that. Another PIN in the file is tried. Kept as hashes that mean nothing outside of the
 * process. Safe for many threads.
 */
final class RefusedPins {

    private static final String SALT = UUID.randomUUID().toString();
    private static final Set<String> REFUSED = ConcurrentHashMap.newKeySet();

    private RefusedPins() {}

    /** Problem: TOKEN_UNAVAILABLE, if this token has refused this PIN. The token is not asked. */
    static void demandNotRefused(TokenSettings settings, char[] pin) {
        if (REFUSED.contains(key(settings, pin))) {
            throw new DigitisationException(
                    Problem.TOKEN_UNAVAILABLE, "PIN đã bị thiết bị từ chối, không thử lại; sửa " + settings.pinFile());
        }
    }

    static void refused(TokenSettings settings, char[] pin) {
        REFUSED.add(key(settings, pin));
    }

    private static String key(TokenSettings settings, char[] pin) {
        String token = SALT + ' ' + settings.driver() + ' ' + settings.label() + ' ' + settings.slotIndex() + ' ';
        MessageDigest digest = Sha256.digest();
        digest.update(token.getBytes(StandardCharsets.UTF_8));
        digest.update(StandardCharsets.UTF_8.encode(CharBuffer.wrap(pin)));
        return HexFormat.of().formatHex(digest.digest());
    }
}
