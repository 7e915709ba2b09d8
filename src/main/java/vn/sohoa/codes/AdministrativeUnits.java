package vn.sohoa.codes;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.sohoa.dossier.AgencyCode;

/**
 * Which unit of today an old address lies in: provinces by the successors in {@code agencies.yml}, communes by the dated rows of
 * {@code jobs/reference/units.yml} that a province supplies. What several rows could mean, and what no row names, stays open.
 */
public final class AdministrativeUnits {
    /** Name of the file in the reference folder; it need not exist. */
    public static final String FILE = "units.yml";

    private static final String CITY = "thanh pho ";
    private static final Set<String> CITIES = Set.of("ha noi", "hai phong", "da nang", "can tho", "ho chi minh", "hue");
    private static final String DISTRICT = "^(?:huyen|quan|thi xa|thanh pho|tp|h|q|tx) .*";
    private static final String COMMUNE = "^(?:xa|phuong|thi tran|dac khu) .*";
    private static final String TYPE =
            "^(?:xa|phuong|thi tran|dac khu|huyen|quan|thi xa|thanh pho|tp|tinh|p|x|tt|h|q|tx|t) ";

    private final AgencyRegister register;
    private final LocalDate twoLevels;
    private final List<Row> rows;

    private AdministrativeUnits(AgencyRegister register, LocalDate twoLevels, List<Row> rows) {
        this.register = register;
        this.twoLevels = twoLevels;
        this.rows = rows;
    }

    /**
     * Reads both files strictly.
     *
     * @throws vn.sohoa.dossier.DigitisationException CONFIGURATION_INVALID with file and line
     */
    public static AdministrativeUnits load(Path reference) {
        AgencyRegister register = AgencyRegister.load(reference.resolve("agencies.yml"));
        Path yaml = reference.resolve(FILE);
        if (!Files.exists(yaml)) {
            return new AdministrativeUnits(register, LocalDate.of(2025, 7, 1), List.of());
        }
        UnitsFile file = ReferenceYaml.read(yaml, UnitsFile.class);
        AdministrativeUnits units = new AdministrativeUnits(register, file.validFrom(), List.copyOf(file.units()));
        for (Row row : file.units()) {
            if (units.provinceCode(folded(row.province())).isEmpty()) {
                throw ReferenceYaml.fault(
                        yaml, row.province(), "không có tỉnh " + row.province() + " trong agencies.yml");
            }
        }
        return units;
    }

    /** The unit of a printed address on a day. */
    public AddressToday resolve(String address, LocalDate day) {
        List<String> parts = Arrays.stream(address.split("[,;]|\\s[-–]\\s"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
        for (int i = parts.size() - 1; i >= Math.max(0, parts.size() - 2); i--) {
            Optional<String> code = provinceCode(folded(parts.get(i)));
            if (code.isPresent()) {
                return within(code.get(), parts.subList(0, i), day);
            }
        }
        return AddressToday.UNKNOWN;
    }

    private AddressToday within(String code, List<String> before, LocalDate day) {
        ResolvedAgency now = register.resolve(new AgencyCode(code), day);
        Optional<String> name = register.name(now.code());
        if (name.isEmpty()) {
            return AddressToday.UNKNOWN;
        }
        String province = CITIES.contains(folded(name.get()).replaceFirst("^" + CITY, ""))
                ? "thành phố " + name.get().replaceFirst("^Thành phố ", "")
                : "tỉnh " + name.get();
        Optional<Row> row = commune(code, now.code().value(), before, day);
        return row.map(found -> new AddressToday(province, found.now(), found.from()))
                .orElse(new AddressToday(province, null, twoLevels));
    }

    /** The one commune that rows of the old province, or names of today in the new one, allow; several are none. */
    private Optional<Row> commune(String old, String today, List<String> before, LocalDate day) {
        Optional<String> district = before.stream()
                .map(AdministrativeUnits::folded)
                .filter(p -> p.matches(DISTRICT))
                .findFirst();
        List<Row> fit = rows.stream()
                .filter(row -> !row.from().isAfter(day))
                .filter(row ->
                        provinceCode(folded(row.province())).filter(old::equals).isPresent()
                                || (district.isEmpty() && isIn(today, row)))
                .filter(row -> before.stream().anyMatch(part -> names(part, row, district)))
                .toList();
        Set<String> communes = fit.stream().map(Row::now).collect(Collectors.toSet());
        return communes.size() == 1 ? Optional.of(fit.get(0)) : Optional.empty();
    }

    private boolean isIn(String today, Row row) {
        return provinceCode(folded(row.province()))
                .map(code -> register.resolve(new AgencyCode(code), row.from())
                        .code()
                        .value())
                .filter(today::equals)
                .isPresent();
    }

    /** Whether that part is the old ward in the old district, or, where no district is printed, the ward or the commune of today. */
    private static boolean names(String part, Row row, Optional<String> district) {
        String text = folded(part);
        if (!text.matches(COMMUNE)) {
            return false;
        }
        boolean ward = text.equals(folded(row.ward()));
        return district.isPresent()
                ? ward && bare(district.get()).equals(bare(folded(row.district())))
                : ward || text.equals(folded(row.now()));
    }

    private Optional<String> provinceCode(String folded) {
        String name = bare(folded);
        return register.all().stream()
                .filter(agency -> agency.code().startsWith("H"))
                .filter(agency -> bare(folded(agency.name())).equals(name))
                .map(Agency::code)
                .findFirst();
    }

    private static String bare(String folded) {
        return folded.replaceFirst(TYPE, "");
    }

    private static String folded(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.ROOT).replace('đ', 'd'), Normalizer.Form.NFD)
                .replaceAll("\\p{Mn}", "")
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
    }

    /** An old ward in its district and province, and the commune that it belongs to from a day on. */
    private record Row(
            @JsonProperty(required = true) String province,
            @JsonProperty(required = true) String district,
            @JsonProperty(required = true) String ward,
            @JsonProperty(required = true) String now,
            @JsonProperty(required = true) LocalDate from) {}

    private record UnitsFile(
            @JsonProperty(required = true) String version,
            @JsonProperty(required = true) LocalDate validFrom,
            @Nullable String source,
            @JsonProperty(required = true) List<Row> units) {}
}
