package vn.sohoa.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** On which engines the house stands: those within one process, or servers of their own. */
enum Engines {
    EMBEDDED,
    SERVER;

    /** The option {@code --profile} of every command that needs the catalogue. */
    static final class Choice {
        @Spec(Spec.Target.MIXEE)
        @SuppressWarnings("NullAway.Init") // picocli fills in the specification
        private CommandSpec mixee;

        @Option(
                names = "--profile",
                scope = ScopeType.INHERIT,
                descriptionKey = "engines",
                paramLabel = "embedded|server")
        void choose(Engines engines) {
            ((Root) mixee.root().userObject()).standOn(engines);
        }
    }
}
