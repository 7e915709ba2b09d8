package vn.sohoa.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.sohoa.dossier.AgencyCode;
import vn.sohoa.dossier.CodeFormat;
import vn.sohoa.dossier.CopyForm;
import vn.sohoa.dossier.Dossier;
import vn.sohoa.dossier.DossierCode;
import vn.sohoa.dossier.Handling;
import vn.sohoa.dossier.OwnerId;
import vn.sohoa.dossier.PaperHandling;
import vn.sohoa.dossier.Person;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.ProcedureCode;

/**
 * Turns the texts of one manifest, whichever form it has, into values, noting each fault with its place. Blank is absent. Faults
 * quote codes and dates; never numbers of persons.
 *
 * @param source gives text and place of a key, or empty
 */
record ManifestFields(Function<String, Optional<Text>> source, Faults faults) {
    private static final DateTimeFormatter SLASHED =
            DateTimeFormatter.ofPattern("d/M/uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final int LONGEST_TITLE = 500;

    /** A text and where it stands, such as "dossier.json, dòng 3, cột 12". */
    record Text(String value, String place) {}

    Optional<Dossier> dossier(String codeKey, String ownerIdKey, String ownerNameKey) {
        DossierCode code = dossierCode(codeKey);
        ProcedureCode procedure =
                value("procedure", CodeFormat.TTHC::holds, ProcedureCode::new, "không phải mã thủ tục");
        String procedureName = text("procedureName").map(Text::value).orElse(null);
        Person owner = owner(ownerIdKey, ownerNameKey);
        LocalDate received = date("received");
        LocalDate due = date("due");
        AgencyCode receiving = agency("receivingUnit");
        AgencyCode processing = agency("processingUnit");
        AgencyCode issuing = agency("issuingUnit");
        if (code == null) {
            return Optional.empty();
        }
        AgencyCode own = code.agency();
        return Optional.of(new Dossier(
                code,
                procedure,
                procedureName,
                owner,
                received,
                due,
                receiving == null ? own : receiving,
                processing == null ? own : processing,
                issuing));
    }

    /** How the dossier is handled. @param flag a yes or no by its key, null where none is said */
    Handling handling(Function<String, @Nullable Boolean> flag, List<String> dataSources) {
        Integer state = value(
                "state", v -> v.matches("[1-9]|10"), Integer::valueOf, "state (TrangThaiHoSo) phải là số từ 1 đến 10");
        return new Handling(
                date("finished"),
                date("returned"),
                oneOf("channel", Handling.Channel.class),
                state,
                text("fieldCode").map(Text::value).orElse(null),
                text("fieldName").map(Text::value).orElse(null),
                oneOf("ownerType", Handling.OwnerType.class),
                flag.apply("vneid"),
                flag.apply("paidOnline"),
                dataSources);
    }

    private PaperHandling handling(BiFunction<String, Boolean, Boolean> flag) {
        PaperHandling.Reuse reuse = oneOf("reuse", PaperHandling.Reuse.class);
        return new PaperHandling(
                text("component").map(Text::value).orElse(null),
                reuse == null ? PaperHandling.Reuse.NONE : reuse,
                flag.apply("nationalStore", false),
                text("replacesResult").map(Text::value).orElse(null));
    }

    /** The paper of these fields; empty when its file name cannot be used. */
    Optional<Manifest.Line> paper(BiFunction<String, Boolean, Boolean> flag) {
        Text file = text("file").orElse(null);
        if (file == null) {
            faults.add(Problem.MANIFEST_INVALID, "giấy tờ không có \"file\"");
            return Optional.empty();
        }
        String title = text("title").map(Text::value).orElse(Names.nfc(file.value()));
        String shortTitle = title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title;
        CopyForm copy = oneOf("copy", CopyForm.class);
        Manifest.Line line = new Manifest.Line(
                Names.nfc(file.value()),
                shortTitle,
                copy == null ? CopyForm.ORIGINAL : copy,
                flag.apply("showOnly", false),
                flag.apply("result", false),
                pages(),
                handling(flag));
        if (Names.hasPathParts(file.value()) || Names.ignored(file.value())) {
            faults.add(Problem.FILE_REFUSED, file.place() + ": không phải tên tệp: " + Names.shown(file.value()));
            return Optional.empty();
        }
        return Optional.of(line);
    }

    Optional<Text> text(String key) {
        return source.apply(key)
                .map(t -> new Text(Names.nfc(t.value()).strip(), t.place()))
                .filter(t -> !t.value().isEmpty());
    }

    private @Nullable DossierCode dossierCode(String key) {
        Text text = text(key).orElse(null);
        if (text == null) {
            faults.add(Problem.DOSSIER_CODE_INVALID, "bản kê khai không có mã hồ sơ (\"" + key + "\")");
            return null;
        }
        if (!CodeFormat.HOSO.holds(text.value())) {
            faults.add(Problem.DOSSIER_CODE_INVALID, text.place() + ": " + Names.shown(text.value()));
            return null;
        }
        return new DossierCode(text.value());
    }

    private @Nullable Person owner(String idKey, String nameKey) {
        Text id = text(idKey).orElse(null);
        String name = text(nameKey).map(Text::value).orElse("");
        if (id == null) {
            return name.isEmpty() ? null : new Person(null, name);
        }
        OwnerId owner = OwnerId.find(id.value()).orElse(null);
        if (owner == null) {
            faults.add(
                    Problem.MANIFEST_INVALID,
                    id.place() + ": số định danh của chủ hồ sơ không đúng dạng ("
                            + id.value().length() + " ký tự)");
        }
        return new Person(owner, name);
    }

    private @Nullable AgencyCode agency(String key) {
        return value(
                key,
                v -> CodeFormat.AGENCY_QD20.holds(v)
                        || CodeFormat.AGENCY_OLD.holds(v)
                        || CodeFormat.ORG_SCHEME.holds(v),
                AgencyCode::new,
                key + " không phải mã định danh cơ quan");
    }

    private @Nullable LocalDate date(String key) {
        return value(
                key,
                v -> parsed(v).isPresent(),
                v -> parsed(v).orElseThrow(),
                key + " phải là ngày có thật, dạng 2026-01-05 hoặc 05/01/2026");
    }

    private OptionalInt pages() {
        Integer pages = value("pages", v -> v.matches("[1-9]\\d{0,4}"), Integer::valueOf, "pages phải là số từ 1");
        return pages == null ? OptionalInt.empty() : OptionalInt.of(pages);
    }

    private <T> @Nullable T value(String key, Predicate<String> holds, Function<String, T> make, String fault) {
        Text text = text(key).orElse(null);
        if (text == null) {
            return null;
        }
        if (!holds.test(text.value())) {
            faults.add(Problem.MANIFEST_INVALID, text.place() + ": " + fault + ": " + Names.shown(text.value()));
            return null;
        }
        return make.apply(text.value());
    }

    private <E extends Enum<E>> @Nullable E oneOf(String key, Class<E> type) {
        E[] known = type.getEnumConstants();
        return value(
                key,
                v -> Arrays.stream(known).anyMatch(each -> each.name().equals(v)),
                v -> Enum.valueOf(type, v),
                key + " phải là một trong " + Arrays.toString(known));
    }

    private static Optional<LocalDate> parsed(String text) {
        DateTimeFormatter form = text.contains("/") ? SLASHED : DateTimeFormatter.ISO_LOCAL_DATE;
        try {
            return Optional.of(LocalDate.parse(text, form));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
