package vn.sohoa.samples;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.Map;

/** A QR code, drawn module by module. */
final class QrMark {
    private QrMark() {}

    static void draw(Pen pen, Block.Qr qr) {
        BitMatrix bits;
        try {
            Map<EncodeHintType, Object> hints = Map.of(EncodeHintType.CHARACTER_SET, "UTF-8", EncodeHintType.MARGIN, 0);
            bits = new QRCodeWriter().encode(qr.payload(), BarcodeFormat.QR_CODE, 0, 0, hints);
        } catch (WriterException e) {
            throw new IllegalArgumentException("no QR code of this payload", e);
        }
        double module = qr.side() / bits.getWidth();
        for (int row = 0; row < bits.getHeight(); row++) {
            for (int column = 0; column < bits.getWidth(); column++) {
                if (bits.get(column, row)) {
                    pen.fill(qr.x() + column * module, qr.y() + row * module, module * 1.02, module * 1.02, Pen.INK);
                }
            }
        }
    }
}
