package vn.sohoa.dossier;

/** Whether a stored paper may be offered for reuse: an axis of its own beside the status. */
public enum ReuseStanding {
    /** Nothing is known yet. */
    UNDETERMINED,
    /** The machine found nothing wrong. */
    CANDIDATE,
    /** A second person has approved it. */
    VERIFIED,
    /** Withdrawn until somebody has looked. */
    SUSPECT,
    /** A newer paper has taken its place. */
    SUPERSEDED,
    /** The issuing agency has withdrawn it. */
    REVOKED
}
