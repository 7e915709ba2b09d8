package vn.sohoa.imaging;

import java.nio.ByteBuffer;

/** The chunks of a PNG: size, kind of pixels, resolution, and whether the end is there. */
final class PngHeader {
    private static final long SIGNATURE = 0x89504E470D0A1A0AL;
    private static final int IHDR = 0x49484452;
    private static final int PHYS = 0x70485973;
    private static final int IEND = 0x49454E44;
    private static final double METRES = 0.0254;
    private static final int[] CHANNELS = {1, 0, 3, 1, 2, 0, 4};

    private PngHeader() {}

    static PictureHeader of(ByteBuffer png) {
        if (png.limit() < 33 || png.getLong(0) != SIGNATURE || png.getInt(12) != IHDR) {
            throw Foreign.damaged("not a PNG");
        }
        int kind = png.get(25);
        if (kind < 0 || kind >= CHANNELS.length || CHANNELS[kind] == 0) {
            throw Foreign.damaged("PNG with an unknown kind of pixels");
        }
        double dpiX = 0;
        double dpiY = 0;
        boolean end = false;
        for (long at = 8; at + 12 <= png.limit() && !end; ) {
            long length = Integer.toUnsignedLong(png.getInt((int) at));
            int name = png.getInt((int) at + 4);
            if (at + 12 + length > png.limit()) {
                break;
            }
            if (name == PHYS && length == 9 && png.get((int) at + 16) == 1) {
                dpiX = Integer.toUnsignedLong(png.getInt((int) at + 8)) * METRES;
                dpiY = Integer.toUnsignedLong(png.getInt((int) at + 12)) * METRES;
            }
            end = name == IEND;
            at += 12 + length;
        }
        // size before wholeness: a header that lies about its size is the graver matter
        PictureHeader header = new PictureHeader(
                png.getInt(16),
                png.getInt(20),
                png.get(24) * CHANNELS[kind],
                kind == 2 || kind == 3 || kind == 6,
                dpiX,
                dpiY,
                PictureHeader.Placement.UPRIGHT);
        if (!end && (long) header.width() * header.height() < Integer.MAX_VALUE / 4) {
            throw Foreign.damaged("PNG bị cắt cụt");
        }
        return header;
    }
}
