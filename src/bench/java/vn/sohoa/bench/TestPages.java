package vn.sohoa.bench;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.sohoa.samples.ImageFiles;
import vn.sohoa.samples.PaperText;
import vn.sohoa.samples.SamplePages;
import vn.sohoa.samples.ScanDamage;
import vn.sohoa.samples.ScanDamage.Kind;
import vn.sohoa.samples.Typeface;

/**
 * Drawn pages with their truth. Two sets that share neither text nor letters nor seeds: TUNE is for choosing settings, TEST only
 * for saying how good they are.
 */
enum TestPages {
    TUNE(
            1_000,
            List.of(
                    "cong-van-tra-loi",
                    "giay-phep-xay-dung",
                    "chi-thi-so-hoa",
                    "ke-hoach-tap-huan",
                    "bien-ban-thuc-dia",
                    "hop-dong-thue-nha",
                    "to-khai-khai-sinh",
                    "thong-bao-lich-tiep-nhan",
                    "nghi-quyet-thanh-vien",
                    "don-bien-dong")),
    TEST(
            2_000_000,
            List.of(
                    "quyet-dinh-quy-trinh",
                    "nghi-quyet-hdnd",
                    "bao-cao-quy-3",
                    "to-trinh-may-quet",
                    "hop-dong-thue-van-phong",
                    "huong-dan-quet",
                    "cong-dien-mua-lu",
                    "giay-uy-quyen-khai-sinh",
                    "quyet-dinh-to-cong-tac",
                    "to-khai-ly-lich",
                    "bien-ban-ban-giao"));

    /** All that a person can read without pains. */
    static final List<Kind> READABLE = List.of(
            Kind.CLEAN,
            Kind.SKEW,
            Kind.NOISE,
            Kind.BLUR,
            Kind.SHADOW,
            Kind.FAINT,
            Kind.BLEED,
            Kind.OFFICE,
            Kind.PHOTO,
            Kind.WEAK,
            Kind.FAX);

    /** Debian's fonts-noto-core and fonts-dejavu-core, or unpacked where {@code -Dsohoa.letters=FOLDER} says. */
    private static final Path LETTERS = Path.of(System.getProperty("sohoa.letters", "/usr/share/fonts/truetype"));

    private static final List<Path> TUNING_LETTERS = List.of(
            LETTERS.resolve("noto/NotoSerif"), LETTERS.resolve("noto/NotoSans"), LETTERS.resolve("dejavu/DejaVuSans"));

    private final long seed;
    private final List<String> papers;

    TestPages(long seed, List<String> papers) {
        this.seed = seed;
        this.papers = papers;
    }

    /** One scan: how it was made, its file and what stands on it. */
    record Scan(Kind damage, String letters, int dpi, Path file, List<String> truths) {}

    List<Typeface> letters() throws IOException {
        if (this == TEST) {
            return List.of(Typeface.SERIF, Typeface.committed("LiberationSans"), Typeface.committed("DejaVuSerif"));
        }
        List<Typeface> found = new ArrayList<>();
        for (Path family : TUNING_LETTERS) {
            Path plain = Path.of(family + "-Regular.ttf");
            found.add(Typeface.of(
                    Files.exists(plain) ? plain : Path.of(family + ".ttf"), Path.of(family + "-Bold.ttf")));
        }
        return found;
    }

    /** The page for one cell of the table: the papers take turns, so that each damage meets other texts. */
    Scan draw(Kind damage, Typeface letters, int family, int dpi, int number, Path folder) throws IOException {
        int turn = damage.ordinal() * 7 + family * 3 + dpi / 100 + number * 5;
        PaperText paper = PaperText.load(papers.get(Math.floorMod(turn, papers.size())));
        Path file = folder.resolve(name() + "-" + damage + "-" + letters.name() + "-" + dpi + "-" + number + ".jpg");
        Path truth = Path.of(file + ".truth");
        if (!Files.exists(truth)) {
            List<SamplePages.Page> pages = SamplePages.draw(paper, letters, dpi, 0.85);
            SamplePages.Page page = pages.get(number % pages.size());
            long own = seed + damage.ordinal() * 10_007L + family * 101L + dpi + number * 1_000_003L;
            BufferedImage damaged = ScanDamage.apply(damage, page.image(), dpi, own);
            float quality = damage == Kind.BAD ? 0.4f : 0.75f;
            Files.write(file, ImageFiles.jpeg(damaged, damage == Kind.PHOTO ? 0 : dpi, quality));
            Files.writeString(truth, String.join("\f", page.truth().orders()));
        }
        return new Scan(damage, letters.name(), dpi, file, List.of(Files.readString(truth).split("\f")));
    }
}
