package vn.sohoa.extraction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.sohoa.dossier.CodeFormat;
import vn.sohoa.dossier.ExtractedValue;
import vn.sohoa.dossier.FieldName;
import vn.sohoa.dossier.OwnerId;
import vn.sohoa.page.QrPayload;

/** Values of QR codes: identity cards, and papers issued by a system (Circular 01/2023/TT-VPCP). A machine proof: 100. */
final class QrValues {
    private static final Pattern TIME = Pattern.compile("((?:19|20)\\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])\\d{6}");

    private final Pattern separator;

    QrValues(String separator) {
        this.separator = Pattern.compile(separator);
    }

    /** Values by field name; the first code that gives a field wins. */
    List<ExtractedValue> read(List<List<QrPayload>> pages) {
        Map<String, ExtractedValue> values = new LinkedHashMap<>();
        for (int page = 1; page <= pages.size(); page++) {
            for (QrPayload code : pages.get(page - 1)) {
                int number = page;
                parts(code.text())
                        .forEach((field, value) -> values.putIfAbsent(
                                field,
                                new ExtractedValue(
                                        field, code.text(), value, number, code.box(), 100, ExtractedValue.Method.QR)));
            }
        }
        return new ArrayList<>(values.values());
    }

    private Map<String, String> parts(String text) {
        Optional<Matcher> card = CodeFormat.CCCD_QR.match(text);
        return card.isPresent() ? identity(card.get()) : systemPaper(text);
    }

    private static Map<String, String> identity(Matcher card) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(FieldName.OWNER_ID, card.group("id"));
        values.put(FieldName.OWNER_NAME, card.group("ten").strip());
        values.put("birthDate", iso(card.group("ns")));
        values.put("sex", card.group("gt"));
        values.put("address", card.group("dc").strip());
        if (card.group("cmnd") != null) {
            values.put("oldId", card.group("cmnd"));
        }
        if (card.group("nc") != null) {
            values.put(FieldName.ISSUED_DATE, iso(card.group("nc")));
        }
        return values;
    }

    /** Parts are known by their form, since their order is not laid down; without a dossier or procedure code it is not ours. */
    private Map<String, String> systemPaper(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String raw : separator.split(text)) {
            String part = raw.strip();
            Matcher time = TIME.matcher(part);
            if (CodeFormat.HOSO.holds(part)) {
                values.putIfAbsent("dossierCode", part);
            } else if (CodeFormat.TTHC.holds(part)) {
                values.putIfAbsent("procedureCode", part);
            } else if (time.matches()) {
                values.putIfAbsent(FieldName.ISSUED_DATE, time.group(1) + "-" + time.group(2) + "-" + time.group(3));
            } else {
                OwnerId.find(part).ifPresent(id -> values.putIfAbsent(FieldName.OWNER_ID, id.value()));
            }
        }
        return values.containsKey("dossierCode") || values.containsKey("procedureCode") ? values : Map.of();
    }

    private static String iso(String ddMMyyyy) {
        return ddMMyyyy.substring(4) + "-" + ddMMyyyy.substring(2, 4) + "-" + ddMMyyyy.substring(0, 2);
    }
}
