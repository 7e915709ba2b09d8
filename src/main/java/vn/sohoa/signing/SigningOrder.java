package vn.sohoa.signing;

import java.nio.file.Path;
import java.util.Map;

/**
 * One file to sign.
 *
 * @param out where the signed PDF, or the {@code .p7s} of another file, is to lie; nothing may be there
 * @param mediaType by content
 * @param profile id of a profile of {@link SignatureProfiles}
 * @param words for the places of the profile's text, by name: {@code form} (hình thức sao), {@code converter}; name, organisation and
 *     time come from the certificate and the clock
 */
public record SigningOrder(Path file, Path out, String mediaType, String profile, Map<String, String> words) {

    public SigningOrder {
        words = Map.copyOf(words);
    }
}
