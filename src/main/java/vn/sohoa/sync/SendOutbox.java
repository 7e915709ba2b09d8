package vn.sohoa.sync;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.catalog.DocumentFilter;
import vn.sohoa.catalog.Outbox;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.Dossier;
import vn.sohoa.dossier.DossierCode;

/** Tells the portal about dossiers with newly stored papers; repeating does no harm. */
public final class SendOutbox {
    private static final int BATCH = 500;

    private final Outbox outbox;
    private final Catalog catalog;
    private final SyncClient client;

    SendOutbox(Outbox outbox, Catalog catalog, SyncClient client) {
        this.outbox = outbox;
        this.catalog = catalog;
        this.client = client;
    }

    /** Sends all that waits; gives the number of payloads. */
    public int send() {
        int sent = 0;
        for (List<Outbox.Event> events = next(); !events.isEmpty(); events = next()) {
            Set<DossierCode> dossiers = events.stream()
                    .flatMap(event -> catalog.document(event.document()).stream())
                    .map(Document::dossier)
                    .collect(Collectors.toSet());
            for (DossierCode code : dossiers) {
                send(catalog.dossier(code).orElseThrow());
                sent++;
            }
            outbox.sent(
                    Outbox.Topic.PORTAL, events.stream().map(Outbox.Event::id).toList());
        }
        return sent;
    }

    private List<Outbox.Event> next() {
        return outbox.unsent(Outbox.Topic.PORTAL, BATCH);
    }

    private void send(Dossier dossier) {
        List<Document> stored = catalog.documents(DocumentFilter.ofDossier(dossier.code())).stream()
                .filter(paper -> paper.status() == DigitisationStatus.STORED)
                .toList();
        client.send(dossier.code().value(), SyncPayload.of(dossier, stored));
    }
}
