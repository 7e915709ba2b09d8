package vn.sohoa.signing;

import eu.europa.esig.dss.enumerations.Level;
import eu.europa.esig.dss.policy.jaxb.Algo;
import eu.europa.esig.dss.policy.jaxb.AlgoExpirationDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sohoa.signing.Algorithms.Entry;

/** Brings the ends that an operator has stated into the dates of a validation policy; none of those is put off. Stateless. */
final class AgedPolicy {

    private AgedPolicy() {}

    static void age(AlgoExpirationDate dates, Algorithms stated) {
        String update = dates.getUpdateDate();
        for (Algo algo : dates.getAlgos()) { // of what ends later the policy only warns
            if (algo.getDate() != null && algo.getDate().compareTo(update) > 0) {
                algo.setDate(null);
            }
        }
        dates.setLevelAfterUpdate(Level.FAIL);
        for (Entry entry : stated.algorithms()) {
            if (entry.digest() != null) {
                dates.getAlgos().stream()
                        .filter(algo -> algo.getValue().equals(entry.digest()))
                        .forEach(algo -> end(algo, entry));
            } else if (entry.bits() != null) {
                keys(dates.getAlgos(), entry, entry.bits());
            }
        }
    }

    /** A length counts from where it is named to the next longer one that is named. */
    private static void keys(List<Algo> algorithms, Entry entry, int bits) {
        List<Algo> same = algorithms.stream()
                .filter(algo -> algo.getValue().equals(entry.key()))
                .filter(algo -> algo.getSize() != null && algo.getSize() <= bits + 1)
                .sorted(Comparator.comparing(Algo::getSize))
                .toList();
        if (same.isEmpty()) {
            return; // not acceptable at any length
        }
        Algo longest = same.get(same.size() - 1);
        if (longest.getSize() <= bits) {
            algorithms.add(algo(entry, bits + 1, longest.getDate()));
        }
        same.stream().filter(algo -> algo.getSize() <= bits).forEach(algo -> end(algo, entry));
    }

    private static Algo algo(Entry entry, int bits, @Nullable String date) {
        Algo algo = new Algo();
        algo.setValue(entry.key());
        algo.setSize(bits);
        algo.setDate(date);
        return algo;
    }

    private static void end(Algo algo, Entry entry) {
        String stated = entry.trustedUntil().toString();
        if (algo.getDate() == null || algo.getDate().compareTo(stated) > 0) {
            algo.setDate(stated);
        }
    }
}
