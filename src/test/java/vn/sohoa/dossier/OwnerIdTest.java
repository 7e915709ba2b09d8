package vn.sohoa.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OwnerIdTest {

    @Test
    void numbersOfPersonsAreMaskedWithinAText() {
        assertThat(OwnerId.maskedIn("số ⟦066198003128⟧, thẻ 0011 6902 0213, MST 0100233488-001"))
                .isEqualTo("số ⟦•••••••••128⟧, thẻ •••••••••••213, MST •••••••488-001");
    }

    @Test
    void otherNumbersStay() {
        String text = "Số 117/1998, ngày 19/08/1998, H15.12-261102-0042, BX 204577";
        assertThat(OwnerId.maskedIn(text)).isEqualTo(text);
    }
}
