package vn.sohoa.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import vn.sohoa.search.IndexedDocument;

/**
 * Papers that look like a province's archive: Vietnamese syllables as frequent as in a language (Zipf), titles of real kinds of
 * paper, one page of about 1,500 characters, invented owners. The same seed gives the same papers.
 */
final class GeneratedPapers {
    private static final String[] ONSETS =
            "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x".split(" ");
    private static final String[] RHYMES =
            ("a á à ả ã ạ an án àn ản ạn anh ánh ành ang áng àng ăn ắn ăng ắng ằng ân ấn ần ận âng ay áy ày ây ấy ầy e é è en én êm ế ề "
                            + "ên ến ện ết ệt i í ì ị ia in ín ình ính ịnh iên iến iền iện iết iệt iêu iếu o ó ò ọ oa óa oan oán oàn oạn oi ói on ong óng òng "
                            + "ô ố ồ ổ ộ ôi ối ồi ôn ống ồng ộng ơ ớ ờ ở ợ ơi ới ời u ú ù ủ ụ uân uất ung úng ùng uyên uyền uyết uyệt ư ứ ừ ử ự ươi ười "
                            + "ương ướng ường ượng ước ược")
                    .split(" ");
    private static final String[] TITLES = {
        "Giấy khai sinh", "Giấy chứng nhận quyền sử dụng đất", "Giấy phép xây dựng", "Quyết định cho phép chuyển mục đích",
        "Hợp đồng chuyển nhượng", "Biên bản kiểm tra", "Đơn đề nghị cấp lại", "Thông báo kết quả", "Giấy xác nhận tình trạng hôn nhân",
        "Trích lục khai tử", "Giấy chứng nhận đăng ký hộ kinh doanh", "Công văn trả lời"
    };
    private static final String[] SURNAMES = "Nguyễn Trần Lê Phạm Hoàng Vũ Đặng Bùi Đỗ Hồ Ngô Dương".split(" ");

    private final List<String> syllables = new ArrayList<>();
    private final long seed;
    private final String[] draws = new String[1 << 16];

    GeneratedPapers(long seed) {
        this.seed = seed;
        Random random = new Random(7);
        List<String> all = new ArrayList<>();
        for (String onset : ONSETS) {
            for (String rhyme : RHYMES) {
                all.add(onset + rhyme);
            }
        }
        java.util.Collections.shuffle(all, random);
        syllables.addAll(all);
        double[] steps = new double[all.size()];
        double sum = 0;
        for (int i = 0; i < steps.length; i++) {
            sum += 1.0 / Math.pow(i + 8, 1.0);
            steps[i] = sum;
        }
        for (int i = 0, at = 0; i < draws.length; i++) {
            while (steps[at] < sum * (i + 0.5) / draws.length) {
                at++;
            }
            draws[i] = syllables.get(at);
        }
    }

    IndexedDocument paper(int number) {
        Random random = new Random(seed * 1_000_003 + number);
        String kind = TITLES[random.nextInt(TITLES.length)];
        String owner = owner(number % 400_000);
        String name = name(number % 400_000);
        int unit = random.nextInt(1_000);
        StringBuilder text = new StringBuilder(1_600).append(kind).append(". ").append(name).append(". ");
        while (text.length() < 1_500) {
            text.append(syllable(random)).append(random.nextInt(14) == 0 ? ". " : " ");
        }
        int year = 2000 + random.nextInt(26);
        String date = String.format("%d-%02d-%02d", year, 1 + random.nextInt(12), 1 + random.nextInt(28));
        return new IndexedDocument(
                "doc" + number,
                1,
                String.format("H%02d.%d-%02d1102-%04d", unit / 20, unit, year % 100, number % 10_000),
                "LOAI_" + kind.length(),
                kind,
                kind + " " + syllable(random) + " " + syllable(random) + " " + syllable(random),
                owner,
                name,
                "•••",
                "UBND đơn vị " + syllables.get(unit) + " " + syllables.get(2_000 + unit),
                date,
                random.nextInt(3) == 0 ? "2030-01-01" : null,
                "STORED",
                List.of(code(number), "BN " + (100_000 + number)),
                List.of(text.toString()),
                List.of());
    }

    static String code(int number) {
        return number % 5_000 + "/QĐ-UB" + number / 5_000;
    }

    static String owner(int number) {
        return String.format("0%02d%09d", number % 96 + 1, number);
    }

    private String name(int number) {
        Random random = new Random(number);
        return SURNAMES[random.nextInt(SURNAMES.length)] + " " + capital(syllable(random)) + " " + capital(syllable(random));
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1);
    }

    String syllable(Random random) {
        return draws[random.nextInt(draws.length)];
    }
}
