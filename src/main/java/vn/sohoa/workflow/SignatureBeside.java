package vn.sohoa.workflow;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.SignatureReport;
import vn.sohoa.signing.DetachedSignatures;
import vn.sohoa.storage.ObjectKey;
import vn.sohoa.storage.ObjectRole;
import vn.sohoa.storage.ObjectStore;

/** Judges the signature that lies beside a master. It was made in this house; the master is hashed and not opened. */
@Component
class SignatureBeside {
    private final ObjectStore store;
    private final Masters masters;
    private final SigningDesk desk;
    private final Clock clock;

    SignatureBeside(ObjectStore store, Masters masters, SigningDesk desk, Clock clock) {
        this.store = store;
        this.masters = masters;
        this.desk = desk;
        this.clock = clock;
    }

    Optional<SignatureReport> check(Document paper) {
        return paper.object(ObjectRole.SIGNATURE.name()).map(signature -> {
            Path copy = masters.fresh(".p7s");
            try {
                store.copyTo(new ObjectKey(signature.key()), signature.sha256(), copy);
                Path trust = desk.settings().trust();
                return masters.with(paper, master -> DetachedSignatures.check(copy, master, trust, clock));
            } finally {
                Masters.remove(copy);
            }
        });
    }
}
