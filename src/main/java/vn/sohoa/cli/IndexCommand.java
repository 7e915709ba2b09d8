package vn.sohoa.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.sohoa.workflow.RebuildIndex;

/** {@code index}: the search index is a cache. */
@Command(name = "index")
@SuppressWarnings("NullAway.Init")
final class IndexCommand implements Runnable {
    @ParentCommand
    private Root root;

    @Mixin
    @SuppressWarnings("UnusedVariable")
    private Engines.Choice engines;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(name = "rebuild")
    int rebuild() {
        try (House house = House.open(root)) {
            Output.line(spec, "✓ " + house.get(RebuildIndex.class).rebuild() + " giấy tờ (papers)");
            return 0;
        }
    }
}
