package vn.sohoa.quality;

import java.util.ArrayList;
import java.util.List;
import vn.sohoa.dossier.PageFault;
import vn.sohoa.dossier.Problem;
import vn.sohoa.page.PageMeasurements;

/** Finds pages that were scanned twice, by how their ink lies. Doubles come soon after one another: a feeder does that. */
public final class SamePages {
    private static final int REACH = 6;

    private SamePages() {}

    /** One soft fault for each later twin. */
    static List<PageFault> faults(List<PageMeasurements> pages, double percent) {
        List<PageFault> faults = new ArrayList<>();
        for (int i = 1; i < pages.size(); i++) {
            for (int j = Math.max(0, i - REACH); j < i; j++) {
                if (likeness(pages.get(i).marks().print(), pages.get(j).marks().print()) >= percent / 100) {
                    faults.add(new PageFault(i + 1, Problem.PAGE_DOUBLE, false, List.of(Integer.toString(j + 1))));
                    break;
                }
            }
        }
        return faults;
    }

    /** 1 for the same ink everywhere, falling with the ink that is not in both; 0 where one is blank. */
    public static double likeness(String a, String b) {
        if (a.isEmpty() || a.length() != b.length()) {
            return 0;
        }
        double both = 0;
        double either = 0;
        for (int i = 0; i < a.length(); i++) {
            int x = a.charAt(i) - 'A';
            int y = b.charAt(i) - 'A';
            both += Math.min(x, y);
            either += Math.max(x, y);
        }
        return either == 0 ? 0 : both / either;
    }
}
