package vn.sohoa.workflow;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.catalog.DocumentFilter;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.StoredObject;
import vn.sohoa.storage.ObjectKey;
import vn.sohoa.storage.ObjectStore;

/** Re-reads every object that the catalogue names and compares its hash (kiểm tra toàn vẹn; Circular 05/2025, Article 29). */
@Component
public class VerifyFixity {
    private final Catalog catalog;
    private final ObjectStore store;

    VerifyFixity(Catalog catalog, ObjectStore store) {
        this.catalog = catalog;
        this.store = store;
    }

    /** An object that is missing or changed, with its place. */
    public record Damage(String document, String role, String key, boolean missing) {}

    /** @param checked objects read */
    public record Report(int checked, List<Damage> damages) {}

    public Report verify() {
        int checked = 0;
        List<Damage> damages = new ArrayList<>();
        for (Document paper : catalog.documents(DocumentFilter.ALL)) {
            for (StoredObject object : paper.objects()) {
                checked++;
                check(paper, object, damages);
            }
        }
        return new Report(checked, damages);
    }

    private void check(Document paper, StoredObject object, List<Damage> damages) {
        ObjectKey key = new ObjectKey(object.key());
        try {
            store.read(key, object.sha256());
        } catch (DigitisationException broken) {
            damages.add(new Damage(paper.id().toString(), object.role(), object.key(), !store.contains(key)));
        }
    }
}
