package vn.sohoa.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the form of the rules does not show: all faults together. */
final class RulesCheck {
    private RulesCheck() {}

    static List<String> faults(
            String formula,
            BigDecimal groupMaximum,
            BigDecimal knee,
            List<IndicatorRules.Weight> indicators,
            List<IndicatorRules.Target> targets,
            List<IndicatorRules.Block> blocks) {
        List<String> faults = new ArrayList<>();
        if (!formula.equals(Indicator.FORMULA)) {
            faults.add("formula: chỉ biết " + Indicator.FORMULA + ", không biết " + formula);
        }
        if (knee.signum() <= 0 || knee.compareTo(BigDecimal.ONE) > 0) {
            faults.add("knee phải lớn hơn 0 và không quá 1: " + knee);
        }
        indicators(groupMaximum, indicators, faults);
        targets.forEach(each -> target(each, faults));
        Set<String> codes = new HashSet<>();
        blocks.stream()
                .filter(each -> !codes.add(each.code()))
                .forEach(each -> faults.add("hai lần khối " + each.code()));
        return faults;
    }

    private static void indicators(
            BigDecimal groupMaximum, List<IndicatorRules.Weight> indicators, List<String> faults) {
        List<String> given =
                indicators.stream().map(IndicatorRules.Weight::code).sorted().toList();
        List<String> wanted =
                java.util.Arrays.stream(Indicator.values()).map(Indicator::code).toList();
        if (!given.equals(wanted)) {
            faults.add("indicators phải có đúng " + wanted + ", không phải " + given);
        }
        BigDecimal sum =
                indicators.stream().map(IndicatorRules.Weight::maximum).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(groupMaximum) != 0) {
            faults.add("tổng maximum là " + sum + ", groupMaximum là " + groupMaximum);
        }
        indicators.stream()
                .filter(each -> each.maximum().signum() < 0)
                .forEach(each -> faults.add("maximum của " + each.code() + " âm"));
    }

    private static void target(IndicatorRules.Target target, List<String> faults) {
        String which = "targets " + target.year() + " " + target.unit() + " " + target.indicator();
        if (!target.indicator().equals("*") && Indicator.of(target.indicator()).isEmpty()) {
            faults.add(which + ": không có chỉ số này");
        }
        boolean falling = target.green().compareTo(target.yellow()) >= 0
                && target.yellow().compareTo(target.orange()) >= 0
                && target.orange().signum() >= 0
                && target.green().compareTo(BigDecimal.ONE) <= 0
                && target.target().signum() >= 0
                && target.target().compareTo(BigDecimal.ONE) <= 0;
        if (!falling) {
            faults.add(which + ": cần 1 >= green >= yellow >= orange >= 0 và target từ 0 đến 1");
        }
    }
}
