package vn.sohoa.catalog;

/**
 * The door through which runs are begun: one process at a time may be inside, whichever machine it is on, and whoever is
 * outside can ask it to stop.
 *
 * <p>Problems: DATABASE_UNAVAILABLE.
 */
public interface RunDoor {

    /**
     * Enters; false if another living process is inside. The place is given back by {@link #leave}, or by the database when this
     * process dies. Inside already: true.
     */
    boolean enter();

    /** Whether this process is inside still: the place is lost with the connection to the database. */
    boolean inside();

    /** Goes out; outside already: nothing happens. */
    void leave();

    /** Whether whoever is inside is the only process that can work on papers, so that every claim found was left by the dead. */
    boolean alone();

    /** Leaves word for a run: begin no further paper. */
    void requestStop(long run);

    /** Whether somebody has asked the run to stop since it last began. */
    boolean stopRequested(long run);
}
