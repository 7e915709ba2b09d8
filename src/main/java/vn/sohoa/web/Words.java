package vn.sohoa.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.FieldName;
import vn.sohoa.dossier.Language;
import vn.sohoa.dossier.Look;
import vn.sohoa.dossier.PageFault;
import vn.sohoa.dossier.PartialDate;
import vn.sohoa.dossier.Problem;
import vn.sohoa.workflow.KeepLedger;

/** Says things in the language of whoever reads: the pages ask it for codes, days and problems. */
final class Words {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final Pattern MOMENT =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}[\\d:.]*(?:Z|[+-]\\d{2}:\\d{2})");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm", Locale.ROOT);

    private final MessageSource messages;
    private final Locale locale;

    Words(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    public Language language() {
        return locale.getLanguage().equals("en") ? Language.EN : Language.VI;
    }

    public String say(String key, Object... values) {
        return messages.getMessage(key, values, locale);
    }

    /** The word for a code; the code itself where there is none. */
    public String word(String group, @Nullable Object code) {
        String text = Objects.requireNonNullElse(code, "").toString();
        return text.isEmpty()
                ? ""
                : Objects.requireNonNullElse(
                        messages.getMessage(group + "." + text, new Object[0], text, locale), text);
    }

    public String problem(@Nullable Problem problem) {
        return problem == null ? "" : problem.message(language());
    }

    public String remedy(@Nullable Problem problem) {
        return problem == null ? "" : problem.remedy(language());
    }

    /** What went wrong, where, and what to do. */
    public String failure(DigitisationException failure) {
        String which = failure.detail().isBlank() ? "" : " [" + told(failure.detail()) + "]";
        return problem(failure.problem()) + which + " " + remedy(failure.problem());
    }

    /** What people call a field of a paper. */
    public String field(@Nullable String name) {
        return name == null ? "" : FieldName.label(name, language());
    }

    /** Pages and measures of a scan as sentences, fields by their names, all else in the language of the page. */
    public String told(@Nullable String detail) {
        return detail == null ? "" : PageFault.told(detail, language());
    }

    public String day(@Nullable LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }

    /** A day of a paper as precise as the paper gives it: {@code 2018-09} is 09/2018. */
    public String paperDay(@Nullable String iso) {
        if (iso == null || iso.isBlank()) {
            return "";
        }
        try {
            PartialDate date = PartialDate.parse(iso);
            return date.exact()
                    .map(DAY::format)
                    .orElseGet(() -> date.month() == null
                            ? Integer.toString(date.year())
                            : "%02d/%d".formatted(date.month(), date.year()));
        } catch (IllegalArgumentException noDate) {
            return iso;
        }
    }

    /** A value as people write it: days of a paper, levels of administrative units; all else as it stands. */
    public String value(String field, @Nullable String value) {
        String base = FieldName.base(field);
        if (base.endsWith("Date") || base.endsWith("Since") || base.equals(FieldName.VALID_UNTIL)) {
            return paperDay(value);
        }
        return base.endsWith("Level") ? word("level", value) : Objects.requireNonNullElse(value, "");
    }

    /** What a look was for; of an account, what was done with it: {@code reset canbo}. */
    public String purpose(Look look) {
        if (look.kind() != Look.Kind.ACCOUNT) {
            return look.purpose();
        }
        String[] said = look.purpose().split(" ", 2);
        said[0] = word("account", said[0]);
        return String.join(" ", said);
    }

    /** A text in which every moment of ISO 8601 is said as elsewhere on the pages. */
    public String moments(@Nullable String text) {
        return MOMENT.matcher(Objects.requireNonNullElse(text, ""))
                .replaceAll(found -> time(OffsetDateTime.parse(found.group()).toInstant()));
    }

    public String time(@Nullable Instant at) {
        return at == null ? "" : TIME.format(at.atZone(KeepLedger.ZONE));
    }

    public String number(double value) {
        return String.format(language() == Language.VI ? Locale.forLanguageTag("vi") : Locale.ENGLISH, "%.0f", value);
    }
}
