package vn.sohoa.extraction;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Family names (họ) of most people of the country. One that differs from a known name in its marks alone ("Trân", "Đô") is most
 * likely that name misread: it is proposed, and a person looks. Names of peoples that are not here are left alone.
 */
final class FamilyNames {
    private static final Map<String, String> KNOWN = Arrays.stream(
                    ("Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đào Đinh Đoàn Lâm Mai Trương Trịnh "
                                    + "Hà Cao Lương Lưu Phùng Tạ Thái Tô Quách Châu Tăng Kiều Vương Chu Triệu Nghiêm Khuất Thạch Tống Từ Bạch "
                                    + "Giang Khổng Lục Mạc Ninh Phó Quan Sầm Thân Tôn Tiêu Trang Văn Viên Đàm Đậu Hứa Hầu Kim Lò Lường Quàng "
                                    + "Vàng Giàng Sùng Thào Mông Nông Hoa Bế Đồng La Âu Ông Nhâm Cù Cung Doãn Diệp Danh Sơn Lữ Thiều Tưởng")
                            .split(" "))
            .collect(Collectors.toUnmodifiableMap(Fold::solid, Function.identity(), (first, second) -> ""));

    private FamilyNames() {}

    /** The known name that this one is but for its marks; empty if it is one itself or none has its letters. */
    static Optional<String> meant(String family) {
        String known = KNOWN.getOrDefault(Fold.solid(family), "");
        return known.isEmpty() || known.equals(family) ? Optional.empty() : Optional.of(known);
    }
}
