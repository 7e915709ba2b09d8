package vn.sohoa.codes;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sohoa.dossier.AgencyCode;

/**
 * What an agency code stands for on a given day.
 *
 * @param code the code in force on that day: the one asked for, or the level-1 code of its successor
 * @param note Vietnamese sentence for officers where something is out of the ordinary, or null
 */
public record ResolvedAgency(AgencyCode code, @Nullable String note) {

    /** Present for codes that are closed, reserved or unknown: they warn, they are never refused. */
    public Optional<String> warning() {
        return Optional.ofNullable(note);
    }
}
