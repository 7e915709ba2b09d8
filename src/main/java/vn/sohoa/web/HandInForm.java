package vn.sohoa.web;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.json.JsonMapper;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.workflow.SubmitDossier;

/**
 * A dossier as an officer fills it in; what it says is checked by whoever takes it, as of any other sender.
 *
 * @param key of the form, so that a form sent twice is one dossier
 * @param components files of the dossier
 * @param results files of its result (kết quả giải quyết)
 */
record HandInForm(
        @Nullable String key,
        @Nullable String code,
        @Nullable String procedure,
        @Nullable String procedureName,
        @Nullable String ownerId,
        @Nullable String ownerName,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate received,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate due,

        @Nullable String unit,
        @Nullable List<MultipartFile> components,
        @Nullable List<MultipartFile> results) {
    private static final int LONGEST_NAME = 120;
    private static final Pattern PLACE =
            Pattern.compile(Pattern.quote(SubmitDossier.MANIFEST) + ", dòng [0-9]+, cột [0-9]+: ");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Manifest and files. Problem: FORM_INVALID without a file. */
    List<SubmitDossier.Part> parts() {
        List<Map<String, Object>> papers = new ArrayList<>();
        List<SubmitDossier.Part> parts = new ArrayList<>();
        add(components, false, papers, parts);
        add(results, true, papers, parts);
        if (papers.isEmpty()) {
            throw new DigitisationException(Problem.FORM_INVALID, "chưa chọn tệp nào");
        }
        byte[] manifest = JSON.writeValueAsBytes(manifest(papers));
        parts.add(0, new SubmitDossier.Part(SubmitDossier.MANIFEST, () -> new ByteArrayInputStream(manifest)));
        return parts;
    }

    private static void add(
            @Nullable List<MultipartFile> sent,
            boolean result,
            List<Map<String, Object>> papers,
            List<SubmitDossier.Part> parts) {
        for (MultipartFile file : sent == null ? List.<MultipartFile>of() : sent) {
            if (!file.isEmpty()) {
                String name = plain(Objects.requireNonNullElse(file.getOriginalFilename(), ""));
                papers.add(Map.of("file", name, "title", name.replaceFirst("\\.[^.]*$", ""), "result", result));
                parts.add(new SubmitDossier.Part(name, file::getInputStream));
            }
        }
    }

    private Map<String, Object> manifest(List<Map<String, Object>> papers) {
        Map<String, Object> manifest = new LinkedHashMap<>();
        put(manifest, "code", code);
        put(manifest, "procedure", procedure);
        put(manifest, "procedureName", procedureName);
        put(manifest, "received", received);
        put(manifest, "due", due);
        put(manifest, "receivingUnit", unit);
        Map<String, Object> owner = new LinkedHashMap<>();
        put(owner, "id", ownerId);
        put(owner, "name", ownerName);
        if (!owner.isEmpty()) {
            manifest.put("owner", owner);
        }
        manifest.put("papers", papers);
        return manifest;
    }

    private static void put(Map<String, Object> into, String key, @Nullable Object value) {
        String text = Objects.requireNonNullElse(value, "").toString().strip();
        if (!text.isEmpty()) {
            into.put(key, text);
        }
    }

    /** A refusal without places in the manifest, which whoever filled in the form never saw. */
    static DigitisationException refusal(DigitisationException refused) {
        return new DigitisationException(
                refused.problem(), PLACE.matcher(refused.detail()).replaceAll(""), refused);
    }

    /** The last part of a path as a browser may send it: letters, digits and a few signs, never hidden, never empty. */
    static String plain(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String kept = last.replaceAll("[^\\p{L}\\p{M}\\p{N} ._()-]", "_")
                .replaceAll("^[. ~]+", "")
                .strip();
        int dot = kept.lastIndexOf('.');
        String ending = dot < 0 ? "" : kept.substring(dot);
        String stem = dot < 0 ? kept : kept.substring(0, dot);
        int room = Math.max(1, LONGEST_NAME - ending.length());
        return stem.isBlank() ? "tep" + ending : (stem.length() > room ? stem.substring(0, room) : stem) + ending;
    }
}
