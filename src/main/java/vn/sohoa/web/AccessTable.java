package vn.sohoa.web;

import static vn.sohoa.dossier.Role.ADMINISTRATOR;
import static vn.sohoa.dossier.Role.AUDITOR;
import static vn.sohoa.dossier.Role.PROCESSING_OFFICER;
import static vn.sohoa.dossier.Role.RECORDS_OFFICER;
import static vn.sohoa.dossier.Role.SERVICE;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import vn.sohoa.access.Visitor;
import vn.sohoa.dossier.Role;

/**
 * Who may ask what (bảng quyền truy cập): every address of the house, once. What is not in this table is denied, and a test finds
 * addresses that are not. Whose papers are shown is another question, answered by the agency of the account.
 */
final class AccessTable {
    private static final String READ = "GET";
    private static final String WRITE = "POST";

    /** The table. Rows of one method do not overlap. */
    private static final List<Row> ROWS = Stream.of(
                    open(READ, "/*.css", "/*.js", "/favicon.ico", "/favicon.svg", "/webjars/**"),
                    open(READ, "/error", "/dang-nhap", "/actuator/health", "/actuator/health/**"),
                    open(WRITE, "/dang-nhap"),
                    machine(READ, "/actuator", "/actuator/prometheus"),
                    signedIn(READ, "/doi-mat-khau", "/ma-xac-thuc"),
                    signedIn(WRITE, "/doi-mat-khau", "/ma-xac-thuc", "/dang-xuat"),
                    counted(READ, "/", RECORDS_OFFICER, PROCESSING_OFFICER),
                    counted(WRITE, "/", RECORDS_OFFICER, PROCESSING_OFFICER),
                    may(READ, "/giay-to/{id}", RECORDS_OFFICER, PROCESSING_OFFICER),
                    may(READ, "/giay-to/{id}/trang/{page}", RECORDS_OFFICER, PROCESSING_OFFICER),
                    may(WRITE, "/giay-to/{id}/tai-su-dung", PROCESSING_OFFICER),
                    may(WRITE, "/giay-to/{id}/lay", PROCESSING_OFFICER),
                    may(WRITE, "/giay-to/{id}/duyet", RECORDS_OFFICER, PROCESSING_OFFICER),
                    may(READ, "/ho-so", RECORDS_OFFICER, PROCESSING_OFFICER),
                    may(READ, "/ho-so/{code}", RECORDS_OFFICER, PROCESSING_OFFICER),
                    may(WRITE, "/ho-so/{code}/chay-lai", RECORDS_OFFICER),
                    may(READ, "/nop", RECORDS_OFFICER, PROCESSING_OFFICER),
                    files(WRITE, "/nop", RECORDS_OFFICER, PROCESSING_OFFICER),
                    may(READ, "/kiem-tra", RECORDS_OFFICER),
                    may(READ, "/kiem-tra/{id}", RECORDS_OFFICER),
                    may(WRITE, "/kiem-tra/{id}", RECORDS_OFFICER),
                    may(READ, "/xac-nhan", RECORDS_OFFICER),
                    may(WRITE, "/xac-nhan", RECORDS_OFFICER),
                    may(READ, "/quet-lai", RECORDS_OFFICER),
                    may(READ, "/ky-so", RECORDS_OFFICER),
                    may(WRITE, "/ky-so/{id}", RECORDS_OFFICER),
                    may(READ, "/trung-lap", RECORDS_OFFICER),
                    may(READ, "/trung-lap/{left}/{right}", RECORDS_OFFICER),
                    may(WRITE, "/trung-lap/{left}/{right}", RECORDS_OFFICER),
                    may(READ, "/lien-ket", RECORDS_OFFICER),
                    may(READ, "/lien-ket/{id}", RECORDS_OFFICER),
                    may(WRITE, "/lien-ket/{id}", RECORDS_OFFICER),
                    may(READ, "/viec", RECORDS_OFFICER, ADMINISTRATOR),
                    may(READ, "/viec/{run}", RECORDS_OFFICER, ADMINISTRATOR),
                    may(WRITE, "/viec", RECORDS_OFFICER, ADMINISTRATOR),
                    may(WRITE, "/viec/{run}/dung", RECORDS_OFFICER, ADMINISTRATOR),
                    may(WRITE, "/viec/{run}/tiep", RECORDS_OFFICER, ADMINISTRATOR),
                    may(READ, "/tien-do", RECORDS_OFFICER, ADMINISTRATOR),
                    may(READ, "/chu-giay-to", RECORDS_OFFICER, PROCESSING_OFFICER),
                    counted(WRITE, "/chu-giay-to", RECORDS_OFFICER, PROCESSING_OFFICER),
                    may(READ, "/thu-hoi", RECORDS_OFFICER, PROCESSING_OFFICER),
                    may(WRITE, "/thu-hoi/{recall}", RECORDS_OFFICER, PROCESSING_OFFICER),
                    may(READ, "/chi-tieu", RECORDS_OFFICER, AUDITOR, ADMINISTRATOR),
                    may(READ, "/chi-tieu/{indicator}", RECORDS_OFFICER, AUDITOR, ADMINISTRATOR),
                    may(READ, "/danh-muc", RECORDS_OFFICER, AUDITOR, ADMINISTRATOR),
                    may(READ, "/danh-muc/tep", RECORDS_OFFICER, AUDITOR, ADMINISTRATOR),
                    may(READ, "/quan-tri/tai-khoan", ADMINISTRATOR),
                    may(WRITE, "/quan-tri/tai-khoan", ADMINISTRATOR),
                    may(WRITE, "/quan-tri/tai-khoan/{name}/khoa", ADMINISTRATOR),
                    may(WRITE, "/quan-tri/tai-khoan/{name}/mo", ADMINISTRATOR),
                    may(WRITE, "/quan-tri/tai-khoan/{name}/dat-lai", ADMINISTRATOR),
                    may(READ, "/nhat-ky", AUDITOR),
                    may(READ, "/bao-cao", RECORDS_OFFICER, AUDITOR, ADMINISTRATOR),
                    counted(WRITE, "/api/v1/reuse/check", RECORDS_OFFICER, PROCESSING_OFFICER, SERVICE),
                    counted(WRITE, "/api/v1/reuse/precheck", RECORDS_OFFICER, PROCESSING_OFFICER, SERVICE),
                    may(WRITE, "/api/v1/reuse/take", PROCESSING_OFFICER),
                    counted(WRITE, "/api/v1/search", RECORDS_OFFICER, PROCESSING_OFFICER),
                    may(READ, "/api/v1/documents/{id}", RECORDS_OFFICER, PROCESSING_OFFICER),
                    may("PUT", "/api/v1/documents/{id}", RECORDS_OFFICER),
                    may(READ, "/api/v1/documents/download/{id}", RECORDS_OFFICER, PROCESSING_OFFICER),
                    files(WRITE, "/api/v1/dossiers", PROCESSING_OFFICER, SERVICE),
                    may(READ, "/api/v1/dossiers/{code}", RECORDS_OFFICER, PROCESSING_OFFICER, SERVICE),
                    may(READ, "/api/v1/jobs", RECORDS_OFFICER, ADMINISTRATOR),
                    may(READ, "/api/v1/jobs/runs", RECORDS_OFFICER, ADMINISTRATOR),
                    may(READ, "/api/v1/jobs/runs/{run}", RECORDS_OFFICER, ADMINISTRATOR),
                    may(WRITE, "/api/v1/jobs/{name}/runs", RECORDS_OFFICER, ADMINISTRATOR),
                    may(WRITE, "/api/v1/jobs/runs/{run}/stop", RECORDS_OFFICER, ADMINISTRATOR),
                    may(READ, "/api/v1/indicators", RECORDS_OFFICER, AUDITOR, ADMINISTRATOR))
            .flatMap(List::stream)
            .toList();

    /** Where each role begins, the first that an account may see. */
    private static final List<String> HOMES =
            List.of("/", "/quan-tri/tai-khoan", "/nhat-ky", "/bao-cao", "/doi-mat-khau");

    private AccessTable() {}

    /** What stands before an address. */
    enum Gate {
        OPEN,
        /** Programs on this machine, not through a proxy. */
        MACHINE,
        SIGNED_IN,
        ROLES
    }

    /** What else holds for an address. */
    enum Trait {
        PLAIN,
        /** Each question counts against the rate of searches. */
        COUNTED,
        /** Files may be sent to it. */
        FILES
    }

    record Row(String method, String pattern, PathPattern compiled, Gate gate, Set<Role> roles, Trait trait) {

        boolean counted() {
            return trait == Trait.COUNTED;
        }

        boolean takesFiles() {
            return trait == Trait.FILES;
        }

        boolean matches(String asked, PathContainer path) {
            return method.equals(asked.equals("HEAD") ? READ : asked) && compiled.matches(path);
        }

        boolean isForMachines() {
            return gate == Gate.OPEN || gate == Gate.MACHINE;
        }

        boolean letsIn(Visitor visitor) {
            return switch (gate) {
                case OPEN, SIGNED_IN -> true;
                case MACHINE -> false;
                case ROLES -> visitor.roles().stream().anyMatch(roles::contains);
            };
        }
    }

    static List<Row> rows() {
        return ROWS;
    }

    /** The row of a request; none means no. */
    static Optional<Row> row(String method, String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        return ROWS.stream().filter(row -> row.matches(method, parsed)).findFirst();
    }

    /** Whether a page may show a link to an address. */
    static boolean mayRead(Visitor visitor, String path) {
        return row(READ, path).map(row -> row.letsIn(visitor)).orElse(false);
    }

    /** Where somebody goes after signing in. */
    static String home(Visitor visitor) {
        return HOMES.stream().filter(path -> mayRead(visitor, path)).findFirst().orElseThrow();
    }

    private static List<Row> open(String method, String... patterns) {
        return rows(method, Gate.OPEN, patterns);
    }

    private static List<Row> machine(String method, String... patterns) {
        return rows(method, Gate.MACHINE, patterns);
    }

    private static List<Row> signedIn(String method, String... patterns) {
        return rows(method, Gate.SIGNED_IN, patterns);
    }

    private static List<Row> rows(String method, Gate gate, String... patterns) {
        return Arrays.stream(patterns)
                .map(pattern -> row(method, pattern, gate, Set.of(), Trait.PLAIN))
                .toList();
    }

    private static List<Row> may(String method, String pattern, Role... roles) {
        return List.of(row(method, pattern, Gate.ROLES, EnumSet.copyOf(List.of(roles)), Trait.PLAIN));
    }

    private static List<Row> counted(String method, String pattern, Role... roles) {
        return List.of(row(method, pattern, Gate.ROLES, EnumSet.copyOf(List.of(roles)), Trait.COUNTED));
    }

    private static List<Row> files(String method, String pattern, Role... roles) {
        return List.of(row(method, pattern, Gate.ROLES, EnumSet.copyOf(List.of(roles)), Trait.FILES));
    }

    private static Row row(String method, String pattern, Gate gate, Set<Role> roles, Trait trait) {
        return new Row(
                method, pattern, PathPatternParser.defaultInstance.parse(pattern), gate, Set.copyOf(roles), trait);
    }
}
