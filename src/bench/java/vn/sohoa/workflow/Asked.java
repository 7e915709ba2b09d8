package vn.sohoa.workflow;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.sohoa.codes.AdministrativeUnits;
import vn.sohoa.dossier.Person;
import vn.sohoa.dossier.Sha256;
import vn.sohoa.extraction.Extraction;
import vn.sohoa.intake.BatchSplitter;
import vn.sohoa.page.PageText;
import vn.sohoa.page.QrPayload;
import vn.sohoa.quality.PageNumbers;
import vn.sohoa.reading.DocumentReading;
import vn.sohoa.reading.PageReading;

/** What the step of understanding asks a person about a paper, as {@link ExtractData} decides it. */
public final class Asked {
    private final Understanding understanding;
    private final RunPolicy policy;

    public Asked(Path reference, Clock clock, RunPolicy policy) {
        this.understanding = new Understanding(
                Extraction.load(reference, clock), LearnedThresholds.none(), new Addresses(AdministrativeUnits.load(reference), clock));
        this.policy = policy;
    }

    /** The problem and its detail; empty if the paper goes on by itself. @param owner whom the dossier names */
    public Optional<String> about(List<PageText> pages, List<List<QrPayload>> qr, Optional<Person> owner) {
        List<PageReading> read = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            read.add(new PageReading(i + 1, null, pages.get(i), i < qr.size() ? qr.get(i) : List.of(), null));
        }
        DocumentReading reading = new DocumentReading(Sha256.of(new byte[0]), "image/jpeg", read.size(), read, null, 0);
        Understanding.Found found = understanding.of(
                reading, pages, owner.map(DeclaredOwner::of).orElseGet(DeclaredOwner::nobody), policy);
        if (found.scope().isPresent()) {
            return Optional.empty(); // out of scope: nobody is asked
        }
        return Stream.of(
                        BatchSplitter.firstPages(pages).isEmpty() ? Optional.<String>empty() : Optional.of("MANY_PAPERS "),
                        found.doubt().map(doubt -> doubt.problem() + " " + doubt.detail()),
                        PageNumbers.gap(pages).map(gap -> gap.problem() + " "))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
