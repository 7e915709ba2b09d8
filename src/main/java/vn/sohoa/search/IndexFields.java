package vn.sohoa.search;

import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Names and analysis of the fields, the same as in {@code storage-config/documents-index.json}. What words are looked for in
 * stands in one field, {@link #WORDS}, twice: with its accents, and folded under the same name with {@code .folded}. Title and
 * owner's name stand there several times, so that one field alone says what is there and which papers are the best; among these a
 * word in a field of its own counts besides.
 */
final class IndexFields {
    static final String DOCUMENT = "document";
    static final String VERSION = "version";
    /** On the marker of a paper that was taken out, so that a late older version does not bring it back. */
    static final String GONE = "gone";

    static final String DOSSIER = "dossier";
    static final String TYPE = "type";
    static final String TYPE_NAME = "type_name";
    /** Title, owner's name and text together. */
    static final String WORDS = "words";

    static final String TITLE = "title";
    static final String TEXT = "text";
    static final String OWNER_ID = "owner_id";
    static final String OWNER_NAME = "owner_name";
    static final String OWNER_MASKED = "owner_masked";
    static final String AGENCY = "agency";
    static final String ISSUED_DATE = "issued_date";
    /** First day that the date can mean, days since 1970. */
    static final String ISSUED_ON = "issued_on";

    static final String VALID_UNTIL = "valid_until";
    /** Last day of validity, days since 1970; far away where none is known. */
    static final String VALID_TO = "valid_to";

    static final String STATUS = "status";
    /** Units of the dossier and every unit above them. */
    static final String UNIT = "unit";

    static final String CODE = "code";
    static final String CODE_PART = "code_part";

    private static final String FOLDED = ".folded";
    private static final Analyzer FOLDING = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            StandardTokenizer tokenizer = new StandardTokenizer();
            TokenStream tokens = new ASCIIFoldingFilter(new LowerCaseFilter(tokenizer));
            return new TokenStreamComponents(tokenizer, tokens);
        }
    };

    private static final Analyzer KEEPING = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            StandardTokenizer tokenizer = new StandardTokenizer();
            return new TokenStreamComponents(tokenizer, new LowerCaseFilter(tokenizer));
        }
    };

    static final Analyzer ANALYZER = new PerFieldAnalyzerWrapper(FOLDING, Map.of(WORDS, KEEPING));

    private IndexFields() {}

    static String folded(String field) {
        return field + FOLDED;
    }
}
