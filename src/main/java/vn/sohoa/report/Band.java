package vn.sohoa.report;

import vn.sohoa.dossier.Language;

/** The colour of a figure against its target (màu). The word always stands beside the colour. */
public enum Band {
    GREEN("Xanh", "Green", "#1b7a3d"),
    YELLOW("Vàng", "Yellow", "#e3b505"),
    ORANGE("Cam", "Orange", "#e8751a"),
    RED("Đỏ", "Red", "#c0262d"),
    /** No figure, or no target. */
    NONE("–", "–", "#8a8f98");

    private final String vietnamese;
    private final String english;
    private final String colour;

    Band(String vietnamese, String english, String colour) {
        this.vietnamese = vietnamese;
        this.english = english;
        this.colour = colour;
    }

    public String title(Language language) {
        return language == Language.VI ? vietnamese : english;
    }

    /** For drawing, as {@code #rrggbb}. */
    public String colour() {
        return colour;
    }
}
