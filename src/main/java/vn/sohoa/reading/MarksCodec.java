package vn.sohoa.reading;

import java.net.ProtocolException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import vn.sohoa.page.ScanMarks;

/** The marks of scanning on the wire. */
final class MarksCodec {
    private MarksCodec() {}

    static void write(BodyWriter out, ScanMarks m) {
        out.number(m.paper()).number(m.writing()).number(m.border());
        out.list(List.copyOf(m.cut()), BodyWriter::one).list(List.copyOf(m.near()), BodyWriter::one);
        out.number(m.ring()).flag(m.penStroke()).number(m.detail()).number(m.letter());
        out.flag(m.drawing()).flag(m.streak()).text(m.print());
    }

    static ScanMarks read(BodyReader in) throws ProtocolException {
        return new ScanMarks(
                in.fraction(),
                in.fraction(),
                in.fraction(),
                sides(in),
                sides(in),
                in.fraction(),
                in.flag(),
                in.fraction(),
                in.fraction(),
                in.flag(),
                in.flag(),
                in.text(ScanMarks.PRINT_WIDTH * ScanMarks.PRINT_HEIGHT));
    }

    private static Set<ScanMarks.Side> sides(BodyReader in) throws ProtocolException {
        Set<ScanMarks.Side> sides = EnumSet.noneOf(ScanMarks.Side.class);
        sides.addAll(in.list(ScanMarks.Side.values().length, each -> each.one(ScanMarks.Side.values())));
        return sides;
    }
}
