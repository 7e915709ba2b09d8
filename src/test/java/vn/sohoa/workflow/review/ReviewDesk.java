package vn.sohoa.workflow.review;

import java.time.Clock;
import vn.sohoa.catalog.TestCatalog;
import vn.sohoa.extraction.Extraction;
import vn.sohoa.reading.DocumentReader;
import vn.sohoa.storage.ObjectStore;
import vn.sohoa.workflow.LearnedThresholds;
import vn.sohoa.workflow.Masters;

/** The desk of review, put together for tests of other packages. */
public final class ReviewDesk {
    public final ReviewQueue queue;
    public final ShowReview show;
    public final DecideReview decide;
    public final ConfirmField confirm;
    public final CropDoubts crops;
    public final DuplicateDesk duplicates;
    public final OwnerLinkDesk owners;

    public ReviewDesk(
            TestCatalog rows,
            ObjectStore store,
            Masters masters,
            DocumentReader reader,
            Extraction extraction,
            Clock clock) {
        Doubts doubts = new Doubts(extraction, new ReviewSettings(60, 80, 50), LearnedThresholds.none());
        ReviewTexts texts = new ReviewTexts(store);
        Corrections corrections = new Corrections(extraction, rows.reviewBook(), masters, reader, texts);
        queue = new ReviewQueue(rows.catalog(), rows.reviewBook(), doubts);
        show = new ShowReview(rows.catalog(), rows.reviewBook(), rows.auditTrail(), doubts, texts, extraction, clock);
        decide = new DecideReview(rows.catalog(), rows.reviewBook(), corrections, doubts, texts, clock);
        confirm = new ConfirmField(rows.catalog(), rows.reviewBook(), decide);
        crops = new CropDoubts(masters, reader);
        duplicates = new DuplicateDesk(rows.catalog(), rows.duplicateBook(), rows.auditTrail(), clock);
        owners = new OwnerLinkDesk(rows.ownerLinkBook(), clock);
    }
}
