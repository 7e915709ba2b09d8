package vn.sohoa.report;

import vn.sohoa.dossier.Language;

/** What a reader of figures must know besides. A note travels as its name and what it is about, for every language. */
public enum Note {
    CLOSED_DIFFERS(
            "Số liệu đã chốt. Hôm nay có %s hồ sơ khác với lúc chốt; xem lại bằng cách mở kỳ rồi chốt lại.",
            "Closed figures. Today %s dossiers differ from what was closed; re-open and close again to take them in."),
    FIGURES_DIFFER(
            "Tính lại từ dữ kiện đã chốt (lần %s) ra số khác với số đã ghi: phần mềm đã đổi cách tính, báo kỹ thuật.",
            "Counted again from the frozen facts (turn %s) the figures differ from those kept: tell the technicians."),
    OVERLAPS_CLOSED(
            "Kỳ này chứa hoặc nằm trong kỳ đã chốt (%s); số ở đây tính theo dữ liệu hôm nay.",
            "This period overlaps closed ones (%s); the figures here are those of today."),
    POINTS_UNCONFIRMED(
            "Cách chia 22 điểm, thang điểm 4.1 và 4.4 và ngưỡng màu chưa được xác nhận; sửa trong jobs/reference/indicators.yml.%s",
            "The split of the 22 points, the scale of 4.1 and 4.4 and the colours are unconfirmed: jobs/reference/indicators.yml.%s");

    private final String vietnamese;
    private final String english;

    Note(String vietnamese, String english) {
        this.vietnamese = vietnamese;
        this.english = english;
    }

    String with(Object about) {
        return name() + ":" + about;
    }

    /** The sentence of a note that a report carries. */
    public static String told(String note, Language language) {
        int colon = note.indexOf(':');
        Note which = valueOf(note.substring(0, colon));
        return (language == Language.VI ? which.vietnamese : which.english).formatted(note.substring(colon + 1));
    }
}
