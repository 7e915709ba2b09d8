package vn.sohoa.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Look;
import vn.sohoa.dossier.Problem;

/** No code of ours stands on a page where there is a word for it. */
class WordsTest {
    private static final Path KINDS = Path.of("jobs/reference/types");
    private static final Pattern FIELD = Pattern.compile("(?m)^\\s*- name: (\\w+)");

    private static Words words(String language) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/web");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new Words(messages, Locale.forLanguageTag(language));
    }

    private static Set<String> fields() throws IOException {
        Set<String> fields = new TreeSet<>();
        try (Stream<Path> files = Files.list(KINDS)) {
            for (Path file : files.toList()) {
                FIELD.matcher(Files.readString(file))
                        .results()
                        .map((MatchResult found) -> found.group(1))
                        .forEach(fields::add);
            }
        }
        return fields;
    }

    @Test
    void everyFieldOfEveryKindHasAWord() throws IOException {
        assertThat(fields()).hasSizeGreaterThan(20).contains("ownerName2");
        for (String language : List.of("vi", "en")) {
            Words words = words(language);
            assertThat(fields()).as(language).noneMatch(field -> words.field(field)
                    .equals(field));
        }
    }

    @Test
    void whatAnotherPlaceOfThePaperSaysIsNamedAfterItsField() {
        assertThat(words("vi").field("ownerId.conflict")).isEqualTo("Số định danh (chỗ khác ghi)");
        assertThat(words("en").field("oldId.conflict")).endsWith("(as read elsewhere)");
    }

    @Test
    void aCodeWithoutAWordStandsForItself() {
        assertThat(words("vi").field("khongCo")).isEqualTo("khongCo");
        assertThat(words("vi").field(null)).isEmpty();
    }

    @Test
    void daysAndMomentsAreSaidAsPeopleWriteThem() {
        Words words = words("vi");
        assertThat(words.value("issuedDate", "2026-11-10")).isEqualTo("10/11/2026");
        assertThat(words.value("birthDate.conflict", "1985-09")).isEqualTo("09/1985");
        assertThat(words.value("validUntil", "không thời hạn")).isEqualTo("không thời hạn");
        assertThat(words.value("addressTodayLevel", "XA")).isEqualTo("xã, phường, đặc khu");
        assertThat(words.value("codeNumber", "2026-11-10")).isEqualTo("2026-11-10");
        assertThat(words.moments("ký lúc 2026-11-22T06:53:52+07:00; kiểm tra 2026-11-23T08:46:32.5Z"))
                .isEqualTo("ký lúc 22/11/2026 06:53; kiểm tra 23/11/2026 15:46");
        assertThat(words.moments(null)).isEmpty();
        assertThat(words.told("codeNumber")).isEqualTo("Số, ký hiệu");
        assertThat(words.told("codeNumber, ownerId")).isEqualTo("Số, ký hiệu; Số định danh");
        assertThat(words.told("PDF bị cắt cụt")).isEqualTo("PDF bị cắt cụt");
        assertThat(words("en").told("PDF bị cắt cụt")).isEqualTo("PDF is cut short");
    }

    @Test
    void whatWasDoneWithAnAccountIsSaidInWords() {
        assertThat(words("vi").purpose(look(Look.Kind.ACCOUNT, "reset canbo"))).isEqualTo("cấp lại mật khẩu cho canbo");
        assertThat(words("en").purpose(look(Look.Kind.ACCOUNT, "password"))).isEqualTo("password changed");
        assertThat(words("vi").purpose(look(Look.Kind.TAKE, "add canbo"))).isEqualTo("add canbo");
    }

    private static Look look(Look.Kind kind, String purpose) {
        return new Look(Instant.EPOCH, "quantri", "ADMINISTRATOR", "*", kind, null, purpose, "", Look.Result.SHOWN);
    }

    @Test
    void aFailureNamesWhatWhichAndWhatToDo() {
        DigitisationException wrong = new DigitisationException(Problem.DOSSIER_CODE_INVALID, "mã hồ sơ: abc");
        assertThat(words("vi").failure(wrong))
                .contains("Mã hồ sơ không đúng quy cách. [mã hồ sơ: abc] Sửa mã", "H15.12-261102-0042");
        assertThat(words("en").failure(wrong))
                .contains("Not a dossier code. [dossier code: abc]", "H15.12-261102-0042");
    }
}
