package vn.sohoa.workflow.acceptance;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.Problem;
import vn.sohoa.quality.QualityProfile;
import vn.sohoa.quality.QualityProfiles;
import vn.sohoa.quality.TextAccuracy;

/** Compares the texts a checker corrected with what the machine read, which is fetched anew from the store. */
@Component
public class MeasureAccuracy {
    private final DrawSample texts;
    private final QualityProfiles profiles;

    public MeasureAccuracy(DrawSample texts, QualityProfiles profiles) {
        this.texts = texts;
        this.profiles = profiles;
    }

    /** Problems: CONFIGURATION_INVALID for a profile without a bar, NOT_FOUND for a page that is no longer there. */
    public AccuracyReport measure(Path folder, String profileId) {
        QualityProfile profile = profiles.profile(profileId);
        Double bar = profile.textAccuracyPercent();
        if (bar == null) {
            throw new DigitisationException(
                    Problem.CONFIGURATION_INVALID,
                    profileId + ": textAccuracyPercent; có ở: "
                            + profiles.all().stream()
                                    .filter(each -> each.textAccuracyPercent() != null)
                                    .map(QualityProfile::id)
                                    .collect(Collectors.joining(", ")));
        }
        SampleFolder given = new SampleFolder(folder);
        AcceptanceSample sample = given.sample();
        List<AccuracyReport.Line> lines = sample.pages().stream()
                .map(page -> new AccuracyReport.Line(
                        page, given.truth(page).map(truth -> TextAccuracy.of(read(page), truth))))
                .toList();
        return AccuracyReport.of(sample, profile.label(), bar, lines);
    }

    private String read(AcceptanceSample.Drawn page) {
        return texts.read(DocumentId.parse(page.document()), page.page())
                .orElseThrow(
                        () -> new DigitisationException(Problem.NOT_FOUND, page.document() + " trang " + page.page()));
    }
}
