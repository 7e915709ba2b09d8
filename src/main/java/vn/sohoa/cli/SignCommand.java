package vn.sohoa.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.DossierCode;
import vn.sohoa.dossier.Problem;
import vn.sohoa.workflow.QuickTools;
import vn.sohoa.workflow.SignFiles;
import vn.sohoa.workflow.SignMaster;

/** {@code sign}: signs files, or the scans that wait for their scanning officer, in one session with the token. */
@Command(name = "sign")
@SuppressWarnings("NullAway.Init")
final class SignCommand implements Callable<Integer> {
    @ParentCommand
    private Root root;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "FILE", descriptionKey = "file")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--out", paramLabel = "OUT", descriptionKey = "signOut")
    private @Nullable Path out;

    @Option(names = "--profile", paramLabel = "scanner|agency|archive|conversion|…", descriptionKey = "signProfile")
    private @Nullable String signature;

    @Option(names = "--form", paramLabel = "\"SAO Y\"", descriptionKey = "signForm")
    private String form = "SAO Y";

    @Option(names = "--converter", descriptionKey = "converter")
    private String converter = "";

    @Mixin
    private TokenOptions token;

    @Option(names = "--queue", descriptionKey = "signQueue")
    private boolean queue;

    @Option(names = "--list", descriptionKey = "signList")
    private boolean list;

    @Option(names = "--dossier", paramLabel = "CODE", descriptionKey = "signDossier")
    private @Nullable String dossier;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    /** The published shape of {@code sign --json}. */
    record SignJson(List<SignFiles.Signed> files, List<FailureJson> problems) {}

    record FailureJson(String file, String code, String detail) {}

    @Override
    public Integer call() {
        if (queue != files.isEmpty() || (!queue && out == null)) {
            throw new DigitisationException(Problem.USAGE, "sign FILE… --out, hoặc sign --queue");
        }
        return queue ? queue() : files();
    }

    private int files() {
        Map<String, String> settings = new HashMap<>(root.settings());
        settings.put("sohoa.reading.readers", "1");
        settings.putAll(token.settings());
        List<SignFiles.Signed> signed = new ArrayList<>();
        List<FailureJson> failures = new ArrayList<>();
        try (QuickTools tools = QuickTools.open(settings)) {
            SignFiles signer = tools.signer();
            Output.note(spec, signer.begin());
            for (Path file : files) {
                try {
                    signed.add(signer.sign(file, target(signer, file), profile(), words()));
                } catch (DigitisationException failure) {
                    failures.add(failure(file.toString(), failure));
                }
            }
        }
        if (json) {
            Output.json(spec, new SignJson(signed, failures));
        } else {
            signed.forEach(each -> Output.line(
                    spec, "✓ " + each.out() + " · " + each.format() + " · " + each.level() + " · " + each.verdict()));
        }
        return failures.isEmpty() ? 0 : failures.size() == 1 && files.size() == 1 ? exit(failures.get(0)) : 1;
    }

    private static int exit(FailureJson failure) {
        return Problem.valueOf(failure.code()).exitCode();
    }

    private String profile() {
        return signature == null ? "scanner" : signature;
    }

    private Map<String, String> words() {
        return Map.of("form", form, "converter", converter);
    }

    private FailureJson failure(String what, DigitisationException failure) {
        Output.note(spec, what + ": " + ProblemExit.sentence(failure.problem(), failure.detail(), root.language()));
        return new FailureJson(what, failure.problem().name(), failure.detail());
    }

    /** One file: {@code --out} is its name. Several: a folder, each under its own name, a signature beside as {@code .p7s}. */
    private Path target(SignFiles signer, Path file) {
        Path given = Objects.requireNonNull(out);
        if (files.size() == 1 && !Files.isDirectory(given)) {
            return given;
        }
        if (!Files.isDirectory(given)) {
            throw new DigitisationException(Problem.FILE_MISSING, given.toString());
        }
        return given.resolve(file.getFileName() + (signer.beside(file) ? ".p7s" : ""));
    }

    private int queue() {
        root.needInstallation();
        try (House house = House.open(root, WebApplicationType.NONE, token.settings())) {
            SignMaster desk = house.get(SignMaster.class);
            List<SignMaster.Waiting> waiting = desk.waiting(dossier == null ? null : code());
            if (list) {
                show(waiting);
                return 0;
            }
            List<FailureJson> failures = new ArrayList<>();
            List<SignFiles.Signed> signed = new ArrayList<>();
            for (SignMaster.Waiting paper : waiting) {
                try {
                    signed.add(desk.sign(paper.document(), profile(), System.getProperty("user.name")));
                } catch (DigitisationException failure) {
                    failures.add(failure(paper.document(), failure));
                    if (failure.problem().blame() == Problem.Blame.CONFIGURATION) {
                        throw failure; // the next paper would fare no better, and a token locks itself
                    }
                }
            }
            if (json) {
                Output.json(spec, new SignJson(signed, failures));
            } else {
                signed.forEach(each -> Output.line(spec, "✓ " + each.file() + " · " + each.level()));
            }
            return failures.isEmpty() ? 0 : 3;
        }
    }

    private DossierCode code() {
        return DossierCommand.code(Objects.requireNonNull(dossier));
    }

    private void show(List<SignMaster.Waiting> waiting) {
        if (json) {
            Output.json(spec, waiting);
            return;
        }
        waiting.forEach(each ->
                Output.line(spec, each.dossier() + "  " + each.file() + "  " + each.pages() + "  " + each.document()));
    }
}
