package vn.sohoa.reuse;

import java.nio.file.Path;
import java.util.List;
import vn.sohoa.catalog.ReuseEntry;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.SignatureVerdict;

/** Use cases of the room on a real catalogue and a real store, for the tests of its faces. */
public final class ReuseFixture implements AutoCloseable {
    private final Shelf shelf;

    public ReuseFixture(Path folder) {
        shelf = new Shelf(folder);
    }

    public FindReusable find() {
        return shelf.find;
    }

    public PrecheckProcedure precheck() {
        return shelf.precheck;
    }

    public DeliverReusable deliver() {
        return shelf.deliver;
    }

    public OwnerStore owners() {
        return shelf.owners;
    }

    public ReuseLedger ledger() {
        return shelf.ledger;
    }

    public WithdrawReusable withdraw() {
        return shelf.withdraw;
    }

    /** Puts a birth certificate on the shelf, approved and soundly signed, of the owner 001085000123. */
    public Document birthCertificate() {
        return shelf.put("khai-sinh.pdf", Held.paper("khai-sinh.pdf"), SignatureVerdict.HOP_LE);
    }

    /** Who took the paper, as the book of reuse has it. */
    public List<String> reusers(Document paper) {
        return shelf.rows.reuseBook().of(paper.id()).stream()
                .map(ReuseEntry::officer)
                .toList();
    }

    @Override
    public void close() {
        shelf.close();
    }
}
