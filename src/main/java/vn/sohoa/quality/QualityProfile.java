package vn.sohoa.quality;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A named, dated set of demands on a scan (hồ sơ tiêu chuẩn chất lượng; R-09). A job names the one it works by, since the norms
 * contradict each other.
 *
 * @param id such as {@code ND30-COPY}
 * @param version rises whenever a number changes
 * @param validFrom first day of the norm, or null where it is not confirmed
 * @param source the norm and its clause
 * @param minimumDpi lowest true resolution of a page
 * @param drawingDpi the same for maps and drawings, or null where the norm makes no difference
 * @param dpiTolerancePercent how far below a page may measure and still pass; scanners round paper sizes
 * @param colour when colour is demanded
 * @param colourHard whether missing colour means scanning again
 * @param minimumColourBits bits of a pixel in a colour scan
 * @param noteSkewDegrees slant from which a page is noted
 * @param maximumSkewDegrees slant from which a page must be scanned again
 * @param noteSharpness sharpness below which a page is noted
 * @param minimumSharpness sharpness below which a page must be scanned again
 * @param textAccuracyPercent characters of printed text that recognition has to get right on a sample, or null
 * @param containers accepted forms of the file, for people
 * @param limits what the house adds to every profile
 */
public record QualityProfile(
        String id,
        int version,
        @Nullable LocalDate validFrom,
        String source,
        int minimumDpi,
        @Nullable Integer drawingDpi,
        double dpiTolerancePercent,
        Colour colour,
        boolean colourHard,
        int minimumColourBits,
        double noteSkewDegrees,
        double maximumSkewDegrees,
        double noteSharpness,
        double minimumSharpness,
        @Nullable Double textAccuracyPercent,
        List<String> containers,
        PageLimits limits) {

    /** When a norm demands colour. */
    public enum Colour {
        /** Every page. */
        ALWAYS,
        /** Pages with a seal, photo, handwriting or biometrics, so far as a grey page shows that it had them. */
        WHERE_SHOWN
    }

    public QualityProfile {
        containers = List.copyOf(containers);
        require(id.matches("[A-Z0-9][A-Z0-9-]{2,39}"), "id", id);
        require(version >= 1, "version", version);
        require(minimumDpi >= 50 && minimumDpi <= 2400, "minimumDpi", minimumDpi);
        require(drawingDpi == null || drawingDpi >= minimumDpi, "drawingDpi", drawingDpi);
        require(dpiTolerancePercent >= 0 && dpiTolerancePercent <= 25, "dpiTolerancePercent", dpiTolerancePercent);
        require(minimumColourBits >= 1 && minimumColourBits <= 64, "minimumColourBits", minimumColourBits);
        require(noteSkewDegrees > 0 && noteSkewDegrees <= maximumSkewDegrees, "noteSkewDegrees", noteSkewDegrees);
        require(maximumSkewDegrees <= 45, "maximumSkewDegrees", maximumSkewDegrees);
        require(minimumSharpness >= 0 && minimumSharpness <= noteSharpness, "minimumSharpness", minimumSharpness);
        require(noteSharpness <= 1, "noteSharpness", noteSharpness);
        require(
                textAccuracyPercent == null || (textAccuracyPercent > 0 && textAccuracyPercent <= 100),
                "textAccuracyPercent",
                textAccuracyPercent);
    }

    /** Id, version and version of the house's limits as verdicts carry them. */
    public String label() {
        return id + " v" + version + "." + limits.version();
    }

    static void require(boolean holds, String name, @Nullable Object value) {
        if (!holds) {
            throw new IllegalArgumentException(name + " = " + value);
        }
    }
}
