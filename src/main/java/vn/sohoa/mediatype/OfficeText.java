package vn.sohoa.mediatype;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.HttpHeaders;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.parser.CompositeParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.apache.tika.parser.odf.OpenDocumentParser;
import org.apache.tika.parser.txt.TXTParser;
import org.apache.tika.sax.BodyContentHandler;
import org.jspecify.annotations.Nullable;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/**
 * Takes the text out of office files (văn bản Office). Nothing is fetched, macros are not looked at, files within the file are
 * not opened. Stateless.
 */
public final class OfficeText {
    static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    static final String PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation";
    static final String ODT = "application/vnd.oasis.opendocument.text";
    static final String TXT = "text/plain";

    /** An Open XML file under a password, which wraps it into an OLE2 file. */
    static final String PROTECTED = "application/x-tika-ooxml-protected";

    private static final Set<String> ZIPPED = Set.of(DOCX, XLSX, PPTX, ODT);
    private static final Set<String> OTHERS = Set.of("application/msword", "application/rtf", TXT, PROTECTED);

    private OfficeText() {}

    /** Whether {@link #extract} knows what to do with the type. */
    public static boolean knows(String mediaType) {
        return ZIPPED.contains(mediaType) || OTHERS.contains(mediaType);
    }

    /**
     * The text of a file, paragraphs and rows as lines. May be repeated.
     *
     * @param mediaType as {@link MediaTypeDetector} has it
     * @throws DigitisationException TYPE_NOT_ACCEPTED, FILE_PROTECTED, FILE_DAMAGED, UNPACKED_TOO_LARGE
     */
    public static String extract(Path file, String mediaType, OfficeLimits limits) {
        if (!knows(mediaType)) {
            throw new DigitisationException(Problem.TYPE_NOT_ACCEPTED, mediaType);
        }
        if (mediaType.equals(PROTECTED)) {
            throw new DigitisationException(Problem.FILE_PROTECTED, mediaType);
        }
        try {
            if (ZIPPED.contains(mediaType)) {
                ZipGuard.check(file, limits);
            }
            if (mediaType.equals(TXT)) {
                Optional<String> plain = plain(file, limits);
                if (plain.isPresent()) {
                    return plain.get();
                }
            }
            return parse(file, mediaType, limits);
        } catch (EncryptedDocumentException e) {
            throw new DigitisationException(Problem.FILE_PROTECTED, mediaType, e);
        } catch (TikaException | SAXException | IOException e) {
            throw problem(e, mediaType, limits);
        }
    }

    private static Optional<String> plain(Path file, OfficeLimits limits) throws IOException {
        // four bytes a character at most: larger ones need not be loaded to be refused
        if (Files.size(file) > 4L * limits.maxTextCharacters()) {
            throw tooLong(limits, null);
        }
        Optional<String> plain = PlainText.decode(file);
        if (plain.isPresent() && plain.get().length() > limits.maxTextCharacters()) {
            throw tooLong(limits, null);
        }
        return plain;
    }

    private static String parse(Path file, String mediaType, OfficeLimits limits)
            throws IOException, SAXException, TikaException {
        Metadata metadata = new Metadata();
        metadata.set(HttpHeaders.CONTENT_TYPE, mediaType);
        BodyContentHandler text = new BodyContentHandler(limits.maxTextCharacters());
        try (TikaInputStream in = TikaInputStream.get(file)) {
            parsers().parse(in, text, metadata, context());
        }
        return text.toString();
    }

    /** Dispatches by type, and turns unchecked exceptions of a parser into TikaExceptions. */
    private static Parser parsers() {
        return new CompositeParser(
                MediaTypeRegistry.getDefaultRegistry(),
                List.of(
                        new OOXMLParser(),
                        new OfficeParser(),
                        new RTFParser(),
                        new OpenDocumentParser(),
                        new TXTParser()));
    }

    private static ParseContext context() {
        OfficeParserConfig config = new OfficeParserConfig();
        config.setExtractMacros(false);
        config.setUseSAXDocxExtractor(true);
        config.setUseSAXPptxExtractor(true);
        ParseContext context = new ParseContext();
        context.set(OfficeParserConfig.class, config);
        context.set(EmbeddedDocumentExtractor.class, new NothingEmbedded());
        return context;
    }

    private static DigitisationException problem(Exception e, String mediaType, OfficeLimits limits) {
        if (WriteLimitReachedException.isWriteLimitReached(e)) {
            return tooLong(limits, e);
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof EncryptedDocumentException
                    || cause instanceof org.apache.poi.EncryptedDocumentException) {
                return new DigitisationException(Problem.FILE_PROTECTED, mediaType, e);
            }
        }
        return new DigitisationException(Problem.FILE_DAMAGED, mediaType, e);
    }

    private static DigitisationException tooLong(OfficeLimits limits, @Nullable Throwable cause) {
        return new DigitisationException(
                Problem.UNPACKED_TOO_LARGE, "hơn " + limits.maxTextCharacters() + " ký tự", cause);
    }

    /** Leaves attachments alone. */
    private static final class NothingEmbedded implements EmbeddedDocumentExtractor {
        @Override
        public boolean shouldParseEmbedded(Metadata metadata) {
            return false;
        }

        @Override
        public void parseEmbedded(InputStream in, ContentHandler handler, Metadata metadata, boolean outputHtml) {
            // not asked for
        }
    }
}
