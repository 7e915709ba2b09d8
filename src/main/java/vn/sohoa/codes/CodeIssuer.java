package vn.sohoa.codes;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.sohoa.dossier.AgencyCode;
import vn.sohoa.dossier.CodeFormat;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.DocCode;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.Dossier;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.ResultCode;

/**
 * Issues codes from what is known of a paper, never from a counter: the same paper gets the same code however often it is asked
 * for, and no number is burnt. Safe for many threads.
 */
public final class CodeIssuer {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]*)}");
    private static final List<String> KNOWN = List.of("owner", "type", "dossier", "ordinal", "unit");
    private static final int LONGEST_DOC_CODE = 30;

    private final CodeTemplates templates;

    private CodeIssuer(CodeTemplates templates) {
        this.templates = templates;
    }

    /**
     * Reads the code templates strictly.
     *
     * @throws DigitisationException CONFIGURATION_INVALID for an unknown placeholder, or a template that could give two papers
     *     the same code
     */
    public static CodeIssuer load(Path yaml) {
        CodeTemplates templates = ReferenceYaml.read(yaml, CodeTemplates.class);
        String template = templates.digitisedResult();
        PLACEHOLDER.matcher(template).results().map(m -> m.group(1)).forEach(name -> {
            if (!KNOWN.contains(name)) {
                throw ReferenceYaml.fault(
                        yaml, "digitisedResult", "digitisedResult: không có {" + name + "}; được dùng " + KNOWN);
            }
        });
        if (!template.contains("{dossier}") || !template.contains("{ordinal}")) {
            throw ReferenceYaml.fault(
                    yaml, "digitisedResult", "digitisedResult: phải có {dossier} và {ordinal} để mã không trùng");
        }
        if (template.contains("}{")) {
            throw ReferenceYaml.fault(
                    yaml, "digitisedResult", "digitisedResult: giữa hai phần phải có dấu phân cách để mã không trùng");
        }
        templates.resultTypes().forEach((type, code) -> {
            if (!CodeFormat.LOAI_KQ.holds(code)) {
                throw ReferenceYaml.fault(yaml, code, "resultTypes." + type + ": không phải mã loại kết quả: " + code);
            }
        });
        return new CodeIssuer(templates);
    }

    /**
     * The code of a digitised paper (mã kết quả số hóa; Circular 01/2023/TT-VPCP, Article 10): owner's id and type code, then
     * what makes it unique. A code already issued stays. The owner's place is empty where the paper has none.
     *
     * @throws DigitisationException FIELD_MISSING when the type is unknown; CONFIGURATION_INVALID when the code grows longer than
     *     the templates allow
     */
    public String digitisedResultCode(Dossier dossier, Document document) {
        String issued = document.code();
        if (issued != null) {
            return issued;
        }
        if (!document.dossier().equals(dossier.code())) {
            throw new IllegalArgumentException(document.id() + " is not of dossier " + dossier.code());
        }
        if (!document.type().isKnown()) {
            throw new DigitisationException(Problem.FIELD_MISSING, "loại giấy tờ");
        }
        Map<String, String> values = new HashMap<>();
        values.put("owner", document.owner() == null ? "" : document.owner().value());
        values.put("type", typeCode(document));
        values.put("dossier", dossier.code().value());
        values.put("ordinal", String.format(Locale.ROOT, "%03d", document.ordinal()));
        values.put("unit", dossier.processingUnit().value());
        String code = PLACEHOLDER
                .matcher(templates.digitisedResult())
                .replaceAll(m -> Matcher.quoteReplacement(values.getOrDefault(m.group(1), "")));
        if (code.length() > templates.longest()) {
            throw new DigitisationException(
                    Problem.CONFIGURATION_INVALID,
                    "mã kết quả số hóa dài " + code.length() + " ký tự, cho phép " + templates.longest());
        }
        return code;
    }

    /**
     * The code of an electronic result (Decree 45/2020/NĐ-CP, Article 14.3): n counts the results of the dossier in their order,
     * and a result that is issued again under its file name keeps its n. Empty for a paper that is no result.
     *
     * @param papers all papers of the dossier, in any order
     */
    public Optional<ResultCode> resultCode(Dossier dossier, List<Document> papers, Document paper) {
        List<String> results = papers.stream()
                .filter(Document::result)
                .sorted(Comparator.comparing(Document::ordinal))
                .map(each -> each.source().name())
                .distinct()
                .toList();
        int place = results.indexOf(paper.source().name());
        return paper.result() && place >= 0 ? Optional.of(ResultCode.of(dossier.code(), place + 1)) : Optional.empty();
    }

    /**
     * A document code (letter 7197/BKHCN-CĐSQG, 2.4; R-31).
     *
     * @param kind abbreviation of the kind, such as {@code QĐ}
     * @param serial 1 to 999999
     * @param version 1 for the raw scan, 2 and on for corrections
     * @throws DigitisationException CONFIGURATION_INVALID when it cannot be written, for instance in 30 characters
     */
    public DocCode docCode(AgencyCode unit, String kind, int serial, int version) {
        String code = String.format(Locale.ROOT, "%s_%s_%06d_V%d", unit, kind, serial, version);
        if (code.codePointCount(0, code.length()) > LONGEST_DOC_CODE) {
            throw new DigitisationException(
                    Problem.CONFIGURATION_INVALID,
                    "mã tài liệu " + code + " dài " + code.length() + " ký tự, cho phép " + LONGEST_DOC_CODE
                            + "; dùng mã định danh ngắn hơn cho đơn vị");
        }
        if (!CodeFormat.DOCCODE.holds(code)) {
            throw new DigitisationException(Problem.CONFIGURATION_INVALID, "không phải mã tài liệu: " + code);
        }
        return new DocCode(code);
    }

    private String typeCode(Document document) {
        String type = document.type().code();
        return document.result() ? templates.resultTypes().getOrDefault(type, type) : type;
    }

    private record CodeTemplates(
            @JsonProperty(required = true) String version,
            @JsonProperty(required = true) String digitisedResult,
            @JsonProperty(required = true) int longest,
            @JsonProperty("resultTypes") @Nullable Map<String, String> resultTypeCodes) {

        Map<String, String> resultTypes() {
            return resultTypeCodes == null ? Map.of() : resultTypeCodes;
        }
    }
}
