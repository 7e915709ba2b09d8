package vn.sohoa.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class TextAccuracyTest {

    @Test
    void errorsAreCountedInCharactersAndWords() {
        TextAccuracy page = TextAccuracy.of("Ủy ban nhan dân  tỉnh", "Ủy ban nhân dân\ntỉnh Đắk");
        assertThat(page).isEqualTo(new TextAccuracy(24, 5, 6, 2));
        assertThat(page.percent()).isCloseTo(79.17, Offset.offset(0.01));
    }

    @Test
    void accentsThatAreWrittenApartCountAsOne() {
        assertThat(TextAccuracy.of("a\u0302\u0301", "ấ").characterErrors()).isZero();
    }

    @Test
    void anEmptyReadingIsAllWrongAndNothingOfNothingIsRight() {
        assertThat(TextAccuracy.of("", "một hai").cer()).isEqualTo(1);
        assertThat(TextAccuracy.of("", "").percent()).isEqualTo(100);
        assertThat(TextAccuracy.of("rác", "").percent()).isZero();
    }

    @Test
    void theLowerBoundKnowsThatPagesDiffer() {
        TextAccuracy good = new TextAccuracy(1000, 0, 200, 0);
        TextAccuracy bad = new TextAccuracy(1000, 40, 200, 30);
        assertThat(TextAccuracy.pooled(List.of(good, bad)).percent()).isEqualTo(98);
        assertThat(TextAccuracy.lowest(List.of(good, good))).isEqualTo(100);
        assertThat(TextAccuracy.lowest(List.of(good, bad))).isLessThan(96);
        assertThat(TextAccuracy.lowest(List.of(good))).isZero();
    }
}
