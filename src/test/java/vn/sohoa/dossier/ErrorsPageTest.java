package vn.sohoa.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import vn.sohoa.reuse.ReuseReason;

/** The page of errors says what the code says; {@code -Dgolden.update=true} writes it anew. */
class ErrorsPageTest {
    private static final Path PAGE = Path.of("src/docs/errors.md");

    @Test
    void saysWhatTheCodeSays() throws IOException {
        String expected = page();
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, expected);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(expected);
    }

    private static String page() {
        return """
                # Lỗi và cách xử lý · Errors and what to do

                Trang này do `ErrorsPageTest` sinh ra từ mã nguồn, không sửa tay. *Generated from the code; do not edit.*

                **ai · who**: PAPER giấy tờ hoặc bản quét · INPUT người nộp hoặc người gõ lệnh · CONFIGURATION người quản trị · OUTSIDE ổ đĩa, cơ sở dữ liệu · BUG
                phần mềm. **thử lại · again**: làm lại đúng việc ấy về sau có thể được. Trong lượt chạy đêm, *ai* quyết định: PAPER và INPUT thì giấy tờ bị cách ly;
                OUTSIDE và CONFIGURATION thì giữ nguyên trạng thái, lượt sau thử lại; BUG thì ba lần rồi cách ly (ATTEMPTS_USED_UP). *In a run, blame decides: paper and
                input are set aside, surroundings and configuration are tried again, a bug three times.* **mã · exit**: mã thoát của lệnh. **HTTP**: API.

                """ + problems() + scopes() + reuse();
    }

    private static String problems() {
        StringBuilder table = new StringBuilder("| lỗi · problem | ai · who | thử lại · again | mã · exit | HTTP"
                + " | tiếng Việt | English |\n|---|---|---|---|---|---|---|\n");
        for (Problem problem : Problem.values()) {
            row(
                    table,
                    "`" + problem + "`",
                    problem.blame().name(),
                    problem.retryable() ? "có · yes" : "–",
                    String.valueOf(problem.exitCode()),
                    String.valueOf(problem.httpStatus()),
                    told(problem, Language.VI),
                    told(problem, Language.EN));
        }
        return table.toString();
    }

    private static String told(Problem problem, Language language) {
        return problem.message(language) + " **" + problem.remedy(language) + "**";
    }

    private static String scopes() {
        StringBuilder table = new StringBuilder("""

                ## Ngoài phạm vi số hóa · Why a paper is not digitised

                | mã · code | tiếng Việt | English |
                |---|---|---|
                """);
        for (ScopeReason reason : ScopeReason.values()) {
            row(table, "`" + reason + "`", reason.label(Language.VI), reason.label(Language.EN));
        }
        return table.toString();
    }

    private static String reuse() {
        StringBuilder table = new StringBuilder("""

                ## Tái sử dụng · Why a paper may not, or not simply, be used again

                **cấm · forbids**: NOT_REUSABLE; còn lại · else: NEEDS_OFFICER.

                | mã · code | cấm · forbids | tiếng Việt | English |
                |---|---|---|---|
                """);
        for (ReuseReason reason : ReuseReason.values()) {
            row(
                    table,
                    "`" + reason + "`",
                    reason.forbids() ? "có · yes" : "–",
                    reason.message(Language.VI),
                    reason.message(Language.EN));
        }
        return table.toString();
    }

    private static void row(StringBuilder table, String... cells) {
        table.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
