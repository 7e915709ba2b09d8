package vn.sohoa.workflow.review;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.sohoa.dossier.Document;
import vn.sohoa.page.PageText;
import vn.sohoa.storage.ObjectKey;
import vn.sohoa.storage.ObjectRole;
import vn.sohoa.storage.ObjectStore;
import vn.sohoa.workflow.PageTexts;

/** The text of a paper as it was read. */
@Component
class ReviewTexts {
    private final ObjectStore store;

    ReviewTexts(ObjectStore store) {
        this.store = store;
    }

    /** Empty where none was kept. */
    List<PageText> of(Document paper) {
        return paper.object(ObjectRole.TEXT.name())
                .map(text -> PageTexts.read(store.read(new ObjectKey(text.key()), text.sha256())))
                .orElse(List.of());
    }
}
