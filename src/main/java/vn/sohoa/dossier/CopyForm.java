package vn.sohoa.dossier;

/** What the paper is, as the manifest declares it. */
public enum CopyForm {
    /** Bản chính. */
    ORIGINAL,
    /** Bản sao issued from the register (trích lục, sao y of the issuing agency). */
    COPY,
    /** Bản chụp: out of scope. */
    PHOTOCOPY,
    /** Bản sao chứng thực on paper: out of scope. */
    CERTIFIED_COPY
}
