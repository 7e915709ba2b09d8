package vn.sohoa.signing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/**
 * Do a reader that repairs and one that does not see the same document? What an attacker broke on purpose one of them mends in
 * its own way, and two officers see two papers. Stateless.
 */
final class ReadersAgree {

    private ReadersAgree() {}

    /** What a reader sees: root, number of pages, of signatures. */
    private record View(String root, int pages, int signatures) {}

    static boolean on(byte[] file) {
        View lenient = null;
        try (PDDocument document = Loader.loadPDF(file)) {
            lenient = view(document);
        } catch (IOException | RuntimeException | StackOverflowError crafted) { // PDFBox throws all of them
            return false;
        }
        try (PDDocument document = new PDFParser(new RandomAccessReadBuffer(file)).parse(false)) {
            return view(document).equals(lenient);
        } catch (IOException | RuntimeException | StackOverflowError crafted) {
            return false;
        }
    }

    private static View view(PDDocument document) throws IOException {
        List<String> signatures = new ArrayList<>();
        document.getSignatureDictionaries().forEach(each -> signatures.add(each.getSubFilter()));
        return new View(
                key(document.getDocument().getTrailer().getItem(COSName.ROOT)),
                document.getNumberOfPages(),
                signatures.size());
    }

    private static String key(@Nullable COSBase item) {
        return item instanceof COSObject object ? String.valueOf(object.getKey()) : "";
    }
}
