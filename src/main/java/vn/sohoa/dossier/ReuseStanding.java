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
    REVOKED;

    /** Whether whoever has used the paper has to be told. */
    public boolean isWithdrawn() {
        return this == SUSPECT || this == SUPERSEDED || this == REVOKED;
    }

    /**
     * Where a stored paper stands after its signature was judged anew. A bad signature withdraws it, a doubt keeps it from
     * becoming more; nothing but a whole check that ends well makes it a candidate, and what a person has set aside stays so.
     */
    public ReuseStanding after(SignatureVerdict verdict) {
        return switch (this) {
            case UNDETERMINED ->
                switch (verdict) {
                    case HOP_LE -> CANDIDATE;
                    case KHONG_HOP_LE -> SUSPECT;
                    case CAN_XEM_XET, KHONG_CO_CHU_KY -> UNDETERMINED;
                };
            case CANDIDATE ->
                switch (verdict) {
                    case HOP_LE, KHONG_CO_CHU_KY -> CANDIDATE;
                    case KHONG_HOP_LE -> SUSPECT;
                    case CAN_XEM_XET -> UNDETERMINED;
                };
            // approved by a person: a doubt that may pass keeps it from being used, the approval waits
            case VERIFIED -> verdict == SignatureVerdict.KHONG_HOP_LE ? SUSPECT : VERIFIED;
            case SUSPECT, SUPERSEDED, REVOKED -> this;
        };
    }
}
