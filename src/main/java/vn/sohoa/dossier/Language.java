package vn.sohoa.dossier;

/** The languages of screens, help and messages. */
public enum Language {
    VI,
    EN
}
