package vn.sohoa.extraction;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.sohoa.page.Word;

/** Names of persons as papers print them: behind titles of respect, in capitals, run together, with another label behind them. */
final class PersonNames {
    private static final Pattern TITLES_OF_RESPECT = Pattern.compile("^(?:(?:ông|bà|Ông|Bà|ÔNG|BÀ)[/:.\\s]+)+");
    private static final Pattern PERSON = Pattern.compile("\\p{Lu}[\\p{L}'’-]*(?: [\\p{Lu}][\\p{L}'’-]*){1,6}");
    /** Another label begins, with a colon further on or without. */
    private static final Pattern LABEL = Pattern.compile(
            "\\s(?:Sinh (?:ngày|năm)|Năm sinh|Ngày (?:sinh|tháng|cấp)|Giới tính|Quê quán|Nơi (?:sinh|cư|ở|thường|cấp)|Địa chỉ|Dân tộc"
                    + "|Quốc tịch|Chức (?:vụ|danh)|Nghề nghiệp|Số (?:định danh|căn cước|CMND|CCCD|điện thoại))(?![\\p{L}]).*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

    /** "… Người cha" before a colon. */
    private static final Pattern NEXT_LABEL = Pattern.compile(
            "\\s(?:Người|Họ|Ngày|Năm|Sinh|Giới|Số|Quê|Nơi|Địa|Tuổi|Chức|Dân|Quốc|Nghề"
                    + "|Chủ|Cha|Mẹ|Bố|Vợ|Chồng|Tên|Mã|Điện|Đơn|Trú|Thường|Tôn|Nguyên|Khóa|Lớp|Trường|Hạng)(?:\\s\\p{Ll}\\S*)*$");

    private PersonNames() {}

    /** The name with which the text begins. */
    static Optional<String> in(String printed) {
        String text = withoutNextLabel(TITLES_OF_RESPECT
                .matcher(parted(printed).replaceAll("[.…_]{2,}", " ").strip())
                .replaceFirst(""));
        Matcher person = PERSON.matcher(text);
        if (!person.lookingAt()) {
            return Optional.empty();
        }
        if (text.length() > person.end() && ",;. (:-".indexOf(text.charAt(person.end())) < 0) {
            return Optional.empty();
        }
        return Optional.of(inSentence(inOneCase(person.group()).strip())).filter(name -> name.contains(" "));
    }

    /** "Trần Thị Mẫu Người cha: …": where a colon follows, the words before it are a label of their own. */
    private static String withoutNextLabel(String text) {
        String name = LABEL.matcher(text).replaceFirst("");
        int colon = name.indexOf(':');
        return colon < 0 ? name : NEXT_LABEL.matcher(name.substring(0, colon)).replaceFirst("");
    }

    /** "LÊ VĂN THỬ Nam", "Lê Văn Thử CCCD": a name is written in one way. */
    private static String inOneCase(String name) {
        String[] words = name.split(" ");
        boolean capitals = isCapital(words[words[0].length() > 1 ? 0 : 1]);
        int end = 2;
        while (end < words.length && (words[end].length() == 1 || isCapital(words[end]) == capitals)) {
            end++;
        }
        return String.join(" ", Arrays.copyOf(words, end));
    }

    private static boolean isCapital(String word) {
        return word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
    }

    /** Without specks, "BíchHào" as two words, and with the letter Đ where its Icelandic look-alike was read. */
    private static String parted(String name) {
        return name.replace('Ð', 'Đ')
                .replace('ð', 'đ')
                .replace("|", "")
                .replaceAll("(?<= )[.'-] ", "")
                .replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ")
                .replaceAll("\\s+", " ");
    }

    /** A name in capitals as it is written in a sentence, so that one person is one name. */
    static String inSentence(String name) {
        return Fold.capitals(name) < 0.95
                ? name
                : Arrays.stream(name.split(" "))
                        .map(word -> word.substring(0, 1) + word.substring(1).toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(" "));
    }

    /** Doubtful words that are no syllables as the only ones that they can have been; the reading stays as odd as it was. */
    static Reading mended(Reading name) {
        Set<String> doubtful = name.found().words().stream()
                .filter(word -> word.confidence() < Witnesses.CERTAIN)
                .map(Word::text)
                .map(Fold::solid)
                .collect(Collectors.toSet());
        String value = Arrays.stream(name.value().split(" "))
                .map(word -> doubtful.contains(Fold.solid(word))
                        ? Syllable.mended(word).orElse(word)
                        : word)
                .collect(Collectors.joining(" "));
        String family = value.replaceFirst(" .*", "");
        String whole = FamilyNames.meant(family)
                .map(known -> known + value.substring(family.length()))
                .orElse(value);
        return new Reading(name.field(), name.group(), name.found(), name.raw(), whole);
    }
}
