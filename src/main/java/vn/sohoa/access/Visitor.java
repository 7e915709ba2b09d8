package vn.sohoa.access;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import vn.sohoa.dossier.Account;
import vn.sohoa.dossier.AgencyScope;
import vn.sohoa.dossier.Language;
import vn.sohoa.dossier.Role;

/**
 * Who asks (người truy cập): signed in, with what they may do and whose papers they may see.
 *
 * @param name of the account, as logs name it
 * @param unit code, or {@link AgencyScope#EVERY_UNIT}
 * @param from address of the machine that asks
 */
public record Visitor(String name, String displayName, Set<Role> roles, String unit, String from) {
    private static final String MACHINE = "machine";

    public Visitor {
        roles = roles.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(roles));
        AgencyScope.of(unit);
    }

    /** Somebody with an account of ours. */
    static Visitor of(Account account, String from) {
        return new Visitor(account.name(), account.displayName(), account.roles(), account.unit(), from);
    }

    /** The command line on the machine itself: whoever may read its files needs no account. @param user of the system */
    public static Visitor machine(String user) {
        return new Visitor(MACHINE + ":" + user, user, Set.of(), AgencyScope.EVERY_UNIT, MACHINE);
    }

    public AgencyScope scope() {
        return AgencyScope.of(unit);
    }

    public boolean may(Role role) {
        return roles.contains(role);
    }

    /** Whether pages and fields of papers may be shown at all. */
    public boolean seesPapers() {
        return may(Role.RECORDS_OFFICER) || may(Role.PROCESSING_OFFICER);
    }

    /** Names of roles, for the log. */
    String roleNames() {
        return roles.isEmpty() ? MACHINE : roles.stream().map(Role::name).collect(Collectors.joining(","));
    }

    /** Names of roles, for people. */
    public String roleLabels(Language language) {
        return roles.stream().map(role -> role.label(language)).collect(Collectors.joining(", "));
    }
}
