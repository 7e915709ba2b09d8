package vn.sohoa.access;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;

/** A secret that an authenticator and this house share (mã xác thực 6 số). @param secret Base32 */
public record SecondFactor(String account, String secret) {

    @Override
    public String toString() {
        return account;
    }

    /** What a QR code tells an authenticator. */
    String address() {
        return "otpauth://totp/SoHoa:" + account + "?secret=" + secret + "&issuer=SoHoa&digits=6&period=30";
    }

    /** The secret in groups of four, to be typed. */
    public String inGroups() {
        return secret.replaceAll("(.{4})(?=.)", "$1 ");
    }

    /** The QR code: as many modules as it is wide, and the dark ones as the path of an SVG. */
    public Picture picture() {
        try {
            BitMatrix modules = new QRCodeWriter().encode(address(), BarcodeFormat.QR_CODE, 0, 0);
            StringBuilder path = new StringBuilder();
            for (int y = 0; y < modules.getHeight(); y++) {
                for (int x = 0; x < modules.getWidth(); x++) {
                    if (modules.get(x, y)) {
                        path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                    }
                }
            }
            return new Picture(modules.getWidth(), path.toString());
        } catch (WriterException impossible) {
            throw new IllegalStateException("QR code of a second factor", impossible);
        }
    }

    /** @param width modules, as many as in height */
    public record Picture(int width, String path) {}
}
