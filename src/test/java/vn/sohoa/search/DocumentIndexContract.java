package vn.sohoa.search;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sohoa.search.Papers.paper;

import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sohoa.dossier.AgencyScope;

/** What every document index must hold. */
abstract class DocumentIndexContract {
    @TempDir
    Path folder;

    DocumentIndex index;

    abstract DocumentIndex open();

    @BeforeEach
    void openIndex() {
        index = open();
    }

    @AfterEach
    void closeIndex() {
        index.close();
    }

    @Nested
    class Words {

        @ParameterizedTest
        @CsvSource({"vi-VN, NFC", "vi-VN, NFD", "tr-TR, NFC", "tr-TR, NFD"})
        void areFoundWithAndWithoutAccentsInAnySpellingOfUnicode(String language, Normalizer.Form form) {
            Locale before = Locale.getDefault();
            Locale.setDefault(Locale.forLanguageTag(language));
            try {
                put(paper("d1", to(form, "Hợp đồng mua bán NHÀ ĐẤT tại Đà Nẵng")));
                put(paper("d2", to(form, "GIẤY KHAI SINH IN LẠI")));
                for (Normalizer.Form asked : List.of(Normalizer.Form.NFC, Normalizer.Form.NFD)) {
                    assertThat(find(to(asked, "Đà Nẵng"))).containsExactly("d1");
                    assertThat(find(to(asked, "nhà đất"))).containsExactly("d1");
                    assertThat(find(to(asked, "Giấy khai sinh in lại"))).containsExactly("d2");
                }
                assertThat(find("da nang")).containsExactly("d1");
                assertThat(find("DA NANG NHA DAT")).containsExactly("d1");
                assertThat(find("IN LAI")).containsExactly("d2");
                assertThat(hits("khai sinh").hits().get(0).title()).isEqualTo("GIẤY KHAI SINH IN LẠI");
            } finally {
                Locale.setDefault(before);
            }
        }

        @Test
        void rankExactAccentsFirst() {
            put(
                    paper("d1", "Nguyên liệu").pages("Nguyên Nguyên Nguyên nguyên liệu"),
                    paper("d2", "Biên bản").pages("một đoạn dài có tên ông Nguyễn và nhiều chữ khác ở quanh đó"),
                    paper("d3", "Nguyện vọng"));

            assertThat(find("Nguyễn")).startsWith("d2").hasSize(3);
            assertThat(find("nguyên")).startsWith("d1").hasSize(3);
            assertThat(find("nguyen")).hasSize(3);
        }

        @Test
        void mustAllBeThereAcrossTitleOwnerAndPages() {
            put(
                    paper("d1", "Giấy khai sinh")
                            .owner("034199000001", "Trần Thị Mai")
                            .pages("phường Đông Hưng"),
                    paper("d2", "Giấy khai sinh")
                            .owner("034199000002", "Lê Văn Tám")
                            .pages("phường Đông Hưng"));

            assertThat(find("khai sinh tran thi mai dong hung")).containsExactly("d1");
            assertThat(find("khai sinh")).containsExactlyInAnyOrder("d1", "d2");
        }

        @Test
        void rankHigherTogetherAndInTheTitle() {
            put(
                    paper("d1", "Công văn").pages("sinh hoạt; khai báo; giấy; nhiều chữ khác ở giữa các chữ"),
                    paper("d2", "Công văn").pages("kèm theo giấy khai sinh bản chính của con và nhiều chữ khác"),
                    paper("d3", "Giấy khai sinh").pages("họ tên, ngày tháng, nơi sinh"));

            assertThat(find("giấy khai sinh")).containsExactly("d3", "d2", "d1");
        }

        @Test
        void mayHaveOneLetterWrongWhereNothingElseIsFound() {
            put(paper("d1", "Giấy chứng nhận quyền sử dụng đất"), paper("d2", "Giấy khai sinh"));

            assertThat(find("chung nhna quyen su dung dat")).containsExactly("d1");
            assertThat(find("giay kahi sinh")).containsExactly("d2");
            assertThat(find("chứng nhậm")).containsExactly("d1");
        }

        @Test
        void mayMissSomeWhereNotAllAreFound() {
            put(paper("d1", "Giấy chứng nhận quyền sử dụng đất"), paper("d2", "Quyết định thu hồi rừng"));

            assertThat(find("giấy chứng nhận quyền khaithac")).containsExactly("d1");
            assertThat(find("khong co gi giong")).isEmpty();
        }

        @Test
        void neverTakeOneNumberForAnother() {
            put(paper("d1", "Thẻ").owner("034199000001", "Trần Thị Mai").pages("số 034199000001"));

            assertThat(find("034199000001")).containsExactly("d1");
            assertThat(find("034199000002")).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"///", "\"", "( ) [ ]", "*", "a:b AND (", "\\", "⟦⟧", "\uD800"})
        void ofAnyShapeDoNoHarm(String words) {
            put(paper("d1", "Giấy khai sinh"));

            assertThat(hits(words).hits().size()).isLessThanOrEqualTo(1);
        }

        @Test
        void mayBeMany() {
            put(paper("d1", "Giấy khai sinh"));

            assertThat(find("khai sinh ".repeat(500))).containsExactly("d1");
        }

        @Test
        void mayBeNoneAndTheNewestPaperComesFirst() {
            put(
                    paper("d1", "a").dates("2019", null),
                    paper("d2", "b").dates("2024-05-02", null),
                    paper("d3", "c").dates("2021-07", null));

            assertThat(find("  ")).containsExactly("d2", "d3", "d1");
        }
    }

    @Nested
    class Codes {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "12/QĐ-UBND",
                    "12/qd-ubnd",
                    "12 / QĐ - UBND",
                    "qd-ubnd",
                    "QĐ-UBND",
                    "012/QĐ-UBND",
                    "12/QĐ",
                    "H15.12-261102-0042",
                    "h15.12-261102-0042",
                    "261102-0042",
                    "H15.12",
                    "H15.12-2611",
                    "0042-KQ1",
                    "BN 531146",
                    "bn531146",
                    "BN-531146",
                    "531146",
                    "5311",
                    "quyet dinh 12/QD-UBND"
                })
        void areFoundInAnyFormAndByAnyStretch(String asked) {
            put(
                    paper("d1", "Quyết định")
                            .codes("H15.12-261102-0042", "12/QĐ-UBND", "BN 531146", "H15.12-261102-0042-KQ1"),
                    paper("d2", "Thông báo").codes("H30.1-251102-0077", "99/TB-SNV", "CD 884422"));

            assertThat(find(asked)).containsExactly("d1");
        }

        @Test
        void rankTheWholeCodeBeforeAStretchOfOneAndThatBeforeText() {
            put(
                    paper("d1", "Căn cứ quyết định 12/QĐ-UBND").pages("12/QĐ-UBND ".repeat(20)),
                    paper("d2", "Phụ lục").codes("H15.12-261102-0042", "12/QĐ-UBND-PL"),
                    paper("d3", "Quyết định").codes("H15.12-261102-0042", "12/QĐ-UBND"));

            assertThat(find("12/qd-ubnd")).containsExactly("d3", "d2", "d1");
        }
    }

    @Nested
    class Filters {

        @Test
        void byTheUnitsThatSomebodyMaySee() {
            put(
                    paper("d1", "Giấy phép").units("H15.12", "H49.18"),
                    paper("d2", "Giấy phép").units("H151"),
                    paper("d3", "Giấy phép"));
            assertThat(seen(AgencyScope.of("H15"))).containsExactly("d1");
            assertThat(seen(AgencyScope.of("H15.12"))).containsExactly("d1");
            assertThat(seen(AgencyScope.of("H49"))).containsExactly("d1");
            assertThat(seen(AgencyScope.of("H15.12.1"))).isEmpty();
            assertThat(seen(AgencyScope.NOTHING)).isEmpty();
            assertThat(seen(AgencyScope.ALL)).containsExactlyInAnyOrder("d1", "d2", "d3");
        }

        private List<String> seen(AgencyScope scope) {
            SearchQuery.Quoted quoted = SearchQuery.Quoted.ALL;
            return find(new SearchQuery("giay phep", null, null, null, null, null, null, 10, quoted, scope));
        }

        @Test
        void byOwnerAndType() {
            put(
                    paper("d1", "Giấy").owner("034199000001", "Trần Thị Mai").type("GIAY_KHAI_SINH"),
                    paper("d2", "Giấy").owner("034199000002", "Trần Thị Mai").type("GIAY_KHAI_SINH"),
                    paper("d3", "Giấy").owner("034199000001", "Trần Thị Mai").type("QUYET_DINH"));

            assertThat(find(new SearchQuery("giay", "034199000001", null, null, null, null, null, 10)))
                    .containsExactlyInAnyOrder("d1", "d3");
            assertThat(find(new SearchQuery(
                            "",
                            List.of("012345678", "034199000001"),
                            "GIAY_KHAI_SINH",
                            null,
                            null,
                            null,
                            null,
                            10,
                            SearchQuery.Quoted.ALL,
                            AgencyScope.ALL)))
                    .as("one of a person's numbers")
                    .containsExactly("d1");
            assertThat(find(new SearchQuery("", "034199000001", "GIAY_KHAI_SINH", null, null, null, null, 10)))
                    .containsExactly("d1");
        }

        @ParameterizedTest
        @ValueSource(strings = {"UBND phường Đông Hưng", "dong hung", "hưng đông", "phường Đông"})
        void byAgencyInPartAndWithoutAccents(String agency) {
            put(
                    paper("d1", "Giấy").agency("UBND phường Đông Hưng"),
                    paper("d2", "Giấy").agency("UBND phường Tây Mỗ"),
                    paper("d3", "Giấy"));

            assertThat(find(new SearchQuery("", null, null, agency, null, null, null, 10)))
                    .containsExactly("d1");
            assertThat(find(new SearchQuery("", null, null, "*", null, null, null, 10)))
                    .isEmpty();
        }

        @Test
        void byDayOfIssueWithPartialDatesOnTheirFirstDay() {
            put(
                    paper("d1", "Giấy").dates("2018-09-28", null),
                    paper("d2", "Giấy").dates("2018-09", null),
                    paper("d3", "Giấy").dates("2018", null),
                    paper("d4", "Giấy"),
                    paper("d5", "Giấy").dates("không rõ", null));

            assertThat(between("2018-09-01", "2018-09-27")).containsExactly("d2");
            assertThat(between("2018-01-01", "2018-12-31")).containsExactlyInAnyOrder("d1", "d2", "d3");
            assertThat(between(null, "2018-01-01")).containsExactly("d3");
            assertThat(between("2018-09-28", null)).containsExactly("d1");
        }

        private List<String> between(String from, String to) {
            return find(new SearchQuery("", null, null, null, day(from), day(to), null, 10));
        }

        private LocalDate day(String iso) {
            return iso == null ? null : LocalDate.parse(iso);
        }

        @Test
        void byValidityOnADay() {
            put(
                    paper("d1", "Giấy").dates(null, "2026-11-20"),
                    paper("d2", "Giấy").dates(null, "2026-11-21"),
                    paper("d3", "Giấy"));

            assertThat(find(new SearchQuery("", null, null, null, null, null, LocalDate.parse("2026-11-21"), 10)))
                    .containsExactlyInAnyOrder("d2", "d3");
        }

        @Test
        void limitTheHitsButNotTheirNumber() {
            put(paper("d1", "Giấy"), paper("d2", "Giấy"), paper("d3", "Giấy"));
            SearchHits hits = index.search(new SearchQuery("giay", null, null, null, null, null, null, 2));

            assertThat(hits.total()).isEqualTo(3);
            assertThat(hits.hits()).hasSize(2);
        }

        @Test
        void cutSnippetsOfTheHitsThatAreShownAlone() {
            IntStream.range(0, 45)
                    .forEach(i -> put(paper("d" + (10 + i), "Giấy " + i).pages("Giấy khai sinh")));
            SearchHits hits = index.search(new SearchQuery(
                    "giay", null, null, null, null, null, null, 50, new SearchQuery.Quoted(20, 23), AgencyScope.ALL));

            assertThat(hits.hits()).hasSize(45);
            assertThat(IntStream.range(0, 45)
                            .filter(i -> !hits.hits().get(i).snippets().isEmpty()))
                    .containsExactly(20, 21, 22);
        }
    }

    @Nested
    class Snippets {

        @Test
        void showTheTextInItsOwnSpelling() {
            put(paper("d1", "Biên bản").pages("Hôm nay tại\nthành phố Đà Nẵng, chúng tôi gồm có"));

            assertThat(hits("da nang").hits().get(0).snippets())
                    .containsExactly("Hôm nay tại thành phố ⟦Đà⟧ ⟦Nẵng⟧, chúng tôi gồm có");
        }

        @Test
        void areAtMostThreeAndShort() {
            String filling = "một đoạn văn bản dài không liên quan gì đến điều đang tìm, chỉ để lấp đầy trang giấy. ";
            put(paper("d1", "Biên bản").pages((filling.repeat(8) + "Đà Nẵng ").repeat(9)));
            List<String> snippets = hits("đà nẵng").hits().get(0).snippets();

            assertThat(snippets).hasSize(3).allSatisfy(snippet -> {
                assertThat(snippet).contains("⟦").hasSizeBetween(60, 240);
            });
        }

        @Test
        void comeFromTheEndOfALongPaperToo() {
            put(paper("d1", "Biên bản").pages("chữ ".repeat(200_000), "trang cuối có tên Đặng Thùy"));

            assertThat(hits("dang thuy").hits().get(0).snippets())
                    .hasSize(1)
                    .first()
                    .asString()
                    .contains("⟦Đặng⟧ ⟦Thùy⟧");
        }

        @Test
        void comeFromTheTitleWhereTheTextHasNone() {
            put(paper("d1", "Giấy khai sinh").pages("họ và tên"));

            assertThat(hits("khai sinh").hits().get(0).snippets()).containsExactly("Giấy ⟦khai⟧ ⟦sinh⟧");
        }

        @Test
        void doNotTakeMarksFromTheText() {
            put(paper("d1", "Giấy").pages("chữ ⟦giả⟧ và khai sinh"));

            assertThat(hits("khai").hits().get(0).snippets()).containsExactly("chữ [giả] và ⟦khai⟧ sinh");
        }
    }

    @Nested
    class Versions {

        @Test
        void olderAndEqualOnesChangeNothing() {
            put(paper("d1", "bản mới").version(5));
            put(paper("d1", "bản cũ").version(4), paper("d2", "khác"));
            put(paper("d1", "bản trùng").version(5));

            assertThat(hits("ban").hits()).extracting(SearchHits.Hit::title).containsExactly("bản mới");
            assertThat(index.versions()).isEqualTo(Map.of("d1", 5L, "d2", 1L));
        }

        @Test
        void newerOnesReplaceEvenWithinOneCall() {
            put(
                    paper("d1", "thứ nhất").version(1),
                    paper("d1", "thứ ba").version(3),
                    paper("d1", "thứ hai").version(2));

            assertThat(hits("thu").hits()).extracting(SearchHits.Hit::title).containsExactly("thứ ba");
        }

        @Test
        void ofAPaperTakenOutDoNotComeBackLate() {
            put(paper("d1", "Giấy khai sinh").version(3));
            index.remove("d1", 2);
            assertThat(find("khai sinh")).containsExactly("d1");

            index.remove("d1", 4);
            put(paper("d1", "Giấy khai sinh").version(3));
            assertThat(find("khai sinh")).isEmpty();
            assertThat(find("")).isEmpty();
            assertThat(index.versions()).isEmpty();

            put(paper("d1", "Giấy khai sinh").version(5));
            assertThat(find("khai sinh")).containsExactly("d1");
        }

        @Test
        void areThereAfterOpeningAgain() {
            put(paper("d1", "Giấy khai sinh").version(7));
            index.close();
            index = open();

            assertThat(index.versions()).isEqualTo(Map.of("d1", 7L));
            assertThat(find("khai sinh")).containsExactly("d1");
        }
    }

    @Nested
    class Rebuild {

        @Test
        void replacesEverything() {
            put(paper("d1", "cũ").version(9), paper("d2", "cũ"));
            index.rebuild(Stream.of(
                    paper("d1", "mới").version(2).paper(), paper("d3", "mới").paper()));

            assertThat(index.versions()).isEqualTo(Map.of("d1", 2L, "d3", 1L));
            assertThat(find("cu")).isEmpty();
            put(paper("d4", "mới"));
            assertThat(find("moi")).containsExactlyInAnyOrder("d1", "d3", "d4");
        }

        @Test
        void showsTheOldStateUntilItIsDone() {
            put(paper("d1", "cũ"));
            index.rebuild(Stream.of(paper("d2", "mới").paper()).peek(paper -> {
                assertThat(find("cu")).containsExactly("d1");
                assertThat(find("moi")).isEmpty();
            }));

            assertThat(find("moi")).containsExactly("d2");
        }

        @Test
        void leavesTheOldStateWhenItFails() {
            put(paper("d1", "cũ"));
            Stream<IndexedDocument> failing = Stream.of(paper("d2", "mới").paper())
                    .peek(paper -> {
                        throw new IllegalStateException("the catalogue has gone");
                    });
            try {
                index.rebuild(failing);
            } catch (IllegalStateException expected) {
                assertThat(expected).hasMessage("the catalogue has gone");
            }

            assertThat(find("cu")).containsExactly("d1");
            assertThat(find("moi")).isEmpty();
        }
    }

    @Test
    void anEmptyIndexFindsNothing() {
        assertThat(find("khai sinh")).isEmpty();
        assertThat(find("")).isEmpty();
        assertThat(index.versions()).isEmpty();
    }

    void put(Papers... papers) {
        index.put(Arrays.stream(papers).map(Papers::paper).toList());
    }

    SearchHits hits(String words) {
        return index.search(new SearchQuery(words, null, null, null, null, null, null, 20));
    }

    List<String> find(String words) {
        return ids(hits(words));
    }

    List<String> find(SearchQuery query) {
        return ids(index.search(query));
    }

    private static List<String> ids(SearchHits hits) {
        return hits.hits().stream().map(SearchHits.Hit::document).toList();
    }

    private static String to(Normalizer.Form form, String text) {
        return Normalizer.normalize(text, form);
    }
}
