package vn.sohoa.workflow;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.sohoa.dossier.Language;
import vn.sohoa.reading.ReadingSettings;
import vn.sohoa.signing.AnchorPurpose;
import vn.sohoa.signing.TrustState;
import vn.sohoa.signing.network.CheckedClock;
import vn.sohoa.workflow.CheckReadiness.Check;

/** What verdicts on signatures rest on: anchors with an index that two people stand for, and a clock. */
@Component
@Order(5)
final class TrustCheck implements EngineCheck {
    private static final int TOLD = 5;

    private final ObjectProvider<ReadingSettings> settings;
    private final ObjectProvider<CheckedClock> checkedClock;
    private final Clock clock;

    TrustCheck(ObjectProvider<ReadingSettings> settings, ObjectProvider<CheckedClock> checkedClock, Clock clock) {
        this.settings = settings;
        this.checkedClock = checkedClock;
        this.clock = clock;
    }

    @Override
    public String engine() {
        return "trust";
    }

    @Override
    public void ask() {
        TrustState.of(settings.getObject().trust(), clock.instant());
    }

    @Override
    public List<Check> examine(Language language) {
        return Engines.examined(engine(), language, () -> {
            TrustState state = TrustState.of(settings.getObject().trust(), clock.instant());
            List<Check> checks = new ArrayList<>();
            checks.add(new Check("trust", true, counts(state, language)));
            if (!state.lapsed().isEmpty()) {
                checks.add(new Check("trust.lapsed", true, told(state.lapsed())));
            }
            if (!state.lapsing().isEmpty()) {
                checks.add(new Check("trust.lapsing", true, told(state.lapsing())));
            }
            if (!state.unlisted().isEmpty()) {
                checks.add(new Check("trust.unlisted", true, told(state.unlisted())));
            }
            if (!state.algorithms().isEmpty()) {
                checks.add(new Check("trust.algorithms", true, told(state.algorithms())));
            }
            if (!state.aged().isEmpty()) {
                checks.add(new Check("trust.aged", true, told(state.aged())));
            }
            CheckedClock.State time = checkedClock.getObject().state();
            checks.add(new Check("trust.clock", time.trusted(), time.why()));
            return checks;
        });
    }

    /** What a trust folder states, in one line. */
    static String summary(TrustState state, Language language) {
        String algorithms = state.algorithms().isEmpty() ? "" : "; algorithms.yml: " + told(state.algorithms());
        return counts(state, language) + algorithms;
    }

    private static String counts(TrustState state, Language language) {
        String counts = "AGENCY_CA " + state.count().get(AnchorPurpose.AGENCY_CA)
                + ", PUBLIC_CA " + state.count().get(AnchorPurpose.PUBLIC_CA)
                + ", TSA " + state.count().get(AnchorPurpose.TSA)
                + ", " + state.anchors().substring(0, 12);
        String trial = language == Language.VI
                ? "; CHẠY THỬ: không có index.yml, mọi chứng thư trong thư mục được tin cho mọi việc"
                : "; TRIAL: no index.yml, every certificate of the folder is trusted for everything";
        return counts + (state.trial() ? trial : "");
    }

    private static String told(List<String> names) {
        String some = String.join("; ", names.subList(0, Math.min(TOLD, names.size())));
        return names.size() > TOLD ? some + "; … " + names.size() : some;
    }
}
