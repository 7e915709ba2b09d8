package vn.sohoa.dossier;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Somebody who may sign in (tài khoản).
 *
 * @param name what is typed: small letters, digits, dot, hyphen, underscore
 * @param displayName as pages show it
 * @param unit code of the agency's unit, or {@link AgencyScope#EVERY_UNIT} for the whole province
 * @param version rises with every change of rights or secrets; sessions of an older one end
 */
public record Account(String name, String displayName, Set<Role> roles, String unit, boolean enabled, long version) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{1,63}");
    private static final int LONGEST_DISPLAY = 200;

    public Account {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a name of an account: " + name);
        }
        if (displayName.isBlank() || displayName.length() > LONGEST_DISPLAY) {
            throw new IllegalArgumentException("display name of " + name);
        }
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("account without role: " + name);
        }
        roles = Collections.unmodifiableSet(EnumSet.copyOf(roles));
        AgencyScope.of(unit);
    }

    public AgencyScope scope() {
        return AgencyScope.of(unit);
    }
}
