package vn.sohoa.mediatype;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.tika.detect.microsoft.POIFSContainerDetector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/**
 * Tells the type of a file (loại tệp) by its bytes; its name counts for nothing. Nothing is unpacked but two short entries of a
 * zip, each to a small cap, so that a zip bomb stays packed. Stateless.
 */
public final class MediaTypeDetector {

    /**
     * The media type, such as {@code application/pdf}; {@code application/octet-stream} if unknown. Office files of the
     * Open XML kind under a password are {@link OfficeText#PROTECTED}.
     *
     * @throws DigitisationException FILE_EMPTY; FILE_DAMAGED where a container cannot be opened; FILE_MISSING
     */
    public String detect(Path file) {
        try {
            byte[] head = head(file);
            if (head.length == 0) {
                throw new DigitisationException(Problem.FILE_EMPTY, "0 byte");
            }
            Optional<String> sure = FileSignature.of(head);
            return sure.isPresent() ? withinContainer(sure.get(), file) : byMagic(file);
        } catch (IOException e) {
            throw new DigitisationException(Problem.FILE_MISSING, "không đọc được tệp", e);
        }
    }

    private static byte[] head(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(FileSignature.LONGEST);
        }
    }

    private static String withinContainer(String type, Path file) throws IOException {
        return switch (type) {
            case FileSignature.ZIP -> ZipPackage.typeOf(file);
            case FileSignature.OLE2 -> oleType(file);
            default -> type;
        };
    }

    /** OLE2 is laid out like a disk: its directory is read, nothing grows. */
    private static String oleType(Path file) throws IOException {
        try (TikaInputStream in = TikaInputStream.get(file)) {
            return new POIFSContainerDetector().detect(in, new Metadata()).toString();
        }
    }

    private static String byMagic(Path file) throws IOException {
        try (TikaInputStream in = TikaInputStream.get(file)) {
            String type = MimeTypes.getDefaultMimeTypes()
                    .detect(in, new Metadata())
                    .getBaseType()
                    .toString();
            return type;
        }
    }
}
