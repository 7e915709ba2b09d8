package vn.sohoa.dossier;

import java.text.Normalizer;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The written forms of the codes on administrative papers: one pattern each, and the checks beyond the pattern (real dates,
 * lengths, check digits). Values are made NFC and trimmed, then the whole string must match.
 */
@SuppressWarnings("ImmutableEnumChecker") // the predicates hold no state
public enum CodeFormat {
    /** Agency id: level-1 code, then dotted groups, at most 35 characters (Decision 20/2020/QĐ-TTg, Article 4). */
    AGENCY_QD20("^(?=.{3,35}$)(?<l1>[A-Y]\\d{2})(?:\\.[0-9A-Z]+)*$"),
    /** Older exchange form, level-1 code last (Circular 10/2016/TT-BTTTT). */
    AGENCY_OLD("^\\d{3}\\.\\d{2}\\.\\d{2}\\.(?<l1>[A-Y]\\d{2})$"),
    /** Other organisations (Decision 20/2020/QĐ-TTg, Article 6). */
    ORG_SCHEME("^Z\\d{2}[0-9A-Z.\\-]{1,32}$"),
    /** Procedure code (mã TTHC); two procedures are the same when {@code base} is. */
    TTHC("^(?<base>[1-9]\\.\\d{6})(?:\\.(?<unit>\\d{3}\\.\\d{2}\\.\\d{2}\\.[A-Y]\\d{2}|[A-Y]\\d{2}(?:\\.\\d{2,3})*))?"
            + "(?:\\.(?<svc>\\d{2}))?$"),
    /** Dossier code (mã hồ sơ; Circular 01/2018/TT-VPCP, Article 19). */
    HOSO(
            "^(?<agency>\\d{3}\\.\\d{2}\\.\\d{2}\\.[A-Y]\\d{2}|[A-Y]\\d{2}(?:\\.[0-9A-Z]+)*)-"
                    + "(?<d>\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01]))-(?<seq>\\d{4,7})$",
            m -> RealDates.yyMMdd(m.group("d"))),
    /** Code of an electronic result (Decree 45/2020/NĐ-CP, Article 14.3). */
    KETQUA_HS("^(?<hs>.+-\\d{6}-\\d{4,7})-KQ\\(?(?<n>\\d{1,3})\\)?$", CodeFormat::resultOfADossier),
    /** Type of result (loại kết quả). */
    LOAI_KQ("^KQ\\.(?<l1>[A-Y]\\d{2})\\.(?<n>\\d{6})$"),
    /** Field of procedures (lĩnh vực). */
    LINHVUC("^(?<l1>[A-Y]\\d{2})-(?<lv>[0-9A-Z\\p{Lu}]{2,10})$"),
    /** Code of a digitised document, at most 30 characters (letter 7197/BKHCN-CĐSQG, 2.4). */
    DOCCODE(
            "^(?<org>[A-Y]\\d{2}(?:\\.[0-9A-Z]+)*)_(?<lv>[\\p{L}]{1,5})_(?<stt>\\d{5,6})_V(?<v>[1-9]\\d*)$",
            m -> m.group().length() <= 30),
    /** File name of a digitised document (letter 7197/BKHCN-CĐSQG, 2.4). */
    FILENAME7197(
            "^(?<code>[A-Y]\\d{2}(?:\\.[0-9A-Z]+)*_[\\p{L}]{1,5}_\\d{5,6}_V[1-9]\\d*)_(?<d>\\d{8})"
                    + "(?:_(?<desc>[\\p{Alnum}\\-]+))?\\.(?<ext>[A-Za-z0-9]{2,5})$",
            m -> RealDates.yyyyMMdd(m.group("d"))),
    /** File name in the archive (Circular 05/2025/TT-BNV, Article 8.1d). */
    FILENAME_TT05("^(?<hs>[0-9A-Z][0-9A-Z.\\-]*?)\\.(?<stt>\\d{3,7})\\.(?i:pdf)$"),
    /** 12-digit personal id (số định danh cá nhân). */
    CITIZEN("^(?<prov>0\\d{2})(?<g>\\d)(?<yy>\\d{2})(?<r>\\d{6})$"),
    /** Old 9-digit card number (CMND): an alias only. */
    CMND9("^\\d{9}$"),
    /** Tax number, with an optional branch. The check digit is checked on the digits alone. */
    MST("^(\\d{10})(?:-?(\\d{3}))?$"),
    /** Number and symbol of a state document (số, ký hiệu; Decree 30/2020/NĐ-CP). */
    SOKH("^(?:S[ốo]\\s*:\\s*)?(?<so>\\d{1,5}[a-zđ]?)\\s*(?:/\\s*(?<nam>\\d{4}))?\\s*/\\s*"
            + "(?<kh>[A-ZĐ][\\p{L}\\p{N}]*(?:[-&.][\\p{L}\\p{N}]+)*)$"),
    /** Number and symbol of a party document. */
    SOKH_DANG("^(?<so>\\d{1,5})-(?<loai>[A-ZĐ]{1,4})/(?<cq>[\\p{Lu}\\p{N}\\-]+)$"),
    /** Place and date line (địa danh, ngày tháng; Decree 30/2020/NĐ-CP). */
    DIADANH_NGAY(
            "^(?<dd>[\\p{L} .'\\-]+?),?\\s*ng[àa]y\\s+(?<d>\\d{1,2})\\s+th[áa]ng\\s+(?<m>\\d{1,2})\\s+n[ăa]m\\s+(?<y>\\d{4})$",
            m -> RealDates.of(m.group("y"), m.group("m"), m.group("d"))),
    /** Serial number of a land certificate (số phát hành). */
    GCN_SO("^(?<s>[A-ZĐ]{1,2})\\s?(?<n>\\d{6,8})$"),
    /** Register number of a land certificate (số vào sổ); only beside its label. */
    GCN_VAOSO("^(?<p>CH|CS|CT|VP|BC|H|TH)?[.\\s]?(?<n>\\d{1,6})(?:/(?<x>[\\p{L}\\p{N}.\\-]+))?$"),
    /** Entry number in a civil-status book (hộ tịch); only beside its label. */
    HOTICH_SO("^(?<n>\\d{1,5})(?:/(?<y>\\d{4}))?(?:[/\\-](?<k>TLKT|TLKS|TLKH|XNTTHN|KS|KH)(?:-BS)?)?$"),
    /** QR code of an identity card. */
    CCCD_QR(
            "^(?<id>\\d{12})\\|(?<cmnd>\\d{9})?\\|(?<ten>[^|]+)\\|(?<ns>\\d{8})\\|(?<gt>Nam|Nữ)\\|(?<dc>[^|]*)\\|"
                    + "(?<nc>\\d{8})?.*$",
            m -> RealDates.ddMMyyyy(m.group("ns")) && (m.group("nc") == null || RealDates.ddMMyyyy(m.group("nc"))));

    private final Pattern pattern;
    private final Predicate<Matcher> check;

    CodeFormat(String regex) {
        this(regex, m -> true);
    }

    CodeFormat(String regex, Predicate<Matcher> check) {
        this.pattern = Pattern.compile(regex);
        this.check = check;
    }

    /** Whether the written form is this one; says nothing of dates and check digits. */
    public boolean matches(String value) {
        return pattern.matcher(normal(value)).matches();
    }

    /** Whether form, dates, lengths and check digits all hold. */
    public boolean holds(String value) {
        return match(value).isPresent();
    }

    /** The named parts of a value that holds. */
    public Optional<Matcher> match(String value) {
        String text = this == MST ? normal(value).replaceAll("[\\s.\\-]", "") : normal(value);
        Matcher matcher = pattern.matcher(text);
        boolean holds = matcher.matches() && (this == MST ? TaxCode.checkDigitHolds(text) : check.test(matcher));
        return holds ? Optional.of(matcher) : Optional.empty();
    }

    private static boolean resultOfADossier(Matcher m) {
        boolean opened = m.group().contains("KQ(");
        return opened == m.group().endsWith(")") && HOSO.holds(m.group("hs"));
    }

    private static String normal(String value) {
        return Normalizer.normalize(value, Normalizer.Form.NFC).strip();
    }
}
