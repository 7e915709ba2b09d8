package vn.sohoa.access;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Six-digit codes that change every half minute (RFC 6238 over HMAC-SHA-1, as every authenticator knows them). */
final class SixDigits {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int LETTER_BITS = 5;
    private static final int SECRET_LETTERS = 32;
    private static final int STEP_SECONDS = 30;
    /** A clock may be off by a step to either side. */
    private static final int DRIFT = 1;

    private static final int MODULUS = 1_000_000;

    private SixDigits() {}

    /** A new secret of 160 bits, in Base32. */
    static String secret() {
        SecureRandom random = new SecureRandom();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < SECRET_LETTERS; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    /** The step whose code this is, if it is one of now. */
    static OptionalLong step(String secret, String code, Instant now) {
        byte[] given = code.replaceAll("\\s", "").getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        long present = now.getEpochSecond() / STEP_SECONDS;
        OptionalLong found = OptionalLong.empty();
        for (long step = present - DRIFT; step <= present + DRIFT; step++) {
            byte[] right = code(secret, step).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            if (MessageDigest.isEqual(right, given)) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    static String code(String secret, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(bytes(secret), "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
            return String.format(Locale.ROOT, "%06d", number % MODULUS);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HmacSHA1", impossible);
        }
    }

    private static byte[] bytes(String secret) {
        ByteBuffer bytes = ByteBuffer.allocate(secret.length() * LETTER_BITS / Byte.SIZE);
        int buffer = 0;
        int held = 0;
        for (int i = 0; i < secret.length(); i++) {
            buffer = buffer << LETTER_BITS | ALPHABET.indexOf(secret.charAt(i));
            held += LETTER_BITS;
            if (held >= Byte.SIZE && bytes.hasRemaining()) {
                held -= Byte.SIZE;
                bytes.put((byte) (buffer >> held));
            }
        }
        return bytes.array();
    }
}
