package vn.sohoa.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageFaultTest {
    private static final PageFault COARSE = new PageFault(2, Problem.RESOLUTION_LOW, true, List.of("91", "200"));
    private static final PageFault CUT = new PageFault(12, Problem.EDGE_CUT, false, List.of("TOP,LEFT"));

    @Test
    void whatTheCatalogueKeepsIsToldInEitherLanguage() {
        String kept = PageFault.keep(List.of(COARSE, CUT));
        assertThat(kept).isEqualTo("p2! RESOLUTION_LOW 91 200; p12 EDGE_CUT TOP,LEFT");
        assertThat(PageFault.kept(kept)).containsExactly(COARSE, CUT);
        assertThat(PageFault.told(kept, Language.VI))
                .isEqualTo("trang 2: 91 dpi, cần 200 dpi (RESOLUTION_LOW);"
                        + " trang 12: chữ hoặc bảng bị cắt ở mép trên, trái (EDGE_CUT)");
        assertThat(PageFault.told(kept, Language.EN)).contains("page 12: letters or rules run off the page: top, left");
    }

    @Test
    void otherDetailsStayAsTheyAre() {
        for (String detail : List.of("", "trang 1: 120 dpi", "gần nhất: Giấy khai sinh", "p2! NO_SUCH_CODE 1")) {
            assertThat(PageFault.kept(detail)).isEmpty();
            assertThat(PageFault.told(detail, Language.VI)).isEqualTo(detail);
        }
    }

    @Test
    void aProblemThatIsNoFaultOfAPageIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PageFault(1, Problem.SECRET_MARK, true, List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PageFault(1, Problem.EDGE_CUT, true, List.of("trên; dưới")));
    }

    @Test
    void everySentenceHasAllItsMeasures() {
        for (Problem problem : Problem.values()) {
            if (PageFault.isOne(problem)) {
                String sentence = new PageFault(1, problem, true, List.of("1", "2", "GREY")).sentence(Language.EN);
                assertThat(sentence).startsWith("page 1: ").doesNotContain("{");
            }
        }
    }
}
