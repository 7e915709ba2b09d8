package vn.sohoa.catalog;

import java.util.List;

/** Looks for rows that contradict each other. Read-only. */
public interface CatalogCheck {

    /**
     * Rows without their parent, papers stored without code or master, two papers with one code, receipts that differ from
     * their paper, gaps or breaks in the chain of history, runs left open, events of unknown papers.
     *
     * @return one line for each, with ids and no personal data; empty if all is well
     */
    List<String> violations();
}
