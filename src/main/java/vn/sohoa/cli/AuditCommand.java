package vn.sohoa.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.sohoa.access.AuditLog;
import vn.sohoa.dossier.Look;

/** {@code audit}: who looked at what, and whether the log of it is whole. */
@Command(name = "audit")
@SuppressWarnings("NullAway.Init")
final class AuditCommand implements Runnable {
    @ParentCommand
    private Root root;

    @Mixin
    @SuppressWarnings("UnusedVariable")
    private Engines.Choice engines;

    @Spec
    private CommandSpec spec;

    record LookJson(
            long seq,
            String at,
            String who,
            String role,
            String unit,
            Look.Kind kind,
            @Nullable String document,
            String purpose,
            String from,
            Look.Result result) {

        static LookJson of(AuditLog.Entry entry) {
            Look look = entry.look();
            UUID document = look.document();
            return new LookJson(
                    entry.seq(),
                    look.at().toString(),
                    look.who(),
                    look.role(),
                    look.unit(),
                    look.kind(),
                    document == null ? null : document.toString(),
                    look.purpose(),
                    look.from(),
                    look.result());
        }

        String words() {
            return "%d  %s  %s (%s)  %s %s  %s  %s  %s"
                    .formatted(seq, at, who, unit, kind, result, document == null ? "–" : document, purpose, from);
        }
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(name = "list")
    int list(
            @Option(names = "--document", descriptionKey = "document") @Nullable String document,
            @Option(names = "--limit", descriptionKey = "limit", defaultValue = "100") int limit,
            @Option(names = "--json", descriptionKey = "json") boolean json) {
        try (House house = House.open(root)) {
            List<LookJson> looks = house
                    .get(AuditLog.class)
                    .newest(Optional.ofNullable(document).map(ReuseCommand::document), limit)
                    .stream()
                    .map(LookJson::of)
                    .toList();
            if (json) {
                Output.json(spec, looks);
            } else {
                looks.forEach(look -> Output.line(spec, look.words()));
            }
            return 0;
        }
    }

    @Command(name = "verify")
    int verify(@Option(names = "--json", descriptionKey = "json") boolean json) {
        try (House house = House.open(root)) {
            AuditLog.Checked checked = house.get(AuditLog.class).verify();
            if (json) {
                Output.json(spec, checked);
            } else {
                checked.violations().forEach(violation -> Output.line(spec, "✗ " + violation));
                Output.line(
                        spec,
                        spec.resourceBundle()
                                .getString("sohoa.audit.checked")
                                .formatted(checked.entries(), checked.head()));
            }
            return checked.violations().isEmpty() ? 0 : 4;
        }
    }

    @Command(name = "export")
    int export(@Parameters(paramLabel = "FILE", descriptionKey = "auditFile") Path file) {
        try (House house = House.open(root)) {
            long written = house.get(AuditLog.class).export(file);
            Output.line(spec, file + "  " + written);
            return 0;
        }
    }
}
