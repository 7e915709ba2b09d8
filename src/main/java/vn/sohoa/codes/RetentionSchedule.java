package vn.sohoa.codes;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.Dossier;
import vn.sohoa.dossier.Maintenance;
import vn.sohoa.dossier.ProcedureCode;
import vn.sohoa.dossier.Retention;

/**
 * How long papers are kept (bảng thời hạn bảo quản; Circular 05/2025/TT-BNV, codes 01 to 07), from
 * {@code jobs/reference/retention.yml}. Where both the procedure and the kind of paper have a rule the longer one counts; where
 * neither has, the default. Immutable, for any number of threads.
 */
public final class RetentionSchedule {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Pattern PROCEDURE = Pattern.compile("[1-9]\\.\\d{6}");
    private static final int LONGEST_YEARS = 100;

    private final Map<Maintenance, Period> periods;
    private final Maintenance fallback;
    private final Map<String, Maintenance> procedures;
    private final Map<String, Maintenance> types;

    private RetentionSchedule(Path yaml, ScheduleFile file) {
        periods = periods(yaml, file.periods());
        fallback = maintenance(yaml, "default", file.fallback());
        procedures = rules(yaml, "procedures", file.procedures());
        types = rules(yaml, "types", file.types());
    }

    /**
     * Reads the schedule strictly.
     *
     * @throws vn.sohoa.dossier.DigitisationException CONFIGURATION_INVALID for an unknown code, a code without a period, a procedure
     *     that is no base code
     */
    public static RetentionSchedule load(Path yaml) {
        RetentionSchedule schedule = new RetentionSchedule(yaml, ReferenceYaml.read(yaml, ScheduleFile.class));
        schedule.procedures.keySet().forEach(code -> {
            if (!PROCEDURE.matcher(code).matches()) {
                throw ReferenceYaml.fault(
                        yaml, code, "procedures: không phải mã gốc của thủ tục (như 1.004873): " + code);
            }
        });
        return schedule;
    }

    /** How long a paper of a dossier is kept, counted from the day the dossier was received, else from the paper's own. */
    public Retention of(Dossier dossier, Document paper) {
        LocalDate received = dossier.received();
        LocalDate from = received == null ? paper.receivedAt().atZone(ZONE).toLocalDate() : received;
        Stream<Maintenance> rules = Stream.of(
                        dossier.procedureCode().map(ProcedureCode::base).map(procedures::get),
                        Optional.ofNullable(types.get(paper.type().code())))
                .flatMap(Optional::stream);
        return rules.map(rule -> retention(rule, from))
                .reduce(Retention::longer)
                .orElseGet(() -> retention(fallback, from));
    }

    /** The kinds of paper that have a rule of their own; each should be in {@code types.yml}. */
    public Set<String> types() {
        return types.keySet();
    }

    private Retention retention(Maintenance maintenance, LocalDate from) {
        Period period = periods.get(maintenance);
        if (period == null) {
            throw new IllegalStateException("no period of " + maintenance);
        }
        LocalDate lastDay = from.plusYears(period.years()).plusDays(period.days());
        Instant until = lastDay.plusDays(1).atStartOfDay(ZONE).toInstant();
        return new Retention(maintenance, until);
    }

    private static Map<Maintenance, Period> periods(Path yaml, List<Period> all) {
        Map<Maintenance, Period> periods = new EnumMap<>(Maintenance.class);
        for (Period period : all) {
            Maintenance code = Maintenance.ofCode(period.code())
                    .orElseThrow(() ->
                            ReferenceYaml.fault(yaml, period.code(), "periods: không có mã thời hạn " + period.code()));
            if (periods.put(code, period) != null) {
                throw ReferenceYaml.fault(yaml, period.code(), "periods: hai lần " + period.code());
            }
            if (period.years() < 0 || period.days() < 0 || period.years() + period.days() == 0) {
                throw ReferenceYaml.fault(yaml, period.code(), "periods." + period.code() + ": years, days phải dương");
            }
            if (period.years() > LONGEST_YEARS || period.days() > 366) {
                throw ReferenceYaml.fault(
                        yaml, period.code(), "periods." + period.code() + ": nhiều nhất 100 năm và 366 ngày");
            }
        }
        return periods;
    }

    private Map<String, Maintenance> rules(Path yaml, String part, @Nullable Map<String, String> rules) {
        Map<String, Maintenance> read = new LinkedHashMap<>();
        if (rules != null) {
            rules.forEach((key, code) -> read.put(key, maintenance(yaml, part + "." + key, code)));
        }
        return read;
    }

    private Maintenance maintenance(Path yaml, String place, String code) {
        return Maintenance.ofCode(code)
                .filter(periods::containsKey)
                .orElseThrow(() ->
                        ReferenceYaml.fault(yaml, code, place + ": mã thời hạn " + code + " không có trong periods"));
    }

    /** Years and days of the lock; of code 01 the dated part of it. */
    private record Period(
            @JsonProperty(required = true) String code,
            @JsonProperty(required = true) String name,
            @JsonProperty("years") @Nullable Integer inYears,
            @JsonProperty("days") @Nullable Integer inDays) {

        int years() {
            return inYears == null ? 0 : inYears;
        }

        int days() {
            return inDays == null ? 0 : inDays;
        }
    }

    private record ScheduleFile(
            @JsonProperty(required = true) String version,
            @JsonProperty(required = true) List<Period> periods,

            @JsonProperty(value = "default", required = true)
            String fallback,

            @Nullable Map<String, String> procedures,
            @Nullable Map<String, String> types) {}
}
