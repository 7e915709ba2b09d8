package vn.sohoa.imaging;

import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.common.BitArray;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.oned.Code128Reader;
import com.google.zxing.oned.Code39Reader;
import com.google.zxing.oned.OneDReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.sohoa.page.Box;
import vn.sohoa.page.QrPayload;

/**
 * Bar codes (Code 39, Code 128) that say what a separator sheet says, and no others: a line of print can look like a bar code, but
 * not like that one.
 */
final class SheetBars {
    private static final Pattern SAYS_SHEET = Pattern.compile("(?i)PATCH[ -]?T|SOHOA:TACH:\\d");
    /** Bars are a centimetre long at least, so that some of so many lines cross them. */
    private static final int LINES = 64;

    private SheetBars() {}

    /** The first such code, standing or lying. */
    static Optional<QrPayload> find(BitMatrix page, double scale) {
        List<OneDReader> readers = List.of(new Code128Reader(), new Code39Reader());
        for (int i = 1; i < LINES; i++) {
            int y = page.getHeight() * i / LINES;
            int x = page.getWidth() * i / LINES;
            Optional<String> text = decode(page.getRow(y, new BitArray(page.getWidth())), y, readers)
                    .or(() -> decode(column(page, x), x, readers));
            if (text.isPresent()) {
                Box all = new Box(0, 0, page.getWidth(), page.getHeight());
                return Optional.of(new QrPayload(text.get(), all.scaled(1 / scale)));
            }
        }
        return Optional.empty();
    }

    private static BitArray column(BitMatrix page, int x) {
        BitArray out = new BitArray(page.getHeight());
        for (int y = 0; y < page.getHeight(); y++) {
            if (page.get(x, y)) {
                out.set(y);
            }
        }
        return out;
    }

    private static Optional<String> decode(BitArray line, int number, List<OneDReader> readers) {
        for (int direction = 0; direction < 2; direction++) {
            for (OneDReader reader : readers) {
                try {
                    Result result = reader.decodeRow(number, line, Map.of());
                    if (SAYS_SHEET.matcher(result.getText().strip()).matches()) {
                        return Optional.of(result.getText().strip());
                    }
                } catch (ReaderException noBars) {
                    // the usual case
                }
            }
            line.reverse();
        }
        return Optional.empty();
    }
}
