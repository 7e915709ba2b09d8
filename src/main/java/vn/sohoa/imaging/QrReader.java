package vn.sohoa.imaging;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.ResultPoint;
import com.google.zxing.common.BitArray;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageImage;
import vn.sohoa.page.QrPayload;

/** Finds and reads QR codes on a flattened page, and the bar codes of separator sheets. */
final class QrReader {
    private static final int BLACK = PaperFlattener.PAPER / 2;
    private static final int LONGEST = 8_000;
    private static final Map<DecodeHintType, ?> HINTS = Map.of(
            DecodeHintType.TRY_HARDER,
            true,
            DecodeHintType.POSSIBLE_FORMATS,
            List.of(BarcodeFormat.QR_CODE),
            DecodeHintType.CHARACTER_SET,
            "UTF-8");

    private QrReader() {}

    static List<QrPayload> read(WorkingPage page) {
        List<QrPayload> out = new ArrayList<>();
        FixedThreshold black = new FixedThreshold(page.flat());
        try {
            for (Result result : new QRCodeMultiReader().decodeMultiple(new BinaryBitmap(black), HINTS)) {
                if (result.getText().length() <= LONGEST) {
                    out.add(new QrPayload(result.getText(), box(result.getResultPoints(), page.scale())));
                }
            }
        } catch (NotFoundException e) {
            // the usual case
        }
        SheetBars.find(black.getBlackMatrix(), page.scale()).ifPresent(out::add);
        return out;
    }

    /** The points are centres of the corner marks, a tenth of the code away from its rim. */
    private static Box box(ResultPoint[] points, double scale) {
        float left = Float.MAX_VALUE;
        float top = Float.MAX_VALUE;
        float right = 0;
        float bottom = 0;
        for (ResultPoint point : points) {
            left = Math.min(left, point.getX());
            right = Math.max(right, point.getX());
            top = Math.min(top, point.getY());
            bottom = Math.max(bottom, point.getY());
        }
        float rim = Math.max(right - left, bottom - top) * 0.15f;
        int x = (int) Math.max(0, left - rim);
        int y = (int) Math.max(0, top - rim);
        return new Box(x, y, (int) (right + rim) - x, (int) (bottom + rim) - y).scaled(1 / scale);
    }

    /** The paper is even already: one threshold does for the page, which is ten times as quick as ZXing's own. */
    private static final class FixedThreshold extends Binarizer {
        private final PageImage page;
        private @Nullable BitMatrix made;

        FixedThreshold(PageImage page) {
            super(new PlanarYUVLuminanceSource(
                    page.pixels(), page.width(), page.height(), 0, 0, page.width(), page.height(), false));
            this.page = page;
        }

        @Override
        public BitArray getBlackRow(int y, BitArray row) {
            return getBlackMatrix().getRow(y, row);
        }

        @Override
        public BitMatrix getBlackMatrix() {
            BitMatrix present = made == null ? make() : made;
            made = present;
            return present;
        }

        private BitMatrix make() {
            int words = (page.width() + 31) / 32;
            int[] bits = new int[words * page.height()];
            for (int y = 0, p = 0; y < page.height(); y++) {
                for (int x = 0; x < page.width(); x++, p++) {
                    if ((page.pixels()[p] & 255) < BLACK) {
                        bits[y * words + (x >> 5)] |= 1 << (x & 31);
                    }
                }
            }
            return matrix(bits, words);
        }

        private BitMatrix matrix(int[] bits, int words) {
            BitMatrix out = new BitMatrix(page.width(), page.height());
            BitArray row = new BitArray(page.width());
            for (int y = 0; y < page.height(); y++) {
                for (int w = 0; w < words; w++) {
                    row.setBulk(w * 32, bits[y * words + w]);
                }
                out.setRow(y, row);
            }
            return out;
        }

        @Override
        public Binarizer createBinarizer(LuminanceSource source) {
            throw new UnsupportedOperationException("pages are not cropped or turned here");
        }
    }
}
