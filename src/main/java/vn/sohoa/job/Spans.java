package vn.sohoa.job;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.workflow.WorkStep;

/**
 * Traces for those who set {@code SOHOA_OTLP_URL}: a span for the run, for each step, for each paper. Else nothing leaves the
 * process. Tags are numbers and codes, as in the log.
 */
@Component
class Spans {
    private final Tracer tracer;

    Spans(ObjectProvider<Tracer> tracers) {
        this.tracer = tracers.getIfAvailable(() -> Tracer.NOOP);
    }

    /** Work that may fail in its own way. */
    interface Work<T, X extends Exception> {
        T get() throws X;
    }

    /** Does work as a span of its own, within the one that this thread is at. */
    @SuppressWarnings("try") // the scope ends by itself
    <T, X extends Exception> T span(String name, Map<String, String> tags, Work<T, X> work) throws X {
        Span span = tracer.nextSpan().name(name);
        tags.forEach(span::tag);
        span.start();
        try (Tracer.SpanInScope scope = tracer.withSpan(span)) {
            return work.get();
        } finally {
            span.end();
        }
    }

    <T, X extends Exception> T paper(WorkStep step, DocumentId paper, long run, Work<T, X> work) throws X {
        Map<String, String> tags =
                Map.of("run", Long.toString(run), "step", step.step().name(), "paper", paper.toString());
        return span("paper", tags, work);
    }

    /** What another thread is to do within the span that this one is at. */
    @SuppressWarnings("try") // the scope ends by itself
    <T> Callable<T> here(Callable<T> work) {
        Span present = tracer.currentSpan();
        return () -> {
            try (Tracer.SpanInScope scope = tracer.withSpan(present)) {
                return work.call();
            }
        };
    }
}
