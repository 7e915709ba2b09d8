package vn.sohoa.signing;

/** What a trust anchor vouches for. One that vouches for time does not vouch for signers, and the other way round. */
public enum AnchorPurpose {
    /** Signers of agencies: the government's own certification authority (chứng thư số chuyên dùng công vụ). */
    AGENCY_CA,
    /** Other signers: licensed public certification authorities. */
    PUBLIC_CA,
    /** Time-stamp authorities. */
    TSA
}
