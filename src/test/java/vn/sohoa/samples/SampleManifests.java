package vn.sohoa.samples;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The two manifests that a reception desk sends along. */
final class SampleManifests {
    private static final String COLUMNS =
            "dossier,procedure,ownerId,ownerName,received,due,receivingUnit,processingUnit,file,title,copy,showOnly";

    private SampleManifests() {}

    record Owner(String id, String name) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(
            String file,
            String title,
            @Nullable String component,
            @Nullable String copy,
            @Nullable Boolean showOnly,
            @Nullable Boolean result,
            @Nullable Integer pages) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Manifest(
            String code,
            String procedure,
            String procedureName,
            String received,
            String due,
            @Nullable Owner owner,
            String receivingUnit,
            String processingUnit,
            @Nullable String issuingUnit,
            List<Entry> papers) {}

    static void json(SampleDossier d, SampleTruth truth, Path file) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < d.papers().size(); i++) {
            SampleDossier.Paper p = d.papers().get(i);
            int pages = truth.papers().get(i).pages().size();
            entries.add(new Entry(
                    p.file(),
                    p.title(),
                    p.component(),
                    p.copy(),
                    p.showOnly() ? Boolean.TRUE : null,
                    p.result() ? Boolean.TRUE : null,
                    pages == 0 || p.form().equals("docx") ? null : Integer.valueOf(pages)));
        }
        Owner owner = d.ownerId() == null || d.ownerName() == null ? null : new Owner(d.ownerId(), d.ownerName());
        Manifest manifest = new Manifest(
                d.code(),
                d.procedure(),
                d.procedureName(),
                d.received(),
                d.due(),
                owner,
                d.receivingUnit(),
                d.processingUnit(),
                d.issuingUnit(),
                entries);
        SampleTruth.mapper().writeValue(file, manifest);
    }

    static void csv(List<SampleDossier> dossiers, Path file) throws IOException {
        StringBuilder out = new StringBuilder(COLUMNS).append('\n');
        for (SampleDossier d : dossiers) {
            for (SampleDossier.Paper p : d.papers()) {
                List<String> row = new ArrayList<>(List.of(d.code(), d.procedure()));
                row.add(d.ownerId());
                row.add(d.ownerName());
                row.addAll(List.of(d.received(), d.due(), d.receivingUnit(), d.processingUnit(), p.file(), p.title()));
                row.add(p.copy());
                row.add(Boolean.toString(p.showOnly()));
                out.append(String.join(
                                ",", row.stream().map(SampleManifests::cell).toList()))
                        .append('\n');
            }
        }
        Files.writeString(file, out, StandardCharsets.UTF_8);
    }

    private static String cell(@Nullable String value) {
        if (value == null) {
            return "";
        }
        return value.matches(".*[,\"\n].*") ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }
}
