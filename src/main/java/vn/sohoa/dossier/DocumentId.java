package vn.sohoa.dossier;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/** Names one paper (giấy tờ) in the catalogue. The same delivery gives the same id, however often it is sent (P2). */
public record DocumentId(UUID value) {

    /**
     * The id of a paper by what it is: dossier, file name and version.
     *
     * @param version 1 for the first scan, 2 and on for a new scan or signed file of the same paper
     */
    public static DocumentId of(DossierCode dossier, String file, int version) {
        String name = dossier.value() + '\n' + file + '\n' + version;
        return new DocumentId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    /** Reads the written form back; {@link IllegalArgumentException} if it is none. */
    public static DocumentId parse(String text) {
        return new DocumentId(UUID.fromString(text.strip().toLowerCase(Locale.ROOT)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
