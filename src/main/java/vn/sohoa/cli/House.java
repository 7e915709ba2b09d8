package vn.sohoa.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import vn.sohoa.dossier.DigitisationException;

/** The house with its lights on: a Spring context for commands that need the catalogue. */
final class House implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private House(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static House open(Root root) {
        return open(root, WebApplicationType.NONE, Map.of());
    }

    /** Problems: ANOTHER_RUN, CONFIGURATION_INVALID, whatever a room says at its start. */
    static House open(Root root, WebApplicationType web, Map<String, String> more) {
        Map<String, Object> settings = new LinkedHashMap<>(root.settings());
        settings.putAll(more);
        try {
            return new House(new SpringApplicationBuilder(root.application())
                    .web(web)
                    .logStartupInfo(false)
                    .registerShutdownHook(true)
                    .run(settings.entrySet().stream()
                            .map(e -> "--" + e.getKey() + "=" + e.getValue())
                            .toArray(String[]::new)));
        } catch (RuntimeException failure) {
            throw cause(failure);
        }
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /** Stays open until the process is asked to end; what is at work is then stopped by the context. */
    void untilTheEnd() throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        context.addApplicationListener(event -> {
            if (event instanceof ContextClosedEvent) {
                closed.countDown();
            }
        });
        closed.await();
    }

    /** What a room said when it refused to start, out of the wrappings of the container. */
    private static RuntimeException cause(RuntimeException failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof DigitisationException problem) {
                return problem;
            }
        }
        return failure;
    }

    @Override
    public void close() {
        context.close();
    }
}
