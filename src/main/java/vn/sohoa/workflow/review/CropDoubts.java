package vn.sohoa.workflow.review;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.ExtractedValue;
import vn.sohoa.dossier.Problem;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageFile;
import vn.sohoa.reading.DocumentReader;
import vn.sohoa.reading.ReadingRequest;
import vn.sohoa.workflow.Masters;

/**
 * Cuts the pictures that an officer compares with what was read, out of the master at the moment they are asked for: the place of each
 * reading, and the first page where there is no place. They are shown and kept nowhere.
 */
@Component
public class CropDoubts {
    private final Masters masters;
    private final DocumentReader reader;

    CropDoubts(Masters masters, DocumentReader reader) {
        this.masters = masters;
        this.reader = reader;
    }

    /** A place on a page. */
    private record Place(int page, Box box) {}

    /**
     * A picture of one doubt.
     *
     * @param page from 1
     * @param whole whether it is the whole page
     */
    public record Crop(String subject, int page, boolean whole, PageFile picture) {}

    /** Pictures in the order of the doubts; a place that several share comes once. Problems as in reading the file. */
    public List<Crop> crops(Document paper, List<Doubt> open) {
        Map<Place, String> places = new LinkedHashMap<>();
        for (Doubt doubt : open) {
            List<ExtractedValue> placed = doubt.readings().stream()
                    .filter(reading -> reading.page() > 0)
                    .toList();
            placed.forEach(reading -> places.putIfAbsent(new Place(reading.page(), reading.box()), doubt.subject()));
            if (placed.isEmpty() && (doubt.ofField() || doubt.ofType())) {
                places.putIfAbsent(new Place(1, Box.NONE), doubt.subject());
            }
        }
        if (places.isEmpty()) {
            return List.of();
        }
        return masters.with(paper, file -> {
            List<Crop> crops = new ArrayList<>();
            places.forEach((place, subject) ->
                    reader.read(file, ReadingRequest.crop(place.page(), place.box())).pages().stream()
                            .flatMap(page -> page.pageFile().stream())
                            .map(picture ->
                                    new Crop(subject, place.page(), place.box().equals(Box.NONE), picture))
                            .forEach(crops::add));
            return crops;
        });
    }

    /** The first page of a paper as a picture, named by the paper; empty where it has none. Problem: FILE_MISSING. */
    public Optional<Path> firstPage(Document paper, Path folder) {
        List<Doubt> whole = List.of(new Doubt("trang", Problem.DUPLICATE_HELD, "", List.of()));
        return write(paper, whole, folder).stream().findFirst();
    }

    /** Writes them as files named by paper, subject and page; gives the files. Problem: FILE_MISSING if the folder cannot be written. */
    public List<Path> write(Document paper, List<Doubt> open, Path folder) {
        List<Path> files = new ArrayList<>();
        try {
            Files.createDirectories(folder);
            for (Crop crop : crops(paper, open)) {
                String ending = crop.picture().encoding() == PageFile.Encoding.JPEG ? "jpg" : "png";
                Path file = folder.resolve("%s-%02d-%s-tr%d.%s"
                        .formatted(paper.id(), files.size() + 1, crop.subject(), crop.page(), ending));
                Files.write(file, crop.picture().bytes());
                files.add(file);
            }
            return files;
        } catch (IOException cannot) {
            throw new DigitisationException(Problem.FILE_MISSING, folder.toString(), cannot);
        }
    }
}
