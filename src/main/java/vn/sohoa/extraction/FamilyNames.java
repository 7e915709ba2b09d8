package vn.sohoa.extraction;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Family names (họ) of most people of the country. One that differs from a known name in its marks alone ("Trân", "Đô") is most
 * likely that name misread: it is proposed, and a person looks. Names of peoples that are not here are left alone.
 */
final class FamilyNames {
    private static final List<String> NAMES = List.of(
            ("Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đào Đinh Đoàn Lâm Mai Trương Trịnh "
                            + "Hà Cao Lương Lưu Phùng Tạ Thái Tô Quách Châu Tăng Kiều Vương Chu Triệu Nghiêm Khuất Thạch Tống Từ Bạch "
                            + "Giang Khổng Lục Mạc Ninh Phó Quan Sầm Thân Tôn Tiêu Trang Văn Viên Đàm Đậu Hứa Hầu Kim Lò Lường Quàng "
                            + "Vàng Giàng Sùng Thào Mông Nông Hoa Bế Đồng La Âu Ông Nhâm Cù Cung Doãn Diệp Danh Sơn Lữ Thiều Tưởng")
                    .split(" "));
    private static final Set<String> SPELT =
            NAMES.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    /** By their letters; two with the same letters are none. */
    private static final Map<String, String> KNOWN = NAMES.stream()
            .collect(Collectors.toUnmodifiableMap(Fold::solid, Function.identity(), (first, second) -> ""));

    private FamilyNames() {}

    /** Whether it is one of them, in capitals or not. */
    static boolean isOne(String word) {
        return SPELT.contains(word.toLowerCase(Locale.ROOT));
    }

    /** Whether it is one of them but for its marks. */
    static boolean isLike(String word) {
        return KNOWN.containsKey(Fold.solid(word));
    }

    /** The known name that this one is but for its marks; empty if it is one itself or none has its letters. */
    static Optional<String> meant(String family) {
        String known = KNOWN.getOrDefault(Fold.solid(family), "");
        return known.isEmpty() || known.equals(family) ? Optional.empty() : Optional.of(known);
    }
}
