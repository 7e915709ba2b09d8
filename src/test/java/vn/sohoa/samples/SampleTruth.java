package vn.sohoa.samples;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What the committed truth of one sample dossier says: {@code samples/truth/<code>.json} of the test resources. */
public record SampleTruth(String dossier, List<Paper> papers) {

    /** The folder of the truths in the sources. */
    public static final Path FOLDER = Path.of("src/test/resources/samples/truth");

    /**
     * One paper: its type code, where its walk ends and why, what is printed on it.
     *
     * @param poor left out of pooled error rates
     * @param signature HOP_LE, KHONG_HOP_LE or KHONG_CO_CHU_KY
     * @param pages empty if nobody can or may read it
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Paper(
            String file,
            String type,
            String status,
            @Nullable String problem,
            boolean poor,
            String signature,
            Map<String, String> fields,
            List<PageTruth> pages) {}

    static JsonMapper mapper() {
        return JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    }

    /** The truth of one dossier from the sources. */
    public static SampleTruth read(String dossier) {
        return mapper().readValue(FOLDER.resolve(dossier + ".json"), SampleTruth.class);
    }

    void write() {
        mapper().writeValue(FOLDER.resolve(dossier + ".json"), this);
    }
}
