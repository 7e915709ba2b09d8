package vn.sohoa.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.sohoa.dossier.DigitisationStatus.AWAITING_SIGNATURE;
import static vn.sohoa.dossier.DigitisationStatus.CAPTURED;
import static vn.sohoa.dossier.DigitisationStatus.CODED;
import static vn.sohoa.dossier.DigitisationStatus.EXTRACTED;
import static vn.sohoa.dossier.DigitisationStatus.IN_REVIEW;
import static vn.sohoa.dossier.DigitisationStatus.NEEDS_RESCAN;
import static vn.sohoa.dossier.DigitisationStatus.OUT_OF_SCOPE;
import static vn.sohoa.dossier.DigitisationStatus.QUARANTINED;
import static vn.sohoa.dossier.DigitisationStatus.RECEIVED;
import static vn.sohoa.dossier.DigitisationStatus.STORED;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DigitisationStatusTest {
    /** The arrows of the plan, written a second time. */
    private static final Map<DigitisationStatus, Set<DigitisationStatus>> ARROWS = Map.of(
            RECEIVED, Set.of(CAPTURED, OUT_OF_SCOPE, AWAITING_SIGNATURE, NEEDS_RESCAN, QUARANTINED),
            CAPTURED, Set.of(EXTRACTED, IN_REVIEW, OUT_OF_SCOPE, NEEDS_RESCAN, QUARANTINED),
            EXTRACTED, Set.of(CODED, IN_REVIEW, QUARANTINED),
            CODED, Set.of(STORED, QUARANTINED),
            STORED, Set.of(),
            IN_REVIEW, Set.of(EXTRACTED, NEEDS_RESCAN, OUT_OF_SCOPE, QUARANTINED),
            NEEDS_RESCAN, Set.of(RECEIVED),
            AWAITING_SIGNATURE, Set.of(RECEIVED),
            OUT_OF_SCOPE, Set.of(RECEIVED),
            QUARANTINED, Set.of(RECEIVED));

    private static Stream<DigitisationStatus[]> pairs() {
        return Arrays.stream(DigitisationStatus.values()).flatMap(from -> Arrays.stream(DigitisationStatus.values())
                .map(to -> new DigitisationStatus[] {from, to}));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void movesOnlyAlongTheArrows(DigitisationStatus from, DigitisationStatus to) {
        if (ARROWS.get(from).contains(to)) {
            assertThat(from.become(to)).isEqualTo(to);
        } else {
            assertThatThrownBy(() -> from.become(to))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(from.name())
                    .hasMessageContaining(to.name());
        }
    }

    @Test
    void storedIsTheEnd() {
        assertThat(DigitisationStatus.values()).noneMatch(STORED::mayBecome);
    }

    @Test
    void everyStatusLeadsBackToWorkOrIsTheEnd() {
        for (DigitisationStatus status : DigitisationStatus.values()) {
            List<DigitisationStatus> reached = new ArrayList<>(List.of(status));
            for (int i = 0; i < reached.size(); i++) {
                ARROWS.get(reached.get(i)).stream()
                        .filter(s -> !reached.contains(s))
                        .forEach(reached::add);
            }
            assertThat(reached).contains(STORED);
        }
    }

    @Test
    void nobodyAndNothingWaitsTwice() {
        for (DigitisationStatus status : DigitisationStatus.values()) {
            assertThat(status.waitsForMachine() && status.waitsForPeople())
                    .as(status.name())
                    .isFalse();
            assertThat(status.vietnamese()).isNotBlank();
        }
    }
}
