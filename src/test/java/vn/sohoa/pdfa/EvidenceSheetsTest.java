package vn.sohoa.pdfa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

class EvidenceSheetsTest {
    @TempDir
    Path folder;

    private static String text(Path pdf, int pages) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            assertThat(document.getNumberOfPages()).isEqualTo(pages);
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void saysEverythingInVietnameseOnOnePage() throws IOException {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Chủ giấy tờ", "•••••••••123");
        facts.put("Mục đích", "đăng ký kết hôn ✗ 漢");
        facts.put("SHA-256 của tệp", "a".repeat(64));
        Path pdf = folder.resolve("sheet.pdf");
        EvidenceSheets.write("PHIẾU CHỨNG CỨ", facts, "Lời cuối.", pdf);
        assertThat(text(pdf, 1))
                .contains("PHIẾU CHỨNG CỨ", "Chủ giấy tờ", "•••••••••123", "đăng ký kết hôn ? ?", "Lời cuối.");
        assertThatExceptionOfType(DigitisationException.class)
                .isThrownBy(() -> EvidenceSheets.write("x", facts, "", pdf))
                .satisfies(refusal -> assertThat(refusal.problem()).isEqualTo(Problem.OUTPUT_EXISTS));
    }

    @Test
    void goesOnToAnotherPageWhereItMust() throws IOException {
        Map<String, String> facts = new LinkedHashMap<>();
        for (int i = 0; i < 60; i++) {
            facts.put("Dòng " + i, "giá trị " + i + " " + "rất dài ".repeat(12));
        }
        Path pdf = folder.resolve("long.pdf");
        EvidenceSheets.write("PHIẾU", facts, "Hết.", pdf);
        assertThat(text(pdf, 4)).contains("Dòng 59", "Hết.");
    }
}
