package vn.sohoa.extraction;

/** How a paper was copied, by what the copying office adds to it (hình thức sao, Decree 30/2020/NĐ-CP, Article 25; chứng thực bản sao). */
public enum CopyMark {
    /** Nothing says that it is a copy. */
    NONE,
    /** Sao y: the whole paper. */
    SAO_Y,
    /** Trích sao: a part of it. */
    TRICH_SAO,
    /** Sao lục: a copy of a copy. */
    SAO_LUC,
    /** Bản sao chứng thực on paper. */
    CHUNG_THUC,
    /** Bản sao điện tử được chứng thực. */
    CHUNG_THUC_DIEN_TU
}
