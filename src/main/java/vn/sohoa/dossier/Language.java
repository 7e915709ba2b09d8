package vn.sohoa.dossier;

import java.util.Locale;

/** The languages of screens, help and messages. */
public enum Language {
    VI,
    EN;

    /** English where it is asked for, else Vietnamese. */
    public static Language of(Locale locale) {
        return locale.getLanguage().equals("en") ? EN : VI;
    }
}
