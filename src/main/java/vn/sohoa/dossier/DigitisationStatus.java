package vn.sohoa.dossier;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Where a paper waits on its way through the four legal steps, capture → extract → assign code → store (Circular
 * 01/2023/TT-VPCP, Article 7). The table of allowed moves is here and nowhere else. Whether a stored paper may be used again
 * is another question: {@link ReuseStanding}.
 */
public enum DigitisationStatus {
    /** Bytes are safe, nothing was looked at. */
    RECEIVED("Đã tiếp nhận", "Received"),
    /** Scan accepted (sao chụp). */
    CAPTURED("Đã sao chụp", "Captured"),
    /** Type and fields known (bóc tách). */
    EXTRACTED("Đã bóc tách dữ liệu", "Extracted"),
    /** Code assigned (cấp mã). */
    CODED("Đã cấp mã", "Coded"),
    /** Stored for reuse (lưu). */
    STORED("Đã lưu", "Stored"),
    /** A person has to look at type or values (kiểm tra, hiệu đính). */
    IN_REVIEW("Chờ kiểm tra", "In review"),
    /** To be scanned again. */
    NEEDS_RESCAN("Cần quét lại", "To scan again"),
    /** The scanning officer's signature is missing (Circular 01/2023/TT-VPCP, Article 8). */
    AWAITING_SIGNATURE("Chờ ký số", "To be signed"),
    /** Must not be digitised; the reason is coded. */
    OUT_OF_SCOPE("Ngoài phạm vi số hóa", "Out of scope"),
    /** Set aside: unreadable, dangerous or secret. */
    QUARANTINED("Cách ly", "Quarantined");

    private static final Map<DigitisationStatus, Set<DigitisationStatus>> MOVES = moves();

    private final String vietnamese;
    private final String english;

    DigitisationStatus(String vietnamese, String english) {
        this.vietnamese = vietnamese;
        this.english = english;
    }

    public String label(Language language) {
        return language == Language.VI ? vietnamese : english;
    }

    /** The word on screens and reports. */
    public String vietnamese() {
        return vietnamese;
    }

    /** Whether a paper may go from here to there in one move. */
    public boolean mayBecome(DigitisationStatus next) {
        return MOVES.getOrDefault(this, Set.of()).contains(next);
    }

    /**
     * The move itself.
     *
     * @throws IllegalStateException naming both statuses when the table forbids it
     */
    public DigitisationStatus become(DigitisationStatus next) {
        if (!mayBecome(next)) {
            throw new IllegalStateException("a paper that is " + this + " cannot become " + next);
        }
        return next;
    }

    /** Whether the next run has something to do for such a paper. */
    public boolean waitsForMachine() {
        return switch (this) {
            case RECEIVED, CAPTURED, EXTRACTED, CODED -> true;
            case STORED, IN_REVIEW, NEEDS_RESCAN, AWAITING_SIGNATURE, OUT_OF_SCOPE, QUARANTINED -> false;
        };
    }

    /** Whether a person has something to do for such a paper. */
    public boolean waitsForPeople() {
        return switch (this) {
            case IN_REVIEW, NEEDS_RESCAN, AWAITING_SIGNATURE, QUARANTINED -> true;
            case RECEIVED, CAPTURED, EXTRACTED, CODED, STORED, OUT_OF_SCOPE -> false;
        };
    }

    private static Map<DigitisationStatus, Set<DigitisationStatus>> moves() {
        Map<DigitisationStatus, Set<DigitisationStatus>> moves = new EnumMap<>(DigitisationStatus.class);
        moves.put(RECEIVED, EnumSet.of(CAPTURED, OUT_OF_SCOPE, AWAITING_SIGNATURE, NEEDS_RESCAN, QUARANTINED));
        // certified copies, identity cards and blank sheets are known only when the page has been read
        moves.put(CAPTURED, EnumSet.of(EXTRACTED, IN_REVIEW, OUT_OF_SCOPE, NEEDS_RESCAN, QUARANTINED));
        moves.put(IN_REVIEW, EnumSet.of(EXTRACTED, NEEDS_RESCAN, OUT_OF_SCOPE, QUARANTINED));
        moves.put(EXTRACTED, EnumSet.of(CODED, IN_REVIEW, QUARANTINED));
        moves.put(CODED, EnumSet.of(STORED, QUARANTINED));
        moves.put(OUT_OF_SCOPE, EnumSet.of(RECEIVED));
        moves.put(AWAITING_SIGNATURE, EnumSet.of(RECEIVED));
        moves.put(NEEDS_RESCAN, EnumSet.of(RECEIVED));
        moves.put(QUARANTINED, EnumSet.of(RECEIVED));
        return moves;
    }
}
