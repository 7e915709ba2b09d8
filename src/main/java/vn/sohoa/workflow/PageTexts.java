package vn.sohoa.workflow;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import vn.sohoa.page.PageText;

/** The page texts of a paper as one JSON object in the store (văn bản nhận dạng). */
public final class PageTexts {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PageTexts() {}

    private record Pages(List<PageText> pages) {}

    static byte[] write(List<PageText> pages) {
        return JSON.writeValueAsBytes(new Pages(pages));
    }

    /** What was written so. */
    public static List<PageText> read(byte[] json) {
        return JSON.readValue(json, Pages.class).pages();
    }
}
