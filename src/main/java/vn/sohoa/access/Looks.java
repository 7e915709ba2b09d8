package vn.sohoa.access;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sohoa.catalog.AccessLog;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.Look;

/**
 * Keeps the log of looks. Every method has committed when it returns, and throws when it could not: call it before the first byte
 * is shown.
 */
public final class Looks {
    private final AccessLog log;
    private final Clock clock;

    Looks(AccessLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /** A look at one paper. @param purpose what for, or the code of a dossier */
    public void at(Visitor visitor, Look.Kind kind, DocumentId document, String purpose) {
        enter(visitor, kind, document, purpose, Look.Result.SHOWN);
    }

    /** Looks at several papers together, such as the hits of a search; nothing is entered for none. */
    public void at(Visitor visitor, Look.Kind kind, Collection<DocumentId> documents, String purpose) {
        if (!documents.isEmpty()) {
            log.enter(documents.stream()
                    .map(document -> look(visitor, kind, document, purpose, Look.Result.SHOWN))
                    .toList());
        }
    }

    /** A look that is at no single paper, such as an owner's page or an export. */
    public void at(Visitor visitor, Look.Kind kind, String purpose) {
        enter(visitor, kind, null, purpose, Look.Result.SHOWN);
    }

    /** Somebody was turned away. */
    public void refused(Visitor visitor, Look.Kind kind, Optional<DocumentId> document, String purpose) {
        enter(visitor, kind, document.orElse(null), purpose, Look.Result.REFUSED);
    }

    private void enter(
            Visitor visitor, Look.Kind kind, @Nullable DocumentId document, String purpose, Look.Result result) {
        log.enter(List.of(look(visitor, kind, document, purpose, result)));
    }

    private Look look(
            Visitor visitor, Look.Kind kind, @Nullable DocumentId document, String purpose, Look.Result result) {
        return new Look(
                clock.instant(),
                visitor.name(),
                visitor.roleNames(),
                visitor.unit(),
                kind,
                document == null ? null : document.value(),
                purpose,
                visitor.from(),
                result);
    }
}
