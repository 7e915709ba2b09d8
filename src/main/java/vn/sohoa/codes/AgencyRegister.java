package vn.sohoa.codes;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.sohoa.dossier.AgencyCode;

/**
 * The level-1 agency codes with their closures and successors (Decisions 20/2020/QĐ-TTg and 09/2025/QĐ-TTg), from
 * {@code jobs/reference/agencies.yml}. Old papers name closed agencies and are right to do so.
 */
public final class AgencyRegister {
    private final Map<String, Agency> byCode;

    private AgencyRegister(Map<String, Agency> byCode) {
        this.byCode = byCode;
    }

    /**
     * Reads the register strictly; successors must be entries and must not run in a circle.
     *
     * @throws vn.sohoa.dossier.DigitisationException CONFIGURATION_INVALID with the place
     */
    public static AgencyRegister load(Path yaml) {
        Map<String, Agency> byCode = new LinkedHashMap<>();
        for (Agency agency : ReferenceYaml.read(yaml, RegisterFile.class).agencies()) {
            if (byCode.put(agency.code(), agency) != null) {
                throw ReferenceYaml.fault(yaml, agency.code(), "hai lần " + agency.code());
            }
        }
        byCode.values().forEach(agency -> checkSuccessors(yaml, byCode, agency));
        return new AgencyRegister(byCode);
    }

    /** What a code, of the new or the old form, stands for on a day. Never refuses. */
    public ResolvedAgency resolve(AgencyCode code, LocalDate day) {
        String levelOne = code.levelOne();
        if (!levelOne.matches("[A-Y]\\d{2}")) {
            return new ResolvedAgency(code, null); // outside the scheme, has no closures
        }
        Agency agency = byCode.get(levelOne);
        if (agency == null) {
            return new ResolvedAgency(code, "Mã " + levelOne + " không có trong danh mục mã định danh.");
        }
        if (agency.openOn(day)) {
            return new ResolvedAgency(code, null);
        }
        Agency last = agency;
        while (!last.openOn(day) && last.successor() != null) {
            last = byCode.getOrDefault(last.successor(), last);
        }
        return last.openOn(day) ? succeeded(agency, last) : orphaned(code, agency);
    }

    /** Name of the agency that a level-1 code stands for. */
    public Optional<String> name(AgencyCode code) {
        return Optional.ofNullable(byCode.get(code.levelOne())).map(Agency::name);
    }

    /** The codes of all agencies that this one took over from, and its own, for search by predecessor. */
    public Set<String> withPredecessors(AgencyCode code) {
        Set<String> codes = new HashSet<>(Set.of(code.levelOne()));
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Agency agency : byCode.values()) {
                grown |= agency.successorCode().filter(codes::contains).isPresent() && codes.add(agency.code());
            }
        }
        return Set.copyOf(codes);
    }

    /** All entries, in the order of the file. */
    public List<Agency> all() {
        return List.copyOf(byCode.values());
    }

    private static ResolvedAgency succeeded(Agency closed, Agency successor) {
        String note = "Mã " + closed.code() + " (" + closed.name() + ") đã đóng từ " + closed.closed() + "; nay là "
                + successor.code() + " (" + successor.name() + ").";
        return new ResolvedAgency(new AgencyCode(successor.code()), note);
    }

    private static ResolvedAgency orphaned(AgencyCode code, Agency closed) {
        String note = "Mã " + closed.code() + " (" + closed.name() + ") đã đóng từ " + closed.closed()
                + "; chưa khai báo cơ quan kế thừa.";
        return new ResolvedAgency(code, note);
    }

    private static void checkSuccessors(Path yaml, Map<String, Agency> byCode, Agency agency) {
        Set<String> seen = new HashSet<>(Set.of(agency.code()));
        Agency next = agency;
        while (next.successor() != null) {
            String successor = next.successor();
            Agency found = byCode.get(successor);
            if (found == null) {
                throw ReferenceYaml.fault(
                        yaml,
                        "successor: " + successor,
                        next.code() + " kế thừa bởi " + successor + ", không có trong tệp");
            }
            if (!seen.add(successor)) {
                throw ReferenceYaml.fault(yaml, "successor: " + successor, "kế thừa vòng tròn tại " + successor);
            }
            next = found;
        }
    }

    private record RegisterFile(
            @JsonProperty(required = true) String version,
            @JsonProperty(required = true) LocalDate validFrom,
            @JsonProperty(required = true) List<Agency> agencies) {}
}
