package vn.sohoa.samples;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * One sample dossier (hồ sơ) as the list {@code samples/dossiers.yaml} describes it.
 *
 * @param manifest JSON, CSV or NONE
 */
public record SampleDossier(
        String code,
        String manifest,
        String procedure,
        String procedureName,
        String received,
        String due,
        @Nullable String ownerId,
        @Nullable String ownerName,
        String receivingUnit,
        String processingUnit,
        @Nullable String issuingUnit,
        List<Paper> papers) {

    /**
     * One file of a dossier.
     *
     * @param form how the file is made, see {@link PaperFile}
     * @param text the paper text, or the file it repeats, or nothing
     * @param status where the walk ends; STORED if left out
     * @param problem why it ends there
     */
    public record Paper(
            String file,
            String title,
            @Nullable String component,
            @Nullable String copy,
            boolean showOnly,
            boolean result,
            String form,
            @Nullable String text,
            @Nullable String status,
            @Nullable String problem,
            boolean poor) {

        /** Where the walk of this paper ends. */
        public String end() {
            return status == null ? "STORED" : status;
        }
    }

    /** All dossiers, in the order of the list. */
    public static List<SampleDossier> all() throws IOException {
        try (InputStream in = SampleDossier.class.getResourceAsStream("/samples/dossiers.yaml")) {
            if (in == null) {
                throw new IllegalStateException("samples/dossiers.yaml is missing");
            }
            YAMLMapper mapper = YAMLMapper.builder()
                    .disable(tools.jackson.databind.DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();
            return List.of(mapper.readValue(in, SampleDossier[].class));
        }
    }

    /** Fields of the truth: facts of the text that are printed on the paper. */
    static Map<String, String> printed(PaperText text) {
        Map<String, String> out = new java.util.TreeMap<>(text.facts());
        for (String look : List.of("type", "size", "points", "tint", "frame", "stamp", "numbered")) {
            out.remove(look);
        }
        return out;
    }
}
