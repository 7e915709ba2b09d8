package vn.sohoa.quality;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.stream.Stream;
import vn.sohoa.dossier.PageFault;
import vn.sohoa.dossier.Problem;

/**
 * One line of the {@link FaultCatalogue} (lỗi; Circular 05/2025/TT-BNV, Article 9.5a).
 *
 * @param code capital letters; of a fault that the machine finds the code of the {@link Problem}
 * @param by who finds it
 * @param see how it is recognised
 * @param toDo what to do then
 */
public record FaultEntry(
        @JsonProperty(required = true) String code,
        @JsonProperty(required = true) By by,
        @JsonProperty(required = true) String name,
        @JsonProperty(required = true) String see,
        @JsonProperty(value = "do", required = true) String toDo) {

    /** Who finds a fault. */
    public enum By {
        MACHINE,
        PERSON
    }

    public FaultEntry {
        QualityProfile.require(code.matches("[A-Z][A-Z_]{2,39}"), "code", code);
        QualityProfile.require(!name.isBlank(), code + ".name", name);
        QualityProfile.require(!see.isBlank(), code + ".see", see);
        QualityProfile.require(!toDo.isBlank(), code + ".do", toDo);
        boolean machine = Stream.of(Problem.values())
                .anyMatch(problem -> problem.name().equals(code) && PageFault.isOne(problem));
        QualityProfile.require(by == By.PERSON || machine, code + ".by", by);
    }
}
