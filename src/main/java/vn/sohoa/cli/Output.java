package vn.sohoa.cli;

import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Results go to standard output: words, or one JSON document and nothing else. */
final class Output {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Output() {}

    static void json(CommandSpec spec, Object value) {
        spec.commandLine().getOut().println(JSON.writeValueAsString(value));
    }

    static void line(CommandSpec spec, String text) {
        spec.commandLine().getOut().println(text);
    }

    /** A length for people. */
    static String bytes(long bytes) {
        return bytes < 1_000_000 ? "%.1f kB".formatted(bytes / 1e3) : "%.1f MB".formatted(bytes / 1e6);
    }

    /** For people who watch: standard error. */
    static void note(CommandSpec spec, String text) {
        spec.commandLine().getErr().println(text);
    }
}
