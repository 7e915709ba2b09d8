package vn.sohoa.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
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
import vn.sohoa.dossier.SignatureReport;
import vn.sohoa.dossier.SignatureVerdict;
import vn.sohoa.workflow.QuickTools;
import vn.sohoa.workflow.ReadFiles;

/** {@code verify}: what the signatures of files are worth. Ends with 4 unless every file is HOP_LE. */
@Command(name = "verify")
@SuppressWarnings("NullAway.Init")
final class VerifyCommand implements Callable<Integer> {
    @ParentCommand
    private Root root;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "file")
    private List<Path> files;

    @Option(names = "--trust", paramLabel = "DIR", descriptionKey = "trust")
    private @Nullable Path trust;

    /** Asks nobody, whatever the settings allow; answers that lie ready are used. */
    @Option(names = "--offline", descriptionKey = "offline")
    private boolean offline;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    /** The published shape of {@code verify --json}. */
    record VerifyJson(List<FileJson> files) {}

    record FileJson(
            String file,
            String sha256,
            SignatureVerdict verdict,
            List<SignatureReport.Reason> reasons,
            List<SignatureReport.Signature> signatures,
            String policy,
            String anchors) {

        static FileJson of(Path file, ReadFiles.SignedFile signed) {
            SignatureReport report = signed.report();
            return new FileJson(
                    file.toString(),
                    signed.sha256(),
                    report.verdict(),
                    report.reasons(),
                    report.signatures(),
                    report.policy(),
                    report.anchors());
        }
    }

    @Override
    public Integer call() {
        Map<String, String> settings = new HashMap<>(root.settings());
        settings.put("sohoa.reading.readers", "1");
        if (offline) {
            settings.put("sohoa.signing.network.allow", "");
            settings.put("sohoa.signing.network.private-hosts", "");
        }
        if (trust != null) {
            settings.put("sohoa.reading.trust", trust.toAbsolutePath().toString());
        }
        List<FileJson> results = new ArrayList<>();
        int failures = 0;
        try (QuickTools tools = QuickTools.open(settings)) {
            ReadFiles reader = tools.files();
            for (Path file : files) {
                try {
                    results.add(FileJson.of(file, reader.verify(file)));
                } catch (DigitisationException failure) {
                    failures++;
                    Output.note(
                            spec,
                            file + ": " + ProblemExit.sentence(failure.problem(), failure.detail(), root.language()));
                }
            }
        }
        if (json) {
            Output.json(spec, new VerifyJson(results));
        } else {
            results.forEach(this::print);
        }
        boolean all = results.stream().allMatch(result -> result.verdict() == SignatureVerdict.HOP_LE);
        return failures > 0 ? 1 : all ? 0 : 4;
    }

    private void print(FileJson result) {
        Output.line(
                spec, result.file() + ": " + result.verdict().label(root.language()) + " (" + result.verdict() + ")");
        result.reasons()
                .forEach(reason ->
                        Output.line(spec, "  " + reason.message(root.language()) + " [" + reason.code() + "]"));
        result.signatures()
                .forEach(signature -> Output.line(
                        spec,
                        "  · " + signature.signer() + " · " + signature.level() + " · "
                                + (signature.provenTime() != null
                                        ? signature.provenTime()
                                        : String.valueOf(signature.claimedTime()))
                                + " · " + signature.verdict().label(root.language())));
    }
}
