package vn.sohoa.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.sohoa.intake.BatchCut.Reason.BLANK_SHEET;
import static vn.sohoa.intake.BatchCut.Reason.FIRST_PAGE;
import static vn.sohoa.intake.BatchCut.Reason.OFFICER;
import static vn.sohoa.intake.BatchCut.Reason.SEPARATOR_SHEET;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageText;
import vn.sohoa.page.QrPayload;

class BatchSplitterTest {
    private static final BatchSplitter.Page BLANK =
            new BatchSplitter.Page(true, List.of(), Optional.of(PageText.empty(PageText.Source.OCR)));
    private static final BatchSplitter.Page SHEET = sheet(SeparatorSheet.PAYLOAD);

    private static BatchSplitter.Page sheet(String code) {
        return new BatchSplitter.Page(false, List.of(new QrPayload(code, Box.NONE)), Optional.empty());
    }

    private static BatchSplitter.Page page(String... lines) {
        return new BatchSplitter.Page(false, List.of(), Optional.of(TextPages.page(lines)));
    }

    private static BatchSplitter.Page first() {
        return page(
                "ỦY BAN NHÂN DÂN|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                "PHƯỜNG ĐÔNG HƯNG|Độc lập - Tự do - Hạnh phúc",
                "Số: 12/QĐ-UBND|Đông Hưng, ngày 05 tháng 11 năm 2026",
                "QUYẾT ĐỊNH",
                "Về việc cấp giấy phép",
                "Căn cứ Luật Xây dựng năm 2014;",
                "Theo đề nghị của Phòng Kinh tế.",
                "Điều 1. Cấp giấy phép.",
                "Điều 2. Hiệu lực.",
                "Điều 3. Thi hành.",
                "Nơi nhận: Như Điều 3.",
                "CHỦ TỊCH");
    }

    private static BatchSplitter.Page next() {
        return page("2", "Điều 4. Văn phòng có trách nhiệm thi hành Quyết định này.", "Điều 5. Hiệu lực.", "CHỦ TỊCH");
    }

    private static BatchPlan plan(BatchSplitter.Page... pages) {
        return BatchSplitter.propose(Arrays.asList(pages));
    }

    @Test
    void separatorSheetsPartPapersAndBelongToNone() {
        BatchPlan plan = plan(first(), next(), SHEET, first(), SHEET, SHEET, next());

        assertThat(plan.sheets()).containsExactly(3, 5, 6);
        assertThat(plan.cuts())
                .extracting(BatchCut::page, BatchCut::reason, BatchCut::certainty)
                .containsExactly(tuple(4, SEPARATOR_SHEET, 100), tuple(7, SEPARATOR_SHEET, 100));
        assertThat(plan.papers())
                .extracting(BatchPlan.Paper::first, BatchPlan.Paper::last)
                .containsExactly(tuple(1, 2), tuple(4, 4), tuple(7, 7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PATCHT", "Patch T", "SOHOA:TACH:1", " sohoa:tach:1 "})
    void sheetsOfOtherMakersCount(String code) {
        assertThat(plan(next(), sheet(code), next()).sheets()).containsExactly(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SOHOA:TACH:2", "PATCH", "https://example.vn/PATCHT", "H15.12-261102-0042|1.004873"})
    void otherCodesPartNothing(String code) {
        assertThat(plan(next(), sheet(code), next()).sheets()).isEmpty();
    }

    @Test
    void sheetsAtTheEndsAndTheirBlankBacksLeaveNoEmptyPaper() {
        BatchPlan plan = plan(SHEET, BLANK, first(), SHEET, BLANK, BLANK, first(), SHEET);

        assertThat(plan.sheets()).containsExactly(1, 2, 4, 5, 6, 8);
        assertThat(plan.papers())
                .extracting(BatchPlan.Paper::first, BatchPlan.Paper::last)
                .containsExactly(tuple(3, 3), tuple(7, 7));
        assertThat(plan(SHEET, BLANK).papers()).isEmpty();
    }

    @Test
    void aFirstPageIsProposedWithItsReason() {
        assertThat(plan(first(), next(), first(), next()).cuts())
                .extracting(BatchCut::page, BatchCut::reason, BatchCut::certainty)
                .containsExactly(tuple(3, FIRST_PAGE, 100));
    }

    @Test
    void anAnnexOrAnOrdinaryPageIsNoFirstPage() {
        BatchSplitter.Page annex = page(
                "PHỤ LỤC I",
                "(Kèm theo Quyết định số 12/QĐ-UBND ngày 05 tháng 11 năm 2026)",
                "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                "Độc lập - Tự do - Hạnh phúc",
                "ĐƠN ĐỀ NGHỊ");
        BatchSplitter.Page mentions = page(
                "việc in dòng chữ Cộng hòa xã hội chủ nghĩa Việt Nam trên mẫu",
                "theo quy định tại số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020",
                "và các văn bản khác có liên quan.");
        assertThat(plan(first(), annex, mentions, next()).cuts()).isEmpty();
    }

    @Test
    void lettersThatRecognitionGotWrongDoNotHideAFirstPage() {
        BatchSplitter.Page worn = page(
                "CỌNG HÒA XA HÔI CHỦ NGHIA VIET NAM",
                "Độc lâp - Tự dọ - Hanh phúc",
                "TỜ KHAI ĐĂNG KÝ KHAI SINH",
                "Kính gửi: Ủy ban nhân dân phường",
                "Họ và tên:",
                "Ngày sinh:",
                "Nơi cư trú:",
                "Đề nghị cơ quan đăng ký.");
        assertThat(plan(next(), worn).cuts()).extracting(BatchCut::reason).containsExactly(FIRST_PAGE);
    }

    @Test
    void blankPagesAreAHintAndNoMore() {
        List<BatchCut> cuts = plan(first(), BLANK, next(), BLANK, BLANK, next()).cuts();
        assertThat(cuts)
                .extracting(BatchCut::page, BatchCut::reason)
                .containsExactly(tuple(3, BLANK_SHEET), tuple(6, BLANK_SHEET));
        assertThat(cuts).allMatch(cut -> cut.certainty() < BatchSplitter.LIKELY);
        assertThat(cuts.get(1).certainty()).isGreaterThan(cuts.get(0).certainty());
    }

    @Test
    void anOfficerMovesCutsButNoSheets() {
        BatchPlan plan = plan(first(), next(), first(), SHEET, next()).with(List.of(new BatchCut(2, OFFICER, 100)));
        assertThat(plan.papers())
                .extracting(BatchPlan.Paper::first, BatchPlan.Paper::last, BatchPlan.Paper::reason)
                .containsExactly(tuple(1, 1, SEPARATOR_SHEET), tuple(2, 3, OFFICER), tuple(5, 5, SEPARATOR_SHEET));
    }

    @Test
    void everyPageIsInOnePaperOrASheet() {
        java.util.Random random = new java.util.Random(20261122);
        for (int round = 0; round < 500; round++) {
            BatchSplitter.Page[] pages = new BatchSplitter.Page[1 + random.nextInt(12)];
            BatchSplitter.Page[] kinds = {SHEET, BLANK, first(), next()};
            Arrays.setAll(pages, i -> kinds[random.nextInt(kinds.length)]);
            BatchPlan plan = plan(pages);
            List<Integer> seen = new java.util.ArrayList<>(plan.sheets());
            plan.papers().forEach(paper -> {
                for (int page = paper.first(); page <= paper.last(); page++) {
                    seen.add(page);
                }
            });
            assertThat(seen.stream().sorted())
                    .as("round " + round)
                    .hasSize(pages.length)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void aPaperThatLooksLikeSeveralIsTold() {
        List<PageText> texts = List.of(
                first().text().orElseThrow(),
                next().text().orElseThrow(),
                first().text().orElseThrow());
        assertThat(BatchSplitter.firstPages(texts)).containsExactly(3);
        assertThat(BatchSplitter.firstPages(texts.subList(0, 2))).isEmpty();
    }
}
