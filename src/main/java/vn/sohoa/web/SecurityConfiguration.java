package vn.sohoa.web;

import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vn.sohoa.access.AccessSettings;
import vn.sohoa.access.Rates;
import vn.sohoa.access.SignIn;

/**
 * The chain that every request goes through: headers, the mark against foreign forms (CSRF), who it is (session; OIDC and bearer
 * tokens where they are set up), then {@link FrontDoor} with {@link AccessTable}. Nothing is decided twice: behind the door
 * Spring's own table lets everything pass.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    /** No script and no style but our own files; a page of ours stands in no frame. */
    private static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self';"
                    + " frame-ancestors 'none'";

    @Bean
    SecurityContextRepository sessions() {
        return new HttpSessionSecurityContextRepository();
    }

    @Bean
    CsrfTokenRepository formMarks() {
        return new HttpSessionCsrfTokenRepository();
    }

    /** Nobody signs in by Spring's own ways; without this bean it would make a user of its own. */
    @Bean
    AuthenticationManager nobody() {
        return proof -> {
            throw new BadCredentialsException("nobody");
        };
    }

    @Bean
    TokenVisitors tokenVisitors(AccessSettings settings) {
        return new TokenVisitors(settings);
    }

    /** Commands that open the house without its faces have no chain. */
    @Bean
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    SecurityFilterChain everything(
            HttpSecurity http,
            SecurityContextRepository sessions,
            CsrfTokenRepository formMarks,
            ObjectProvider<SignIn> signIn,
            TokenVisitors tokens,
            Rates rates,
            AccessSettings settings,
            ObjectProvider<ClientRegistrationRepository> elsewhere,
            ObjectProvider<JwtDecoder> bearers,
            Clock clock,
            Environment environment)
            throws Exception {
        Visitors visitors = new Visitors(signIn::getObject, tokens, settings, clock);
        http.securityContext(context -> context.securityContextRepository(sessions))
                .csrf(csrf -> csrf.csrfTokenRepository(formMarks))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .addFilterBefore(
                        new FrontDoor(visitors, rates, environment.matchesProfiles("worker")),
                        AuthorizationFilter.class)
                .addFilterBefore(new BodyLimits(visitors, bearers.getIfAvailable() != null), CsrfFilter.class);
        http.headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .frameOptions(frames -> frames.deny())
                .permissionsPolicyHeader(policy -> policy.policy("camera=(), microphone=(), geolocation=()")));
        if (elsewhere.getIfAvailable() != null) {
            http.oauth2Login(login -> login.loginPage("/dang-nhap").defaultSuccessUrl("/dang-nhap", true));
        }
        if (bearers.getIfAvailable() != null) {
            http.oauth2ResourceServer(server -> server.jwt(jwt -> {}));
        }
        return http.build();
    }

    @Bean
    WebMvcConfigurer visitors() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new VisitorArgument());
            }
        };
    }
}
