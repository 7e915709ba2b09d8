package vn.sohoa.page;

/**
 * The content of one QR code on a page (TCVN 7322; Circular 01/2023/TT-VPCP).
 *
 * @param text as encoded, at most 8,000 characters
 * @param box where it stands, in pixels of the page image
 */
public record QrPayload(String text, Box box) {

    public QrPayload {
        if (text.length() > 8_000) {
            throw new IllegalArgumentException("QR text too long: " + text.length());
        }
    }
}
