package vn.sohoa.catalog;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that an indicator asks about one dossier: codes and yes or no, nothing of persons. The three units are three fields, since
 * each indicator says which one it counts by.
 *
 * @param procedure empty where no manifest names it
 * @param received NgayTiepNhan, in Asia/Ho_Chi_Minh
 * @param issuing empty where no manifest names it
 * @param finished ngày kết thúc xử lý, or null
 */
public record CaseFacts(
        String dossier,
        String procedure,
        LocalDate received,
        String receiving,
        String processing,
        String issuing,
        @Nullable LocalDate finished,
        Set<Mark> marks) {
    private static final String BREAK = ";";
    private static final int FIELDS = 8;

    public CaseFacts {
        marks = Set.copyOf(marks);
    }

    /** What holds for a dossier. The letter stands for it in {@link #line()} and never changes. */
    public enum Mark {
        /** At least one component is digitised: it went all four legal steps. */
        COMPONENT_DIGITISED('C'),
        /** Its result is digitised, or came as an electronic one. */
        RESULT_DIGITISED('R'),
        /** At least one component was used again: by our book of reuse, or as the sender declares. */
        REUSED('U'),
        /** At least one component came from the national store (DuocLayTuKhoDMQG). */
        NATIONAL_STORE('N'),
        /** The portal has taken the link of the result's file. */
        RESULT_PUSHED('P'),
        /** Handling has ended: a day is declared, or there is a result. */
        SOLVED('S'),
        /** Its procedure must return a paper, by the catalogue of procedures on the day of receipt. */
        PAPER_RESULT('K'),
        /** Its procedure returns no paper, by the same. Neither: the catalogue does not know the procedure. */
        NO_PAPER_RESULT('O');

        private final char letter;

        Mark(char letter) {
            this.letter = letter;
        }
    }

    public boolean has(Mark mark) {
        return marks.contains(mark);
    }

    /** The same with one mark more. */
    public CaseFacts with(Mark mark) {
        Set<Mark> more = EnumSet.of(mark);
        more.addAll(marks);
        return new CaseFacts(dossier, procedure, received, receiving, processing, issuing, finished, more);
    }

    /** One line, the same for the same facts, for ever: kept and hashed with a closed period. */
    public String line() {
        String letters = Arrays.stream(Mark.values())
                .filter(marks::contains)
                .map(mark -> String.valueOf(mark.letter))
                .collect(Collectors.joining());
        return String.join(
                BREAK,
                List.of(
                        dossier,
                        procedure,
                        received.toString(),
                        receiving,
                        processing,
                        issuing,
                        finished == null ? "" : finished.toString(),
                        letters));
    }

    /** Reads {@link #line()}. */
    public static CaseFacts parse(String line) {
        String[] parts = line.split(BREAK, -1);
        if (parts.length != FIELDS) {
            throw new IllegalArgumentException("facts of " + parts.length + " fields");
        }
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        for (Mark mark : Mark.values()) {
            if (parts[FIELDS - 1].indexOf(mark.letter) >= 0) {
                marks.add(mark);
            }
        }
        return new CaseFacts(
                parts[0],
                parts[1],
                LocalDate.parse(parts[2]),
                parts[3],
                parts[4],
                parts[5],
                parts[6].isEmpty() ? null : LocalDate.parse(parts[6]),
                marks);
    }
}
