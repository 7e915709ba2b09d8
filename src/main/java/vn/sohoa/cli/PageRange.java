package vn.sohoa.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Pages from first to last, from 1: {@code 3}, {@code 1-3} or {@code 5-}. */
record PageRange(int first, int last) {
    static final PageRange ALL = new PageRange(1, Integer.MAX_VALUE);
    private static final Pattern FORM = Pattern.compile("(\\d{1,6})(?:(-)(\\d{1,6})?)?");

    static PageRange parse(String text) {
        Matcher m = FORM.matcher(text.strip());
        if (!m.matches()) {
            throw new TypeConversionException("1-3, không phải (not) " + text);
        }
        int first = Integer.parseInt(m.group(1));
        int last = m.group(3) != null ? Integer.parseInt(m.group(3)) : m.group(2) != null ? Integer.MAX_VALUE : first;
        if (first < 1 || last < first) {
            throw new TypeConversionException("1-3, không phải (not) " + text);
        }
        return new PageRange(first, last);
    }

    /** For picocli. */
    static final class Reader implements ITypeConverter<PageRange> {
        @Override
        public PageRange convert(String text) {
            return parse(text);
        }
    }
}
