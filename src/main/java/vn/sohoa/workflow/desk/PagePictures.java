package vn.sohoa.workflow.desk;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.Sha256;
import vn.sohoa.page.PageFile;
import vn.sohoa.page.PageMeasurements;
import vn.sohoa.reading.DocumentReader;
import vn.sohoa.reading.DocumentReading;
import vn.sohoa.reading.PageReading;
import vn.sohoa.reading.Part;
import vn.sohoa.reading.ReadingRequest;
import vn.sohoa.workflow.Masters;

/**
 * Pictures of single pages, made by a reader out of the master when they are asked for. The last few stay in memory, since a page asks
 * for its size first and for its picture right after; nothing is written anywhere. Safe for many threads.
 */
@Component
class PagePictures {
    private static final int KEPT = 16;
    private static final Set<Part> PARTS = EnumSet.of(Part.MEASUREMENTS, Part.SMALL_PAGE_FILES);

    private final Masters masters;
    private final DocumentReader reader;
    private final Map<Place, Picture> kept = new LinkedHashMap<>(KEPT, 0.75f, true);

    PagePictures(Masters masters, DocumentReader reader) {
        this.masters = masters;
        this.reader = reader;
    }

    private record Place(Sha256 master, int page) {}

    /** A page as it is shown. @param width in pixels of the page as it was measured and its words were placed */
    record Picture(PageFile file, int width, int height) {}

    /** Empty where the file has no pages that can be seen (office files). Problems as in reading the file. */
    Optional<Picture> of(Document paper, int page) {
        Place place = new Place(paper.masterSha256(), page);
        return known(place).or(() -> {
            Optional<Picture> made = masters.with(paper, file -> {
                try (DocumentReading reading = reader.read(file, new ReadingRequest(PARTS, page, page))) {
                    return reading.pages().stream().findFirst().flatMap(PagePictures::picture);
                }
            });
            made.ifPresent(picture -> keep(place, picture));
            return made;
        });
    }

    private static Optional<Picture> picture(PageReading page) {
        return page.pageFile().map(file -> {
            Optional<PageMeasurements> size = page.measurements();
            return new Picture(
                    file,
                    size.map(PageMeasurements::widthPx).orElse(file.shownWidth()),
                    size.map(PageMeasurements::heightPx).orElse(file.shownHeight()));
        });
    }

    private synchronized Optional<Picture> known(Place place) {
        return Optional.ofNullable(kept.get(place));
    }

    private synchronized void keep(Place place, Picture picture) {
        kept.put(place, picture);
        if (kept.size() > KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
    }
}
