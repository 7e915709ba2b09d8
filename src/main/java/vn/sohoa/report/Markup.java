package vn.sohoa.report;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.sohoa.dossier.Language;

/** What all written reports share: JSON, cells of CSV, texts in HTML and SVG, numbers. */
final class Markup {
    /** Indented, for files that people look at. */
    static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

    private Markup() {}

    /** A quoted cell; what a spreadsheet would take for a formula is defused. */
    static String cell(String text) {
        return '"' + plain(text).replace("\"", "\"\"") + '"';
    }

    /** The text as no spreadsheet takes it for a formula. */
    static String plain(String text) {
        boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** A number with the decimal sign of the language; N/A where there is none. */
    static String number(@Nullable BigDecimal number, Language language) {
        return number == null
                ? "N/A"
                : language == Language.VI ? number.toPlainString().replace('.', ',') : number.toPlainString();
    }

    static String percent(@Nullable BigDecimal number, Language language) {
        return number == null ? "N/A" : number(number, language) + " %";
    }

    /** A count with its thousands apart. */
    static String count(long number, Language language) {
        String grouped = "%,d".formatted(number);
        return language == Language.VI ? grouped.replace(',', '.') : grouped;
    }
}
