package vn.sohoa.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.read.ListAppender;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.env.Environment;
import org.springframework.mock.env.MockEnvironment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The log of the server profile: one JSON document a line, on standard error, that names run, step, paper and dossier. */
class StructuredLogTest {

    @Test
    void aLineIsOneDocumentWithTheTrail() throws Exception {
        LoggerContext context = new LoggerContext();
        context.putObject(Environment.class.getName(), new MockEnvironment());
        context.setMDCAdapter(((LoggerContext) LoggerFactory.getILoggerFactory()).getMDCAdapter());
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        URL file = Objects.requireNonNull(StructuredLogTest.class.getResource("/logback-server.xml"));
        configurator.doConfigure(file);
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ConsoleAppender<ILoggingEvent> out = (ConsoleAppender<ILoggingEvent>) root.getAppender("ERR");
        assertThat(out.getTarget()).isEqualTo("System.err");
        ListAppender<ILoggingEvent> seen = new ListAppender<>();
        seen.setContext(context);
        seen.start();
        root.detachAppender(out);
        root.addAppender(seen);
        Map.of("run", "7", "step", "LUU", "paper", "p-1", "dossier", "H15.12-261102-0042")
                .forEach(MDC::put);
        String line;
        try {
            root.warn("dòng một\ndòng hai");
            line = new String(out.getEncoder().encode(seen.list.get(0)), StandardCharsets.UTF_8);
        } finally {
            MDC.clear();
        }
        context.stop();
        assertThat(line.strip()).doesNotContain("\n");
        JsonNode document = JsonMapper.shared().readTree(line);
        assertThat(document.get("message").asString()).isEqualTo("dòng một\ndòng hai");
        assertThat(document.get("run").asString()).isEqualTo("7");
        assertThat(document.get("step").asString()).isEqualTo("LUU");
        assertThat(document.get("paper").asString()).isEqualTo("p-1");
        assertThat(document.get("dossier").asString()).isEqualTo("H15.12-261102-0042");
    }
}
