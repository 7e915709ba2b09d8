package vn.sohoa.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.DocumentType;
import vn.sohoa.dossier.ExtractedValue;
import vn.sohoa.dossier.OwnerId;
import vn.sohoa.workflow.InspectFile;
import vn.sohoa.workflow.QualityPage;
import vn.sohoa.workflow.QuickTools;
import vn.sohoa.workflow.RunPolicy;
import vn.sohoa.workflow.ScannerSignature;

/** {@code inspect}: what the pipeline would make of a file. A paper with a secrecy mark shows nothing but that. */
@Command(name = "inspect")
@SuppressWarnings("NullAway.Init")
final class InspectCommand implements Callable<Integer> {
    @ParentCommand
    private Root root;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "file")
    private List<Path> files;

    @Option(names = "--profile", descriptionKey = "profile", defaultValue = "CV7197-LOOKUP")
    private String profile;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    /** The published shape of {@code inspect --json}. */
    record InspectJson(List<FileJson> files) {}

    record TypeJson(String code, String name, double confidence) {}

    record FieldJson(String value, String raw, int page, int[] box, double confidence, ExtractedValue.Method method) {}

    record FaultJson(int page, String code, String detail, boolean hard) {}

    record QualityJson(
            String profile, String version, String verdict, List<FaultJson> faults, List<QualityPage> pages) {}

    record ScopeJson(String decision, @Nullable String reason) {}

    record OwnerJson(String kind, String masked) {}

    record FileJson(
            String file,
            String sha256,
            TypeJson type,
            List<TypeJson> candidates,
            Map<String, FieldJson> fields,
            @Nullable OwnerJson owner,
            QualityJson quality,
            ScopeJson scope,
            Object signature) {}

    @Override
    public Integer call() {
        RunPolicy policy = new RunPolicy(profile, ScannerSignature.OFF, 60, 80, 50);
        List<FileJson> results = new ArrayList<>();
        int failures = 0;
        Map<String, String> settings = new LinkedHashMap<>(root.settings());
        try (QuickTools tools = QuickTools.open(settings)) {
            InspectFile inspector = tools.inspector();
            for (Path file : files) {
                try {
                    results.add(of(file, inspector.inspect(file, policy)));
                } catch (DigitisationException failure) {
                    failures++;
                    Output.note(
                            spec,
                            file + ": " + ProblemExit.sentence(failure.problem(), failure.detail(), root.language()));
                }
            }
        }
        if (json) {
            Output.json(spec, new InspectJson(results));
        } else {
            results.forEach(this::print);
        }
        return failures > 0 ? 1 : 0;
    }

    private void print(FileJson result) {
        Output.line(spec, result.file());
        Output.line(
                spec,
                "  " + result.type().name() + " (" + result.type().code() + ", "
                        + Math.round(result.type().confidence()) + "/100) · "
                        + result.quality().verdict() + " · "
                        + result.scope().decision()
                        + (result.scope().reason() == null
                                ? ""
                                : " " + result.scope().reason()));
        result.fields()
                .forEach((name, field) -> Output.line(
                        spec,
                        "  " + name + ": " + field.value() + "  [trang " + field.page() + ", " + field.method() + ", "
                                + Math.round(field.confidence()) + "/100]"));
        result.quality().faults().forEach(fault -> Output.line(spec, "  ! " + fault.code() + " " + fault.detail()));
    }

    private FileJson of(Path file, InspectFile.Inspection seen) {
        if (seen.secret()) {
            return new FileJson(
                    file.toString(),
                    seen.sha256(),
                    new TypeJson(DocumentType.UNKNOWN.code(), DocumentType.UNKNOWN.name(), 0),
                    List.of(),
                    Map.of(),
                    null,
                    new QualityJson(
                            seen.profile(),
                            seen.profileVersion(),
                            seen.pass() ? "PASS" : "RESCAN",
                            List.of(),
                            List.of()),
                    new ScopeJson("OUT_OF_SCOPE", "SECRET"),
                    Map.of());
        }
        Map<String, FieldJson> fields = new LinkedHashMap<>();
        seen.values()
                .forEach(v -> fields.putIfAbsent(
                        v.field(),
                        new FieldJson(
                                v.value(), v.raw(), v.page(), ReadJson.box(v.box()), v.confidence(), v.method())));
        OwnerId owner = seen.owner().orElse(null);
        String reason = seen.scope().map(Enum::name).orElse(null);
        return new FileJson(
                file.toString(),
                seen.sha256(),
                new TypeJson(seen.type().code(), seen.type().name(), seen.typeConfidence()),
                seen.candidates().stream()
                        .map(c -> new TypeJson(c.type().code(), c.type().name(), c.confidence()))
                        .toList(),
                fields,
                owner == null ? null : new OwnerJson(owner.kind().name(), owner.masked()),
                new QualityJson(
                        seen.profile(),
                        seen.profileVersion(),
                        seen.pass() ? "PASS" : "RESCAN",
                        seen.faults().stream()
                                .map(f -> new FaultJson(
                                        f.page(), f.problem().name(), f.sentence(root.language()), f.hard()))
                                .toList(),
                        QualityPage.of(seen.measured())),
                new ScopeJson(reason == null ? "IN_SCOPE" : "OUT_OF_SCOPE", reason),
                seen.signature());
    }
}
