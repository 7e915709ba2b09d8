package vn.sohoa.reuse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a judgement has found so far: each reason once, in the order found, and the evidence by name. */
record Findings(List<ReuseReason> reasons, Map<String, String> evidence) {

    Findings() {
        this(new ArrayList<>(), new LinkedHashMap<>());
    }

    void add(ReuseReason reason) {
        if (!reasons.contains(reason)) {
            reasons.add(reason);
        }
    }

    void note(String name, String value) {
        evidence.put(name, value);
    }
}
