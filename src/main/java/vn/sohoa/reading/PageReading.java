package vn.sohoa.reading;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sohoa.page.PageFile;
import vn.sohoa.page.PageMeasurements;
import vn.sohoa.page.PageText;
import vn.sohoa.page.QrPayload;

/**
 * One page of a reading; what was not asked for is absent.
 *
 * @param page from 1
 */
public record PageReading(
        int page,
        @Nullable PageMeasurements measured,
        @Nullable PageText words,
        List<QrPayload> qr,
        @Nullable PageFile file) {

    public PageReading {
        qr = List.copyOf(qr);
        if (page < 1) {
            throw new IllegalArgumentException("pages count from 1: " + page);
        }
    }

    public Optional<PageMeasurements> measurements() {
        return Optional.ofNullable(measured);
    }

    public Optional<PageText> text() {
        return Optional.ofNullable(words);
    }

    public Optional<PageFile> pageFile() {
        return Optional.ofNullable(file);
    }
}
