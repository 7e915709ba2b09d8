package vn.sohoa.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;

class PageSpoolTest {

    @Test
    void givesBackPagesFromMemoryAndFromDiskAlike() {
        List<PageReading> pages = new ArrayList<>();
        List<PageSpool.Kept> kept = new ArrayList<>();
        try (PageSpool spool = new PageSpool(1 << 20, 200)) {
            for (int number = 1; number <= 50; number++) {
                Word word = new Word("Tờ số " + number, new Box(number, 2, 3, 4), 91, 0);
                PageText words = new PageText(PageText.Source.OCR, List.of(word), 0);
                PageReading page = new PageReading(number, null, words, List.of(), null);
                pages.add(page);
                kept.add(spool.keep(page, PageCodec.write(page)));
            }
            SpooledPages all = new SpooledPages(kept, spool);
            assertThat(all).isEqualTo(pages);
            assertThat(all.get(49)).isEqualTo(pages.get(49)).isNotSameAs(pages.get(49));
        }
    }

    @Test
    void countsWhatAllReadersOfAFileAnswer() {
        try (PageSpool spool = new PageSpool(100)) {
            spool.count(60);
            assertThat(spool.room()).isEqualTo(40);
            spool.count(60);
            assertThat(spool.room()).isZero();
        }
    }

    @Test
    void doesNotHandOutPagesOnceItIsClosed() {
        PageReading page = new PageReading(1, null, null, List.of(), null);
        PageSpool spool = new PageSpool(100, 0);
        PageSpool.Kept kept = spool.keep(page, PageCodec.write(page));
        spool.close();

        assertThatThrownBy(kept::page).isInstanceOf(DigitisationException.class);
    }
}
