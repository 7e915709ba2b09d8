package vn.sohoa.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageText;

class TsvReaderTest {
    @Test
    void wordsKeepTheirLinesBoxesAndConfidence() {
        PageText text = TsvReader.read("1\t1\t0\t0\t0\t0\t0\t0\t900\t900\t-1\t\n"
                + "5\t1\t1\t1\t1\t1\t10\t20\t30\t12\t96.5\tQuyết\n"
                + "5\t1\t1\t1\t1\t2\t45\t20\t30\t12\t91\tđịnh\n"
                + "5\t1\t1\t1\t2\t1\t10\t40\t30\t12\t-1\t \n"
                + "5\t1\t2\t1\t1\t1\t10\t60\t30\t12\t80\tSố\n");
        assertThat(text.text()).isEqualTo("Quyết định\nSố");
        assertThat(text.words().get(1).box()).isEqualTo(new Box(45, 20, 30, 12));
        assertThat(text.words().get(0).confidence()).isEqualTo(96.5);
    }

    @Test
    void lettersHaveOneForm() {
        assertThat(VietnameseText.clean("Q\u00D0-U\u0309y ")).isEqualTo("Q\u0110-\u1EE6y");
    }
}
