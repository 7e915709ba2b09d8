package vn.sohoa.workflow;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import vn.sohoa.reading.DocumentReader;
import vn.sohoa.reading.DocumentReading;
import vn.sohoa.reading.ReadingRequest;

/** A reader that counts what reading costs in the reader processes, by the step that asked for it. */
final class MeteredReader implements DocumentReader {
    static final String CPU = "sohoa.reader.cpu";

    private final DocumentReader reader;
    private final MeterRegistry registry;

    MeteredReader(DocumentReader reader, MeterRegistry registry) {
        this.reader = reader;
        this.registry = registry;
    }

    @Override
    public DocumentReading read(Path file, ReadingRequest request) {
        DocumentReading reading = reader.read(file, request);
        cpu(registry, LogTrail.step()).increment(reading.cpuSeconds());
        return reading;
    }

    static Counter cpu(MeterRegistry registry, String step) {
        return Counter.builder(CPU)
                .tag("step", step)
                .baseUnit("seconds")
                .description("processor time of reader processes for files that were read whole")
                .register(registry);
    }

    @Override
    public Counts counts() {
        return reader.counts();
    }

    @Override
    public int capacity() {
        return reader.capacity();
    }

    @Override
    public void close() {
        reader.close();
    }
}
