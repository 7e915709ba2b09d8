package vn.sohoa.dossier;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The owner of a dossier (chủ hồ sơ) as the manifest names him.
 *
 * @param id number, or null where the person has none
 * @param name as written; never logged
 */
public record Person(@Nullable OwnerId id, String name) {

    public Optional<OwnerId> ownerId() {
        return Optional.ofNullable(id);
    }

    @Override
    public String toString() {
        return "Person[" + (id == null ? "no id" : id.masked()) + "]";
    }
}
