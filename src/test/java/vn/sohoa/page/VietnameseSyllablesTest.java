package vn.sohoa.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VietnameseSyllablesTest {

    @Test
    void everydaySyllablesAreWellBuilt() {
        assertThat(List.of(
                        "Nguyễn", "quyết", "nghiệp", "giếng", "gì", "quốc", "khuỷu", "ngoằn", "thuở", "huỳnh", "ý",
                        "ỦY", "yêu", "khuya"))
                .allMatch(VietnameseSyllables::valid);
    }

    @Test
    void aStoppedSyllableBearsTheAcuteOrTheDotBelow() {
        assertThat(List.of("các", "tịch", "chức", "hợp")).allMatch(VietnameseSyllables::valid);
        assertThat(List.of("cac", "tich", "chửc", "nhưt")).noneMatch(VietnameseSyllables::valid);
    }

    @Test
    void spellingHoldsBeforeTheVowel() {
        assertThat(List.of("kấp", "cế", "ngề", "ghà", "cuố", "thiê", "Google", "tính:"))
                .noneMatch(VietnameseSyllables::valid);
    }
}
