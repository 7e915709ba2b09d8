package vn.sohoa.storage;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.sohoa.dossier.AgencyCode;
import vn.sohoa.dossier.Sha256;

/**
 * Names objects by a keyed hash of their content, one key for each agency of the first level: equal papers of two agencies have
 * two names, and who holds a form but not the key cannot ask whether it is on file.
 */
final class KeyedNames {
    private static final String HMAC = "HmacSHA256";

    private final byte[] indexKey;

    KeyedNames(byte[] indexKey) {
        if (indexKey.length < 32) {
            throw new IllegalArgumentException("index key has " + indexKey.length + " bytes, needs 32");
        }
        this.indexKey = indexKey.clone();
    }

    ObjectKey name(AgencyCode agency, ObjectRole role, Sha256 content) {
        byte[] agencyKey = hmac(indexKey, agency.levelOne().getBytes(StandardCharsets.UTF_8));
        String hex = HexFormat.of().formatHex(hmac(agencyKey, HexFormat.of().parseHex(content.hex())));
        return new ObjectKey(folder(role) + '/' + hex.substring(0, 2) + '/' + hex.substring(2));
    }

    static String folder(ObjectRole role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private static byte[] hmac(byte[] key, byte[] data) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(data);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
