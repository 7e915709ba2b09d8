package vn.sohoa.pdfa;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.Sha256;
import vn.sohoa.page.PageFile;

/**
 * Writes the access copy of a paper (bản khai thác): a PDF/A-2b that shows the scan with its own bytes, turned so that its lines are
 * level, and the words in invisible letters over it. It says that it is no original. The same pages and the same info give the same bytes, so a step that is
 * repeated makes the same object. Safe for many threads.
 */
public final class AccessCopyWriter {
    private static final long SCRATCH_MEMORY_BYTES = 32L << 20;

    /**
     * Writes a new file. Nothing is left at {@code target} unless the copy is whole and on the disk.
     *
     * @param pages at least one; taken one after the other, each once
     * @throws DigitisationException OUTPUT_EXISTS if there is a file already, READER_PROTOCOL if a page file is not what it says,
     *     STORE_UNAVAILABLE if the disk refuses
     */
    public void write(List<AccessPage> pages, AccessCopyInfo info, Path target) {
        if (pages.isEmpty()) {
            throw new IllegalArgumentException("an access copy without pages");
        }
        Path file = target.toAbsolutePath();
        Path folder = file.getParent();
        if (folder == null || Files.exists(file)) {
            throw exists(target);
        }
        try {
            Path temporary = Files.createTempFile(folder, ".access-", ".tmp"); // for its owner's eyes only
            try {
                write(pages, info, temporary, folder);
                publish(temporary, file, folder);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (FileAlreadyExistsException another) {
            throw exists(target);
        } catch (IOException e) {
            throw new DigitisationException(
                    Problem.STORE_UNAVAILABLE, "access copy: " + e.getClass().getSimpleName(), e);
        }
    }

    private static void write(List<AccessPage> pages, AccessCopyInfo info, Path temporary, Path scratch)
            throws IOException {
        MemoryUsageSetting memory =
                MemoryUsageSetting.setupMixed(SCRATCH_MEMORY_BYTES).setTempDir(scratch.toFile());
        try (PDDocument document = new PDDocument(memory.streamCache)) {
            MessageDigest seen = Sha256.digest();
            GlyphlessFont font = new GlyphlessFont(document);
            for (AccessPage page : pages) {
                add(page, document, font, seen);
            }
            AccessCopyMetadata.add(document, info);
            seen.update(info.toString().getBytes(StandardCharsets.UTF_8));
            // PDFBox makes the file identifier of this number instead of the time
            document.setDocumentId(ByteBuffer.wrap(seen.digest()).getLong());
            try (FileOutputStream out = new FileOutputStream(temporary.toFile());
                    OutputStream buffered = new BufferedOutputStream(out, 1 << 16)) {
                document.save(buffered, CompressParameters.DEFAULT_COMPRESSION);
                buffered.flush();
                out.getFD().sync();
            }
        }
    }

    private static void add(AccessPage accessPage, PDDocument document, GlyphlessFont font, MessageDigest seen)
            throws IOException {
        PageFile file = accessPage.file();
        PageLayout layout = new PageLayout(accessPage);
        PDImageXObject scan = PageImages.embed(document, file);
        PDPage page = new PDPage(new PDRectangle((float) layout.width(), (float) layout.height()));
        PDResources resources = new PDResources();
        COSName image = resources.add(scan);
        font.register(resources);
        page.setResources(resources);
        StringBuilder out = new StringBuilder();
        out.append("q ")
                .append(layout.matrix())
                .append(" cm /")
                .append(image.getName())
                .append(" Do Q\n");
        new TextLayer(layout).write(accessPage.text(), out);
        byte[] operators = out.toString().getBytes(StandardCharsets.US_ASCII);
        PDStream content = new PDStream(document);
        try (OutputStream stream = content.createOutputStream(COSName.FLATE_DECODE)) {
            stream.write(operators);
        }
        page.setContents(content);
        document.addPage(page);
        seen.update(file.bytes());
        seen.update(operators);
    }

    /** Like the object store: a link replaces nothing; where there are no links, a move after a look. */
    private static void publish(Path temporary, Path file, Path folder) throws IOException {
        try {
            Files.createLink(file, temporary);
        } catch (FileAlreadyExistsException taken) {
            throw taken;
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            if (Files.exists(file)) {
                throw new FileAlreadyExistsException(file.toString());
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static DigitisationException exists(Path target) {
        return new DigitisationException(Problem.OUTPUT_EXISTS, String.valueOf(target.getFileName()));
    }
}
