package vn.sohoa.web.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.FieldName;

/**
 * Metadata of one paper with the names of letter 7197/BKHCN-CĐSQG, 2.3e; dates are ISO 8601. {@code DocCode} is the code that was
 * issued; addresses carry {@code Id} instead, because a code may hold the number of a person.
 */
record DocumentMetadata(
        @JsonProperty("Id") String id,
        @JsonProperty("Version") long version,
        @JsonProperty("DocCode") @Nullable String docCode,
        @JsonProperty("TypeName") String typeName,
        @JsonProperty("CodeNumber") @Nullable String codeNumber,
        @JsonProperty("CodeNotation") @Nullable String codeNotation,
        @JsonProperty("IssuedDate") @Nullable String issuedDate,
        @JsonProperty("OrganName") @Nullable String organName,
        @JsonProperty("Subject") @Nullable String subject,
        @JsonProperty("Language") String language,
        @JsonProperty("PageAmount") int pageAmount,
        @JsonProperty("InforSign") @Nullable String inforSign,
        @JsonProperty("ConfidenceLevel") String confidenceLevel) {
    private static final Pattern NUMBER = Pattern.compile("(?<number>\\d+[a-zđ]?)(?:[/-](?<notation>.+))?");
    private static final String VIETNAMESE = "01";
    private static final String DIGITISED = "02";

    static DocumentMetadata of(Document paper) {
        String whole = paper.value(FieldName.CODE_NUMBER).orElse(null);
        Matcher parts = NUMBER.matcher(Objects.requireNonNullElse(whole, ""));
        boolean split = parts.matches();
        return new DocumentMetadata(
                paper.id().toString(),
                paper.version(),
                paper.code(),
                paper.type().name(),
                split ? parts.group("number") : whole,
                split ? parts.group("notation") : null,
                paper.value(FieldName.ISSUED_DATE).orElse(null),
                paper.value(FieldName.AGENCY).orElse(null),
                paper.value(FieldName.SUBJECT).orElse(paper.title()),
                VIETNAMESE,
                paper.pages(),
                paper.signature() == null ? null : paper.signature().verdict().name(),
                DIGITISED);
    }
}
