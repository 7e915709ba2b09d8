package vn.sohoa.access;

import java.util.Optional;
import vn.sohoa.catalog.CurrentScope;
import vn.sohoa.dossier.AgencyScope;

/** The time in which one thread works for a visitor: meanwhile the catalogue shows it the papers of the visitor's agency alone. */
public final class Scoped implements AutoCloseable {
    private final CurrentScope.Held held;

    private Scoped(CurrentScope.Held held) {
        this.held = held;
    }

    /** @param visitor without one nothing is shown */
    public static Scoped to(Optional<Visitor> visitor) {
        return new Scoped(CurrentScope.narrow(visitor.map(Visitor::scope).orElse(AgencyScope.NOTHING)));
    }

    @Override
    public void close() {
        held.close();
    }
}
