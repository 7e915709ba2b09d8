package vn.sohoa.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** The language of pages, kept in a cookie: Vietnamese unless one has chosen English. */
@Configuration(proxyBeanMethods = false)
class PageConfiguration implements WebMvcConfigurer {
    private static final List<Locale> SPOKEN = List.of(Locale.forLanguageTag("vi"), Locale.ENGLISH);

    @Bean
    LocaleResolver localeResolver() {
        CookieLocaleResolver resolver = new CookieLocaleResolver("sohoa-lang");
        resolver.setDefaultLocaleFunction(PageConfiguration::unchosen);
        resolver.setRejectInvalidCookies(false);
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSameSite("Lax");
        return resolver;
    }

    /** Programs say in the request which language they want; a browser's own language is no choice of the officer's. */
    private static Locale unchosen(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/") ? request.getLocale() : SPOKEN.get(0);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        LocaleChangeInterceptor change = new LocaleChangeInterceptor() {
            @Override
            protected Locale parseLocaleValue(String value) {
                return SPOKEN.stream()
                        .filter(spoken -> spoken.getLanguage().equals(value))
                        .findFirst()
                        .orElse(SPOKEN.get(0));
            }
        };
        change.setParamName("lang");
        registry.addInterceptor(change);
    }
}
