package vn.sohoa.access;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import vn.sohoa.catalog.AccessLog;
import vn.sohoa.catalog.TestCatalog;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.Look;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.Role;

/** Accounts and looks for tests of other rooms. */
public final class AccessFixture {
    private AccessFixture() {}

    public static AccessSettings settings(String... hosts) {
        return new AccessSettings(
                5,
                Duration.ofMinutes(15),
                Duration.ofHours(8),
                4,
                false,
                5,
                30,
                60,
                64,
                List.of(hosts),
                "sohoa_roles",
                "sohoa_unit");
    }

    public static Visitor visitor(String unit, Role... roles) {
        return new Visitor("lan.nt", "Nguyễn Thị Lan", Set.of(roles), unit, "127.0.0.1");
    }

    public static Looks looks(List<Look> kept, Clock clock) {
        return new Looks(new KeptLog(kept), clock);
    }

    /** A log whose table refuses writes. */
    public static Looks brokenLooks(Clock clock) {
        return new Looks(
                new KeptLog(new ArrayList<>()) {
                    @Override
                    public void enter(List<Look> looks) {
                        throw new DigitisationException(Problem.DATABASE_UNAVAILABLE, "");
                    }
                },
                clock);
    }

    static SignIn signIn(TestCatalog db, AccessSettings settings, Clock clock) {
        return new SignIn(db.accountBook(), new Passwords(4), new Looks(db.accessLog(), clock), settings, clock);
    }

    static Accounts accounts(TestCatalog db, Clock clock) {
        return new Accounts(db.accountBook(), new Passwords(4), new Looks(db.accessLog(), clock), clock);
    }

    private static class KeptLog implements AccessLog {
        private final List<Look> kept;

        KeptLog(List<Look> kept) {
            this.kept = kept;
        }

        @Override
        public void enter(List<Look> looks) {
            kept.addAll(looks);
        }

        @Override
        public void read(Consumer<Link> action) {}

        @Override
        public List<Link> newest(Optional<DocumentId> document, int limit) {
            return List.of();
        }

        @Override
        public List<String> violations() {
            return List.of();
        }
    }
}
