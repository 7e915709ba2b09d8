package vn.sohoa.bench;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Random;
import vn.sohoa.samples.PaperText;
import vn.sohoa.samples.SamplePages;

/** Invented papers of several kinds for the measuring of the quality gate; the same seed gives the same paper. */
final class GatePapers {
    /** Papers whose texts are committed: the thresholds were set on them, so the table is not made of them. */
    private static final List<String> COMMITTED = List.of(
            "chi-thi-so-hoa",
            "to-khai-khai-sinh",
            "don-bien-dong",
            "giay-khai-sinh-hien",
            "hop-dong-thue-nha",
            "bien-ban-thuc-dia",
            "xac-nhan-hon-nhan",
            "gcn-dat-thuy",
            "kham-suc-khoe",
            "thong-bao-lich-tiep-nhan",
            "giay-phep-xay-dung",
            "ly-lich-tu-phap");

    private static final String[] SYLLABLES =
            ("của và các được trong cho với không một những người này là có theo khi tại về đến trên phải năm ngày tháng việc "
                            + "đất nhà xã tỉnh huyện đơn giấy tờ hồ sơ thủ tục hành chính giải quyết kết quả số hóa lưu trữ chứng nhận "
                            + "quyền sử dụng thửa bản đồ diện tích mục đích thời hạn nguồn gốc tài sản gắn liền cơ quan ban nhân dân ủy "
                            + "phòng tài nguyên môi trường đăng ký kinh doanh vốn điều lệ thành viên địa chỉ trụ sở ngành nghề công dân "
                            + "khai sinh hôn kết hộ tịch dân tộc quốc tịch Việt Nam nghị định thông tư quyết định điều khoản căn cứ luật")
                    .split(" ");

    private GatePapers() {}

    /** What stands on the page. */
    enum Kind {
        TEXT,
        FORM,
        TABLE,
        CERTIFICATE,
        STAMPED,
        SHORT
    }

    static PaperText paper(boolean tuning, Kind kind, long seed) {
        Random random = new Random(seed * 31 + kind.ordinal());
        return tuning && kind != Kind.STAMPED && kind != Kind.SHORT
                ? PaperText.load(COMMITTED.get((int) (seed % COMMITTED.size())))
                : PaperText.parse(kind + "-" + seed, markup(kind, random));
    }

    /** The first page, drawn. */
    static BufferedImage page(PaperText paper, int dpi) {
        return SamplePages.draw(paper, dpi).get(0).image();
    }

    private static String markup(Kind kind, Random random) {
        return switch (kind) {
            case TEXT -> "type: X\n---\n" + head(random) + prose(random, 6 + random.nextInt(3));
            case FORM -> "type: X\n---\ntitle TỜ KHAI " + words(random, 4).toUpperCase() + "\ngap 4\n" + lines(random);
            case TABLE -> "type: X\n---\n" + head(random) + table(random) + prose(random, 1);
            case CERTIFICATE ->
                "type: X\nframe: C04040\ntint: " + (random.nextBoolean() ? "FFF4E8" : "F4F8E8")
                        + "\n---\ngap 12\ncb CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\ngap 6\nbig GIẤY CHỨNG NHẬN\nsub "
                        + words(random, 5) + "\ngap 6\n" + prose(random, 2) + sign(random);
            case STAMPED ->
                "type: X\nstamp: ỦY BAN NHÂN DÂN\n---\n" + head(random) + prose(random, 2 + random.nextInt(3)) + sign(random);
            case SHORT -> "type: X\n---\n" + head(random) + prose(random, 1);
        };
    }

    private static String head(Random random) {
        return "head ỦY BAN NHÂN DÂN | " + words(random, 3).toUpperCase() + " | Số: " + random.nextInt(900)
                + "/UBND-VP | Đắk Lắk, ngày " + (1 + random.nextInt(28)) + " tháng 11 năm 2026 | V/v " + words(random, 6)
                + "\ntitle " + words(random, 4).toUpperCase() + "\n";
    }

    private static String prose(Random random, int paragraphs) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < paragraphs; i++) {
            out.append("p ").append(words(random, 30 + random.nextInt(35))).append(".\n");
        }
        return out.toString();
    }

    private static String lines(Random random) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < 14 + random.nextInt(5); i++) {
            out.append("l ").append(words(random, 3)).append(": ").append(words(random, 4)).append('\n');
        }
        return out.append("sign Nơi nhận:;;- Như trên | NGƯỜI KHAI;;(Ký, ghi rõ họ tên) | Nguyễn Văn Thử\n").toString();
    }

    private static String table(Random random) {
        StringBuilder out = new StringBuilder("table 15 60 45 45\ntr TT | Nội dung | Đơn vị | Ghi chú\n");
        for (int i = 1; i < 9 + random.nextInt(4); i++) {
            out.append("tr ").append(i).append(" | ").append(words(random, 5)).append(" | ").append(words(random, 2));
            out.append(" | ").append(words(random, 3)).append('\n');
        }
        return out.toString();
    }

    private static String sign(Random random) {
        return "sign Nơi nhận:;;- Như trên;;- Lưu: VT. | CHỦ TỊCH;;" + words(random, 2) + " | Trần Thị Mẫu\n";
    }

    private static String words(Random random, int count) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < count; i++) {
            out.append(i == 0 ? "" : " ").append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        return out.substring(0, 1).toUpperCase() + out.substring(1);
    }

    /** A sketch of parcels and contour lines, with few letters. */
    static BufferedImage map(int dpi, long seed) {
        Random random = new Random(seed);
        double mm = dpi / 25.4;
        BufferedImage out = new BufferedImage((int) (210 * mm), (int) (297 * mm), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = out.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, out.getWidth(), out.getHeight());
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(new Color(30, 30, 30));
        g.setStroke(new BasicStroke((float) (0.35 * mm)));
        for (int i = 0; i < 8 + random.nextInt(6); i++) {
            Path2D path = new Path2D.Double();
            path.moveTo(20 * mm, (30 + 18 * i + random.nextInt(10)) * mm);
            for (int k = 1; k <= 4; k++) {
                double x = (20 + 42 * k) * mm;
                path.quadTo(x - 20 * mm, (20 + 20 * i + random.nextInt(50)) * mm, x, (25 + 19 * i + random.nextInt(25)) * mm);
            }
            g.draw(path);
        }
        for (int i = 0; i < 6; i++) {
            Path2D parcel = new Path2D.Double();
            double x = 30 + random.nextInt(110);
            double y = 40 + random.nextInt(180);
            parcel.moveTo(x * mm, y * mm);
            for (int k = 0; k < 4; k++) {
                parcel.lineTo((x + 10 + random.nextInt(40)) * mm, (y + 10 + random.nextInt(40)) * mm);
            }
            parcel.closePath();
            g.draw(parcel);
            g.setFont(g.getFont().deriveFont((float) (4 * mm)));
            g.drawString("T" + random.nextInt(400), (float) ((x + 12) * mm), (float) ((y + 14) * mm));
        }
        g.dispose();
        return out;
    }
}
