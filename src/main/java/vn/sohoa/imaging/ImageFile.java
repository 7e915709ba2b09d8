package vn.sohoa.imaging;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/** A file that is itself a picture, or several. */
final class ImageFile implements PageSource {
    private final List<? extends Picture> pictures;

    private ImageFile(List<? extends Picture> pictures) {
        this.pictures = pictures;
    }

    static ImageFile jpeg(Path file, ImagingLimits limits) {
        byte[] bytes = Foreign.read("file not readable", () -> Files.readAllBytes(file));
        JpegHeader header = JpegHeader.of(bytes);
        return new ImageFile(List.of(new Jpeg(header.picture().within(limits), header.channels(), bytes)));
    }

    static ImageFile png(Path file, ImagingLimits limits) {
        PictureHeader header = PngHeader.of(map(file)).within(limits);
        return new ImageFile(List.of(new Member(header, file, "png", 0)));
    }

    static ImageFile tiff(Path file, ImagingLimits limits) {
        List<TiffPage> pages = TiffPage.all(map(file), limits);
        return new ImageFile(IntStream.range(0, pages.size())
                .mapToObj(i -> new Member(
                        pages.get(i).header(), file, "tiff", pages.get(i).index()))
                .toList());
    }

    private static MappedByteBuffer map(Path file) {
        return Foreign.read("file not readable", () -> {
            try (FileChannel channel = FileChannel.open(file)) {
                return channel.map(FileChannel.MapMode.READ_ONLY, 0, Math.min(channel.size(), Integer.MAX_VALUE));
            }
        });
    }

    @Override
    public int pages() {
        return pictures.size();
    }

    @Override
    public PageView page(int number) {
        return new PictureView(pictures.get(number - 1), Optional::empty);
    }

    @Override
    public void close() {
        // every decoding opens the file by itself
    }

    /** A whole JPEG file. */
    record Jpeg(PictureHeader header, int channels, byte[] bytes) implements Picture {
        @Override
        public BufferedImage decode() {
            return ImageDecoder.jpeg(bytes);
        }

        @Override
        public Optional<byte[]> jpeg() {
            return channels == 1 || channels == 3 ? Optional.of(bytes) : Optional.empty();
        }
    }

    /** A picture inside a PNG or TIFF file. */
    private record Member(PictureHeader header, Path file, String format, int index) implements Picture {
        @Override
        public BufferedImage decode() {
            return Foreign.read("file not readable", this::open);
        }

        private BufferedImage open() throws IOException {
            try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
                return ImageDecoder.read(format, in, index);
            }
        }

        @Override
        public Optional<byte[]> jpeg() {
            return Optional.empty();
        }
    }
}
