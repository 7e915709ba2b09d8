package vn.sohoa.reading;

import java.net.ProtocolException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.Sha256;
import vn.sohoa.page.Box;

/** What goes over the wire besides pages and reports. */
final class ReaderOrders {
    private static final int MAX_PATH_BYTES = 32_000;
    private static final int MAX_NAME_BYTES = 1_000;

    private ReaderOrders() {}

    /** What a reader is told once: the part of the settings that it needs. */
    record Setup(
            long maxFileBytes,
            int maxPages,
            long maxRenderedPixels,
            long maxImagePixels,
            Duration pageTimeout,
            int maxText,
            long maxUnpackedBytes,
            int maxUnpackedRatio,
            int maxEntries,
            String language,
            String secondLanguage,
            Path models,
            Path natives,
            Path trust,
            Path answers) {

        static Setup of(ReadingSettings s) {
            return new Setup(
                    s.maxFile().toBytes(),
                    s.maxPages(),
                    s.maxRenderedPixels(),
                    s.maxImagePixels(),
                    s.pageTimeout(),
                    s.maxText(),
                    s.maxUnpacked().toBytes(),
                    s.maxUnpackedRatio(),
                    s.maxEntries(),
                    s.language(),
                    s.secondLanguage(),
                    // the reader works in a folder of its own
                    s.models().toAbsolutePath(),
                    s.natives().toAbsolutePath(),
                    s.trust().toAbsolutePath(),
                    s.answers().toAbsolutePath());
        }

        byte[] write() {
            return new BodyWriter()
                    .number(maxFileBytes)
                    .number(maxPages)
                    .number(maxRenderedPixels)
                    .number(maxImagePixels)
                    .number(pageTimeout.toMillis())
                    .number(maxText)
                    .number(maxUnpackedBytes)
                    .number(maxUnpackedRatio)
                    .number(maxEntries)
                    .text(language)
                    .text(secondLanguage)
                    .text(models.toString())
                    .text(natives.toString())
                    .text(trust.toString())
                    .text(answers.toString())
                    .toBytes();
        }

        static Setup read(byte[] body) throws ProtocolException {
            return BodyReader.read(
                    body,
                    in -> new Setup(
                            in.longNumber(),
                            in.number(),
                            in.longNumber(),
                            in.longNumber(),
                            Duration.ofMillis(in.longNumber()),
                            in.number(),
                            in.longNumber(),
                            in.number(),
                            in.number(),
                            in.text(MAX_NAME_BYTES),
                            in.text(MAX_NAME_BYTES),
                            Path.of(in.text(MAX_PATH_BYTES)),
                            Path.of(in.text(MAX_PATH_BYTES)),
                            Path.of(in.text(MAX_PATH_BYTES)),
                            Path.of(in.text(MAX_PATH_BYTES))));
        }
    }

    /** One file to read. */
    record Order(Path file, ReadingRequest request) {

        byte[] write() {
            return new BodyWriter()
                    .text(file.toAbsolutePath().toString())
                    .list(List.copyOf(request.parts()), BodyWriter::one)
                    .number(request.firstPage())
                    .number(request.lastPage())
                    .number(request.box().x())
                    .number(request.box().y())
                    .number(request.box().width())
                    .number(request.box().height())
                    .toBytes();
        }

        static Order read(byte[] body) throws ProtocolException {
            return BodyReader.read(body, in -> {
                Path file = Path.of(in.text(MAX_PATH_BYTES));
                Set<Part> parts = Set.copyOf(in.list(Part.values().length, part -> part.one(Part.values())));
                return new Order(
                        file,
                        new ReadingRequest(
                                parts,
                                in.number(),
                                in.number(),
                                new Box(in.number(), in.number(), in.number(), in.number())));
            });
        }
    }

    /** The file is open. */
    record Opened(Sha256 sha256, String mediaType, int totalPages) {

        byte[] write() {
            return new BodyWriter()
                    .text(sha256.hex())
                    .text(mediaType)
                    .number(totalPages)
                    .toBytes();
        }

        static Opened read(byte[] body) throws ProtocolException {
            return BodyReader.read(
                    body, in -> new Opened(new Sha256(in.text(64)), in.text(MAX_NAME_BYTES), in.number()));
        }
    }

    /** A coded problem; the detail names a measure or a place, never what a paper says. */
    record Fault(Problem problem, String detail) {

        byte[] write() {
            return new BodyWriter().one(problem).text(detail).toBytes();
        }

        static Fault read(byte[] body) throws ProtocolException {
            return BodyReader.read(body, in -> new Fault(in.one(Problem.values()), in.text(MAX_PATH_BYTES)));
        }
    }

    /** That was all: so many pages. */
    record Done(int pages) {

        byte[] write() {
            return new BodyWriter().number(pages).toBytes();
        }

        static Done read(byte[] body) throws ProtocolException {
            return BodyReader.read(body, in -> new Done(in.number()));
        }
    }
}
