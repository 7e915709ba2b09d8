package vn.sohoa.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;

class CommasTest {

    private static String read(String text) {
        List<Word> words = new ArrayList<>();
        String[] lines = text.split("\n");
        for (int line = 0; line < lines.length; line++) {
            for (String word : lines[line].split(" ")) {
                words.add(new Word(word, new Box(0, 0, 10, 10), 90, line));
            }
        }
        return Commas.setRight(new PageText(PageText.Source.OCR, words, 0)).text();
    }

    @Test
    void aPointBeforeASmallLetterWasAComma() {
        assertThat(read("(Ký. ghi rõ họ tên)")).isEqualTo("(Ký, ghi rõ họ tên)");
    }

    @Test
    void otherPointsStay() {
        assertThat(read("KT. CHỦ TỊCH")).isEqualTo("KT. CHỦ TỊCH");
        assertThat(read("nơi ở. Người khai")).isEqualTo("nơi ở. Người khai");
        assertThat(read("vụ. from")).isEqualTo("vụ. from");
        assertThat(read("TP. hồ, a. nội dung, 3. nội dung")).isEqualTo("TP. hồ, a. nội dung, 3. nội dung");
        assertThat(read("đã ký.\nghi rõ")).isEqualTo("đã ký.\nghi rõ");
    }
}
