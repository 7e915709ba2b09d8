package vn.sohoa.imaging;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.Sha256;

/** A PDF file, opened without a password. */
final class PdfFile implements PageSource {
    /** The end mark must stand near the end: PDFBox mends a file cut short by leaving pages out, and says nothing. */
    private static final int TAIL = 2048;

    private final PDDocument document;
    private final ImagingLimits limits;

    private PdfFile(PDDocument document, ImagingLimits limits) {
        this.document = document;
        this.limits = limits;
    }

    static PdfFile open(Path file, ImagingLimits limits) {
        Foreign.read("PDF bị cắt cụt", () -> whole(file));
        PDDocument document = Foreign.read("PDF not readable", () -> load(file));
        try {
            int pages = Foreign.read("PDF without pages", document::getNumberOfPages);
            if (pages < 1) {
                throw Foreign.damaged("PDF without pages");
            }
            if (pages > limits.maxPages()) {
                throw new DigitisationException(
                        Problem.TOO_MANY_PAGES, pages + " trang, giới hạn " + limits.maxPages());
            }
            return new PdfFile(document, limits);
        } catch (DigitisationException e) {
            close(document);
            throw e;
        }
    }

    private static PDDocument load(Path file) throws IOException {
        try {
            return Loader.loadPDF(file.toFile());
        } catch (InvalidPasswordException e) {
            throw new DigitisationException(Problem.FILE_PROTECTED, "chỉ mở được bằng mật khẩu", e);
        }
    }

    private static boolean whole(Path file) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            byte[] tail = new byte[(int) Math.min(TAIL, in.length())];
            in.seek(in.length() - tail.length);
            in.readFully(tail);
            if (!new String(tail, StandardCharsets.ISO_8859_1).contains("%%EOF")) {
                throw new IOException("no end mark");
            }
            return true;
        }
    }

    @Override
    public int pages() {
        return document.getNumberOfPages();
    }

    @Override
    public PageView page(int number) {
        return new PdfPage(document, number, limits).view();
    }

    @Override
    public byte[] piece(int first, int last, Sha256 whole) {
        int end = Math.min(last, pages());
        if (first > end) {
            throw Foreign.damaged("no page " + first);
        }
        return Foreign.read("PDF not cut", () -> PdfPiece.of(document, first, end, whole));
    }

    @Override
    public void close() {
        close(document);
    }

    private static void close(PDDocument document) {
        Foreign.read("PDF not closed", () -> {
            document.close();
            return true;
        });
    }
}
