package vn.sohoa.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.Sha256;
import vn.sohoa.dossier.SignatureReport;
import vn.sohoa.dossier.SignatureVerdict;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageFile;
import vn.sohoa.page.PageMeasurements;
import vn.sohoa.page.PageText;
import vn.sohoa.page.ScanMarks;
import vn.sohoa.page.Word;

/** A reader that says of a file, known by its bytes, what it was told to say. */
public final class RecordedReader implements DocumentReader {
    private final Map<Sha256, Supplier<DocumentReading>> known = new ConcurrentHashMap<>();
    private final List<ReadingRequest> asked = new ArrayList<>();

    public RecordedReader says(byte[] file, Supplier<DocumentReading> reading) {
        known.put(Sha256.of(file), reading);
        return this;
    }

    public RecordedReader fails(byte[] file, RuntimeException failure) {
        return says(file, () -> {
            throw failure;
        });
    }

    public List<ReadingRequest> asked() {
        return asked;
    }

    @Override
    public synchronized DocumentReading read(Path file, ReadingRequest request) {
        asked.add(request);
        try {
            Supplier<DocumentReading> reading = known.get(Sha256.of(Files.readAllBytes(file)));
            if (reading == null) {
                throw new DigitisationException(Problem.FILE_DAMAGED, "not recorded");
            }
            return reading.get();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public int capacity() {
        return 2;
    }

    @Override
    public void close() {}

    /** A reading of scanned pages in colour, all of one resolution. */
    public static DocumentReading scan(double dpi, SignatureVerdict verdict, PageText... texts) {
        PageMeasurements measured =
                new PageMeasurements(1654, 2339, dpi, 0, 0, 24, true, false, false, 0.05, 180, 0.4, ScanMarks.NONE);
        PageFile picture = new PageFile(PageFile.Encoding.PNG, new byte[] {1}, 1654, 2339, true, 200);
        List<PageReading> pages = new ArrayList<>();
        for (PageText text : texts) {
            pages.add(new PageReading(pages.size() + 1, measured, text, List.of(), picture));
        }
        return new DocumentReading(
                Sha256.of(new byte[0]), "application/pdf", texts.length, pages, signature(verdict), 0.1);
    }

    public static SignatureReport signature(SignatureVerdict verdict) {
        return new SignatureReport(
                verdict,
                List.of(new SignatureReport.Reason("KY_" + verdict.ordinal(), verdict.vietnamese())),
                List.of(),
                "SoHoa-2026.1",
                "none");
    }

    /** A page as recognition gives it, one line each; {@code |} stands for a wide gap. */
    public static PageText page(double confidence, String... lines) {
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < lines.length; i++) {
            int x = 150;
            for (String part : lines[i].split("\\|", -1)) {
                for (String text : part.strip().split("\\s+")) {
                    if (!text.isBlank()) {
                        words.add(new Word(text, new Box(x, 100 + 50 * i, 12 * text.length(), 28), confidence, i));
                        x += 12 * text.length() + 12;
                    }
                }
                x += 260;
            }
        }
        return new PageText(PageText.Source.OCR, words, 0);
    }

    /** A decision with every part that its kind must have. */
    public static PageText decision() {
        return decision(95);
    }

    public static PageText decision(double confidence) {
        return page(
                confidence,
                "ỦY BAN NHÂN DÂN|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                "TỈNH ĐẮK LẮK|Độc lập - Tự do - Hạnh phúc",
                "Số: 07/QĐ-UBND|Đắk Lắk, ngày 08 tháng 9 năm 2025",
                "",
                "                                QUYẾT ĐỊNH",
                "Về việc nâng cao chất lượng phục vụ tại bộ phận một cửa",
                "",
                "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH",
                "Căn cứ Luật Tổ chức chính quyền địa phương;",
                "Điều 1. Nay phê duyệt kế hoạch kèm theo.",
                "Điều 2. Quyết định có hiệu lực từ ngày ký.",
                "|CHỦ TỊCH",
                "|Trần Thị Mẫu");
    }
}
