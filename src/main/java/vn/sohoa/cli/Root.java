package vn.sohoa.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Language;
import vn.sohoa.dossier.Problem;

/** {@code sohoa} itself, with the options that every command has. */
@Command(
        name = "sohoa",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        scope = ScopeType.INHERIT,
        resourceBundle = "messages.cli",
        subcommands = {
            DemoCommand.class,
            JobCommand.class,
            DossierCommand.class,
            ReviewCommand.class,
            DuplicatesCommand.class,
            SearchCommand.class,
            ReuseCommand.class,
            OwnerCommand.class,
            ReadCommand.class,
            InspectCommand.class,
            VerifyCommand.class,
            SignCommand.class,
            SplitCommand.class,
            ReportCommand.class,
            LearnCommand.class,
            ReferenceCommand.class,
            IndexCommand.class,
            FixityCommand.class,
            DoctorCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            MigrateCommand.class,
            UserCommand.class,
            AuditCommand.class,
            ServeCommand.class,
            WorkerCommand.class
        })
final class Root implements Runnable {
    private final Class<?> application;

    @Spec
    private CommandSpec spec;

    @Option(names = "--lang", scope = ScopeType.INHERIT, descriptionKey = "lang", defaultValue = "vi")
    private Language language = Language.VI;

    @Option(names = "--data", scope = ScopeType.INHERIT, descriptionKey = "data")
    private @Nullable Path data;

    private @Nullable Engines engines;

    @SuppressWarnings("NullAway.Init") // picocli fills in the specification
    Root(Class<?> application) {
        this.application = application;
    }

    Language language() {
        return language;
    }

    Path home() {
        return Path.of(System.getProperty("sohoa.home", ".")).toAbsolutePath().normalize();
    }

    /** The data folder that was asked for, by option or environment. */
    Optional<Path> givenData() {
        return Optional.ofNullable(data)
                .or(() -> Optional.ofNullable(System.getenv("SOHOA_DATA")).map(Path::of))
                .map(folder -> folder.toAbsolutePath().normalize());
    }

    Path data() {
        return givenData().orElseGet(() -> home().resolve("data"));
    }

    void standOn(Engines chosen) {
        engines = chosen;
    }

    /** Whether the engines are servers of their own: by option or by {@code SOHOA_PROFILE}. */
    boolean onServers() {
        return engines != null
                ? engines == Engines.SERVER
                : Engines.SERVER.name().equalsIgnoreCase(System.getenv("SOHOA_PROFILE"));
    }

    /** Refuses a data folder in which nothing was ever done: most likely its name was mistyped. Problem: NOT_FOUND. */
    void needInstallation() {
        if (!onServers() && !Files.isDirectory(data().resolve("db"))) {
            throw new DigitisationException(
                    Problem.NOT_FOUND, data().resolve("db").toString());
        }
    }

    /** Settings that go before application.yml. */
    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("sohoa.home", home().toString());
        settings.put("sohoa.data", data().toString());
        if (onServers()) {
            settings.put("spring.profiles.active", "server");
        }
        settings.putAll(traces());
        return settings;
    }

    /** Traces leave the process only where they were asked for. */
    private static Map<String, String> traces() {
        String url = System.getenv("SOHOA_OTLP_URL");
        return url == null || url.isBlank()
                ? Map.of("management.tracing.export.enabled", "false")
                : Map.of(
                        "management.opentelemetry.tracing.export.otlp.endpoint",
                        url,
                        "management.tracing.sampling.probability",
                        "1.0");
    }

    Class<?> application() {
        return application;
    }

    @Override
    public void run() {
        CommandLine line = spec.commandLine();
        line.usage(line.getOut());
    }
}
