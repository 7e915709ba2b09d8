package vn.sohoa.catalog;

import java.util.List;

/** Looks at the database itself, before any of its tables is needed. Read-only; made for {@code doctor}. */
public interface DatabaseCheck {

    /**
     * One thing that has to be right.
     *
     * @param name short and stable, such as {@code database.migrations}
     * @param detail what was found, without user and password
     */
    record Finding(String name, boolean ok, String detail) {}

    /**
     * Address and version, the safeguards of durability, migrations that are still to come.
     *
     * @throws vn.sohoa.dossier.DigitisationException DATABASE_UNAVAILABLE, CONFIGURATION_INVALID where a safeguard is off,
     *     ANOTHER_RUN
     */
    List<Finding> check();
}
