package vn.sohoa.workflow;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.sohoa.codes.AddressToday;
import vn.sohoa.codes.AdministrativeUnits;
import vn.sohoa.dossier.ExtractedValue;

/** Puts beside each printed address the unit that it lies in today, with the day of that mapping; how far it goes is said. */
@Component
class Addresses {
    private final AdministrativeUnits units;
    private final Clock clock;

    Addresses(AdministrativeUnits units, Clock clock) {
        this.units = units;
        this.clock = clock;
    }

    /** {@code address} keeps what is printed; {@code addressToday}, {@code addressTodaySince}, {@code addressTodayLevel} are added. */
    List<ExtractedValue> withUnits(List<ExtractedValue> values) {
        List<ExtractedValue> all = new ArrayList<>(values);
        LocalDate today = LocalDate.now(clock);
        for (ExtractedValue value : values) {
            if (value.field().matches("\\w*[aA]ddress")) {
                AddressToday unit = units.resolve(value.value(), today);
                if (!unit.text().isEmpty()) {
                    all.add(beside(value, "Today", unit.text()));
                }
                if (unit.since() != null) {
                    all.add(beside(value, "TodaySince", String.valueOf(unit.since())));
                }
                all.add(beside(value, "TodayLevel", unit.level().name()));
            }
        }
        return all;
    }

    private static ExtractedValue beside(ExtractedValue printed, String what, String value) {
        return new ExtractedValue(
                printed.field() + what,
                printed.raw(),
                value,
                printed.page(),
                printed.box(),
                printed.confidence(),
                printed.method());
    }
}
