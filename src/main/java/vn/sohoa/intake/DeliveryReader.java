package vn.sohoa.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.sohoa.dossier.CodeFormat;
import vn.sohoa.dossier.Dossier;
import vn.sohoa.dossier.DossierCode;
import vn.sohoa.dossier.Handling;
import vn.sohoa.dossier.Problem;

/** Joins what was said of a dossier with what lies in its folder. */
final class DeliveryReader {
    private DeliveryReader() {}

    /** The delivery; it counts only if no fault was added. */
    static Optional<Delivery> read(FolderListing listing, BoxManifest box, Faults faults) throws IOException {
        for (Path strange : listing.strange()) {
            faults.add(Problem.FILE_REFUSED, Names.shown(strange));
        }
        Map<String, FolderListing.Entry> files = listing.papers(faults);
        Optional<Manifest> manifest = manifest(listing, box, faults);
        if (manifest.isEmpty()) {
            return Optional.empty();
        }
        List<DeliveredPaper> papers = papers(manifest.get(), files, faults);
        if (papers.isEmpty()) {
            if (faults.none()) {
                faults.add(Problem.FILE_MISSING, "thư mục không có tệp nào");
            }
            return Optional.empty();
        }
        return Optional.of(new Delivery(
                listing.folder(), manifest.get().dossier(), manifest.get().handling(), papers));
    }

    private static Optional<Manifest> manifest(FolderListing listing, BoxManifest box, Faults faults)
            throws IOException {
        String name = Names.of(listing.folder()).strip();
        Optional<FolderListing.Entry> own = listing.manifest();
        if (own.isPresent()) {
            Optional<Manifest> manifest = ManifestReader.read(own.get().path(), faults);
            manifest.map(m -> m.dossier().code().value())
                    .filter(code -> CodeFormat.HOSO.holds(name) && !code.equals(name))
                    .ifPresent(code -> faults.add(
                            Problem.MANIFEST_INVALID,
                            "mã hồ sơ trong tệp kê khai là " + code + ", tên thư mục là " + name));
            return manifest;
        }
        if (box.mayDescribe(name)) {
            return box.manifest(name, faults);
        }
        if (!CodeFormat.HOSO.holds(name)) {
            faults.add(Problem.DOSSIER_CODE_INVALID, "tên thư mục: " + Names.shown(name));
            return Optional.empty();
        }
        DossierCode code = new DossierCode(name);
        return Optional.of(new Manifest(
                new Dossier(code, null, null, null, null, null, code.agency(), code.agency(), null),
                Handling.NONE,
                List.of()));
    }

    private static List<DeliveredPaper> papers(
            Manifest manifest, Map<String, FolderListing.Entry> files, Faults faults) {
        Map<String, FolderListing.Entry> unnamed = new LinkedHashMap<>(files);
        List<DeliveredPaper> papers = new ArrayList<>();
        for (Manifest.Line line : manifest.papers()) {
            FolderListing.Entry entry = unnamed.remove(line.file());
            if (entry == null) {
                faults.add(Problem.FILE_MISSING, Names.shown(line.file()));
            } else {
                papers.add(paper(line, entry, true));
            }
        }
        unnamed.values().forEach(entry -> papers.add(paper(Manifest.Line.of(entry.name()), entry, false)));
        return papers;
    }

    private static DeliveredPaper paper(Manifest.Line line, FolderListing.Entry entry, boolean declared) {
        return new DeliveredPaper(
                entry.path(),
                entry.name(),
                line.title(),
                line.copy(),
                line.showOnly(),
                line.result(),
                line.pages(),
                declared,
                line.handling());
    }
}
