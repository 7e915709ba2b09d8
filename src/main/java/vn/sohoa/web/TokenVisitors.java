package vn.sohoa.web;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import vn.sohoa.access.AccessSettings;
import vn.sohoa.access.Visitor;
import vn.sohoa.dossier.Role;

/**
 * Who somebody is that signed in elsewhere: by the claims of an OIDC sign-in or of a bearer token. A person is issuer and subject
 * together; a token without known roles or without a unit opens nothing.
 */
final class TokenVisitors {
    private final AccessSettings settings;

    TokenVisitors(AccessSettings settings) {
        this.settings = settings;
    }

    Optional<Visitor> visitor(Authentication authentication, String from) {
        if (authentication instanceof JwtAuthenticationToken bearer) {
            return visitor(bearer.getToken().getClaims(), from);
        }
        return authentication.getPrincipal() instanceof OidcUser user
                ? visitor(user.getClaims(), from)
                : Optional.empty();
    }

    private Optional<Visitor> visitor(Map<String, Object> claims, String from) {
        String unit = String.valueOf(claims.getOrDefault(settings.unitClaim(), ""));
        String name = claims.get("sub") + "@" + claims.get("iss");
        String shown = String.valueOf(claims.getOrDefault("name", claims.get("sub")));
        try {
            return Optional.of(new Visitor(name, shown, roles(claims.get(settings.rolesClaim())), unit, from));
        } catch (IllegalArgumentException noUnit) {
            return Optional.empty();
        }
    }

    private static Set<Role> roles(@org.jspecify.annotations.Nullable Object claim) {
        Stream<String> names = claim instanceof Collection<?> list
                ? list.stream().map(String::valueOf)
                : Arrays.stream(String.valueOf(claim).split("[ ,]+"));
        Set<Role> roles = EnumSet.noneOf(Role.class);
        names.forEach(name -> Arrays.stream(Role.values())
                .filter(role -> role.name().equalsIgnoreCase(name))
                .forEach(roles::add));
        return roles;
    }
}
