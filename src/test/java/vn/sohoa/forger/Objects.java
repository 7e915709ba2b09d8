package vn.sohoa.forger;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * The numbers and texts of a base's main objects: what a forger writes anew in an update.
 *
 * @param catalog the catalogue's dictionary as text, without its brackets
 * @param page the first page's likewise
 */
record Objects(int root, String catalog, int pages, int firstPage, String page, int contents) {

    static Objects of(byte[] file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file)) {
            COSDictionary page = document.getPage(0).getCOSObject();
            COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
            return new Objects(
                    number(document.getDocument().getTrailer().getItem(COSName.ROOT)),
                    inner(catalog),
                    number(catalog.getItem(COSName.PAGES)),
                    number(((COSArray) catalog.getCOSDictionary(COSName.PAGES).getDictionaryObject(COSName.KIDS))
                            .get(0)),
                    inner(page),
                    number(page.getItem(COSName.CONTENTS)));
        }
    }

    private static int number(COSBase item) {
        return item instanceof COSObject object ? (int) object.getKey().getNumber() : -1;
    }

    private static String inner(COSDictionary dictionary) {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<COSName, COSBase> entry : dictionary.entrySet()) {
            text.append('/')
                    .append(entry.getKey().getName())
                    .append(' ')
                    .append(text(entry.getValue()))
                    .append(' ');
        }
        return text.toString();
    }

    private static String text(COSBase value) {
        if (value instanceof COSObject object) {
            return object.getKey().getNumber() + " " + object.getKey().getGeneration() + " R";
        } else if (value instanceof COSDictionary dictionary) {
            // what PDFBox reads as direct may be an object of its own
            return Optional.ofNullable(dictionary.isDirect() ? null : dictionary.getKey())
                    .map(key -> key.getNumber() + " 0 R")
                    .orElseGet(() -> "<< " + inner(dictionary) + ">>");
        } else if (value instanceof COSArray array) {
            StringBuilder text = new StringBuilder("[");
            array.forEach(each -> text.append(text(each)).append(' '));
            return text.append(']').toString();
        } else if (value instanceof COSName name) {
            return "/" + name.getName();
        } else if (value instanceof COSInteger integer) {
            return Long.toString(integer.longValue());
        } else if (value instanceof COSFloat number) {
            return Float.toString(number.floatValue());
        } else if (value instanceof COSString string) {
            return "<" + string.toHexString() + ">";
        }
        return String.valueOf(value).contains("true") ? "true" : "false";
    }
}
