package vn.sohoa.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.sohoa.reuse.PaperSearch;

class SearchHitsTest {

    @Test
    void aGreatManyHitsAreTheSameWhateverAnIndexCounted() {
        assertThat(new SearchHits(SearchHits.COUNTED + 7L, List.of()))
                .isEqualTo(new SearchHits(SearchHits.COUNTED, List.of()));
    }

    @Test
    void aTotalThatWasCountedToItsEndIsExact() {
        assertThat(new PaperSearch.Found(SearchHits.COUNTED - 1L, List.of()).exact())
                .isTrue();
        assertThat(new PaperSearch.Found(SearchHits.COUNTED, List.of()).exact()).isFalse();
    }
}
