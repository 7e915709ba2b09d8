package vn.sohoa.imaging;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * One page of a TIFF as its directory describes it.
 *
 * @param index place of the directory in the file, from 0; thumbnails take a place without being pages
 * @param header size and kind
 */
record TiffPage(int index, PictureHeader header) {
    private static final int REDUCED_COPY = 1;
    private static final int WHITE_IS_ZERO = 0;
    private static final int BLACK_IS_ZERO = 1;

    static List<TiffPage> all(ByteBuffer file, ImagingLimits limits) {
        if (file.limit() < 8) {
            throw Foreign.damaged("not a TIFF");
        }
        file.order(file.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        List<TiffDirectory> directories = TiffDirectory.all(file, limits.maxPages());
        List<TiffPage> out = new ArrayList<>();
        for (int i = 0; i < directories.size(); i++) {
            TiffDirectory directory = directories.get(i);
            if (((int) directory.number(TiffDirectory.KIND, 0) & REDUCED_COPY) == 0) {
                out.add(new TiffPage(i, header(directory).within(limits)));
                check(directory, TiffDirectory.STRIPS, TiffDirectory.STRIP_LENGTHS, file.limit());
                check(directory, TiffDirectory.TILES, TiffDirectory.TILE_LENGTHS, file.limit());
            }
        }
        if (out.isEmpty()) {
            throw Foreign.damaged("TIFF without a page");
        }
        return out;
    }

    private static PictureHeader header(TiffDirectory d) {
        int samples = (int) d.number(TiffDirectory.SAMPLES, 1);
        int photometric = (int) d.number(TiffDirectory.PHOTOMETRIC, BLACK_IS_ZERO);
        return new PictureHeader(
                (int) d.number(TiffDirectory.WIDTH, 0),
                (int) d.number(TiffDirectory.HEIGHT, 0),
                samples * (int) d.number(TiffDirectory.BITS, 1),
                photometric != WHITE_IS_ZERO && photometric != BLACK_IS_ZERO,
                d.dpi(TiffDirectory.X_RESOLUTION),
                d.dpi(TiffDirectory.Y_RESOLUTION),
                PictureHeader.Placement.ofTiff((int) d.number(TiffDirectory.ORIENTATION, 1)));
    }

    /** Pixels must lie within the file. */
    private static void check(TiffDirectory directory, int places, int lengths, int fileLength) {
        double[] from = directory.numbers(places);
        double[] length = directory.numbers(lengths);
        for (int i = 0; i < Math.min(from.length, length.length); i++) {
            if (from[i] + length[i] > fileLength) {
                throw Foreign.damaged("TIFF bị cắt cụt");
            }
        }
    }
}
