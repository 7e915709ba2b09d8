package vn.sohoa.reuse;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How long one kind of paper holds for one procedure, while the rule is in force.
 *
 * @param procedure base code, or {@code *} for all that have no rule of their own
 * @param amount days or months, 0 for the other kinds
 * @param purposeLimited whether the paper serves only the purpose written on it
 * @param from first day of submission the rule is for
 * @param to last day, or null
 * @param marks ages at which an {@link Kind#AGE_MARKS} paper ends
 * @param leadYears a paper issued within so many years before a mark reaches to the next
 * @param events kinds of paper that end this one when they are on file of the same owner, and from when
 * @param confirmed false: the period forbids, but never allows without an officer; null is true
 */
record ValidityRule(
        @JsonProperty(required = true) String type,
        @JsonProperty(required = true) String procedure,
        @JsonProperty(required = true) Kind kind,
        @JsonProperty(required = true) int amount,
        @JsonProperty(required = true) boolean purposeLimited,
        @JsonProperty(required = true) LocalDate from,
        @Nullable LocalDate to,
        @JsonProperty(required = true) String basis,
        @Nullable List<Integer> marks,
        @Nullable Integer leadYears,
        @Nullable Map<String, Effect> events,
        @Nullable Boolean confirmed) {
    static final String ANY = "*";
    private static final Pattern BASE = Pattern.compile("[1-9]\\.\\d{6}");

    /** How validity is counted. */
    enum Kind {
        /** {@code amount} days from the date of issue. */
        DAYS,
        /** {@code amount} months from the date of issue. */
        MONTHS,
        /** The same, or until an event on the owner if that comes earlier. */
        MONTHS_OR_EVENT,
        /** Until the owner reaches the next of certain ages (Law on Identity 26/2023/QH15, Article 21). */
        AGE_MARKS,
        /** Until a newer paper of the same kind and owner. */
        UNTIL_SUPERSEDED,
        /** No term of its own. */
        NONE
    }

    /** What a paper about an event means for the one judged. */
    enum Effect {
        /** Ends it if issued later: the paper is made on the day of the event. */
        FROM_ITS_DATE,
        /** Ends it whenever it was issued. */
        ALWAYS,
        /** Issued later, it may tell of an earlier event, such as an extract of a book: an officer looks. */
        ASK
    }

    ValidityRule {
        require(type, "type");
        require(procedure, "procedure");
        require(kind, "kind");
        require(from, "from");
        require(basis, "basis");
        if (!procedure.equals(ANY) && !BASE.matcher(procedure).matches()) {
            throw new IllegalArgumentException("procedure " + procedure + ": a base code such as 1.004873, or *");
        }
        boolean counted = kind == Kind.DAYS || kind == Kind.MONTHS || kind == Kind.MONTHS_OR_EVENT;
        if (counted != (amount > 0)) {
            throw new IllegalArgumentException("amount " + amount + " of " + kind + " for " + type);
        }
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("to " + to + " before from " + from + " for " + type);
        }
        marks = marks == null ? List.of() : List.copyOf(marks);
        boolean rising = marks.stream().allMatch(mark -> mark > 0)
                && List.copyOf(new TreeSet<>(marks)).equals(marks);
        boolean aged = kind == Kind.AGE_MARKS;
        if (aged == marks.isEmpty() || aged == (leadYears == null) || !rising || (leadYears != null && leadYears < 0)) {
            throw new IllegalArgumentException("marks " + marks + ", leadYears " + leadYears + " of " + kind);
        }
        events = events == null ? Map.of() : Map.copyOf(events);
        if (kind == Kind.MONTHS_OR_EVENT && events.isEmpty()) {
            throw new IllegalArgumentException("events of " + kind + " for " + type);
        }
    }

    private static void require(@Nullable Object value, String name) {
        if (value == null || value.toString().isBlank()) {
            throw new IllegalArgumentException(name + " is missing");
        }
    }

    Map<String, Effect> ends() {
        return events == null ? Map.of() : events;
    }

    boolean isConfirmed() {
        return confirmed == null || confirmed;
    }

    /** Whether the date of issue decides. */
    boolean isTimed() {
        return amount > 0 || kind == Kind.AGE_MARKS;
    }

    /** Whether the owner's date of birth decides as well. */
    boolean isAged() {
        return kind == Kind.AGE_MARKS;
    }

    /**
     * The last day on which a paper issued on {@code issued} holds; empty if it has no end.
     *
     * @param birth of the owner; only {@link #isAged} rules look at it
     */
    Optional<LocalDate> lastDay(LocalDate issued, LocalDate birth) {
        return switch (kind) {
            case DAYS -> Optional.of(issued.plusDays(amount));
            case MONTHS, MONTHS_OR_EVENT -> Optional.of(issued.plusMonths(amount));
            case AGE_MARKS -> nextMark(issued, birth);
            case UNTIL_SUPERSEDED, NONE -> Optional.empty();
        };
    }

    private Optional<LocalDate> nextMark(LocalDate issued, LocalDate birth) {
        int lead = leadYears == null ? 0 : leadYears;
        return (marks == null ? List.<Integer>of() : marks)
                .stream()
                        .filter(mark -> issued.isBefore(birth.plusYears(mark - lead)))
                        .map(birth::plusYears)
                        .findFirst();
    }

    /** Whether somebody who hands in on that day is judged by this rule. */
    boolean inForce(LocalDate on) {
        return !on.isBefore(from) && (to == null || !on.isAfter(to));
    }

    /** Whether both are for the same case on some day. */
    boolean clashes(ValidityRule other) {
        boolean same = type.equals(other.type) && procedure.equals(other.procedure);
        return same && (inForce(other.from) || other.inForce(from));
    }

    /** The rule in one line, for the decision: {@code TYPE/PROCEDURE KIND AMOUNT from DAY}. */
    String label() {
        return type + "/" + procedure + " " + kind + (amount > 0 ? " " + amount : "") + " from " + from;
    }
}
