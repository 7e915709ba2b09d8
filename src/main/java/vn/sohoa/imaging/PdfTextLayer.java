package vn.sohoa.imaging;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;

/** Takes the words out of a PDF page. */
final class PdfTextLayer extends PDFTextStripper {
    /** Words of one page beyond this are no page; reliability asks for a bound. */
    private static final int MOST_WORDS = 100_000;

    private final double scale;
    private final List<Word> words = new ArrayList<>();
    private int line;

    private PdfTextLayer(double scale) {
        this.scale = scale;
    }

    /** scanned: the page is a scan, of which the text should be the whole text. */
    static Optional<PageText> read(PDDocument document, int number, Upright upright, boolean scanned)
            throws IOException {
        PDPage page = document.getPage(number - 1);
        boolean lying = PdfPage.turns(page.getRotation()) % 2 == 1;
        float points = lying ? page.getCropBox().getHeight() : page.getCropBox().getWidth();
        PdfTextLayer layer = new PdfTextLayer(upright.width() / Math.max(1.0, points));
        layer.setStartPage(number);
        layer.setEndPage(number);
        layer.setSuppressDuplicateOverlappingText(true);
        layer.writeText(document, Writer.nullWriter());
        PageText text = new PageText(PageText.Source.TEXT, layer.words, 0);
        return TextLayerJudge.real(text, scanned ? upright.height() : 0) ? Optional.of(text) : Optional.empty();
    }

    /** A run of glyphs; where the file draws its blanks as glyphs, a whole line is one run. */
    @Override
    protected void writeString(String text, List<TextPosition> positions) {
        StringBuilder word = new StringBuilder();
        Box box = Box.NONE;
        for (TextPosition position : positions) {
            String letters = position.getUnicode();
            if (letters == null || letters.isBlank()) {
                add(word, box);
                box = Box.NONE;
            } else {
                word.append(letters);
                box = box.and(box(position));
            }
        }
        add(word, box);
    }

    private void add(StringBuilder word, Box box) {
        if (!word.isEmpty() && words.size() < MOST_WORDS) {
            words.add(new Word(word.toString(), box, 100, line));
        }
        word.setLength(0);
    }

    /** From the top of the capitals to below the tails. */
    private Box box(TextPosition letter) {
        double height = letter.getHeight();
        return new Box(
                (int) Math.round(letter.getX() * scale),
                (int) Math.round((letter.getY() - height) * scale),
                (int) Math.max(1, Math.round(letter.getWidth() * scale)),
                (int) Math.max(1, Math.round(height * 1.25 * scale)));
    }

    @Override
    protected void writeLineSeparator() {
        line++;
    }

    @Override
    protected void writeParagraphSeparator() {
        line++;
    }
}
