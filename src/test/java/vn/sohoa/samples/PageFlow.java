package vn.sohoa.samples;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Lays the blocks of a paper out on pages, one pen a page, and keeps what was written where. */
final class PageFlow {
    private static final double LEFT = 30;
    private static final double TOP = 18;
    private static final double FOOT = 19;
    private static final double STATE = 12.5 * 0.44;
    private static final double MOTTO_STEP = 13.5 * 0.44;
    private static final String STATE_NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    private static final String MOTTO = "Độc lập - Tự do - Hạnh phúc";

    private final PaperText paper;
    private final Supplier<Pen> pages;
    private final double right;
    private final double line;
    private final List<PageTruth> truths = new ArrayList<>();
    private Pen pen;
    private LineSetter setter;
    private PageTruth.Collector truth = new PageTruth.Collector();
    private double y = TOP;
    private boolean empty = true;

    PageFlow(PaperText paper, Supplier<Pen> pages) {
        this.paper = paper;
        this.pages = pages;
        right = paper.width() - 15;
        line = paper.points() * 0.46;
        pen = open(1);
        setter = new LineSetter(pen);
    }

    List<PageTruth> lay() {
        for (int i = 0; i < paper.blocks().size(); i++) {
            place(paper.blocks().get(i));
        }
        truths.add(truth.truth());
        return List.copyOf(truths);
    }

    private Pen open(int number) {
        Pen next = pages.get();
        truth = new PageTruth.Collector();
        y = TOP;
        empty = true;
        String frame = paper.fact("frame", "");
        if (!frame.isEmpty()) {
            Color color = new Color(Integer.parseInt(frame, 16));
            next.frame(9, 9, paper.width() - 18, paper.height() - 18, color);
            next.frame(11, 11, paper.width() - 22, paper.height() - 22, color);
        }
        if (number > 1 && paper.fact("numbered", "no").equals("yes")) {
            String text = Integer.toString(number);
            next.text(text, paper.width() / 2 - next.width(text, Face.PLAIN, 13) / 2, 14, Face.PLAIN, 13);
            truth.line(text);
            y = 20;
        }
        return next;
    }

    private void turnPage() {
        truths.add(truth.truth());
        pen = open(truths.size() + 1);
        setter = new LineSetter(pen);
    }

    private void room(double height) {
        if (!empty && y + height > paper.height() - FOOT) {
            turnPage();
        }
        empty = false;
    }

    private void place(Block block) {
        if (block instanceof Block.Head head) {
            head(head);
        } else if (block instanceof Block.Flow flow) {
            flow(flow);
        } else if (block instanceof Block.Centred c) {
            centred(c);
        } else if (block instanceof Block.Table table) {
            table(table);
        } else if (block instanceof Block.Signing signing) {
            signing(signing);
        } else if (block instanceof Block.Gap gap) {
            y += gap.height();
        } else if (block instanceof Block.Break) {
            turnPage();
        } else {
            fixed(block);
        }
    }

    private void fixed(Block block) {
        empty = false;
        if (block instanceof Block.At at) {
            pen.text(at.text(), at.x(), at.y(), at.face(), at.points());
            truth.line(at.text());
        } else if (block instanceof Block.Fill f) {
            pen.fill(f.x(), f.y(), f.width(), f.height(), new Color(f.rgb()));
        } else if (block instanceof Block.Qr qr) {
            QrMark.draw(pen, qr);
        } else if (block instanceof Block.Secrecy secrecy) {
            double width = pen.width(secrecy.mark(), Face.BOLD, 14);
            double x = LEFT + (right - LEFT) * 0.19 - width / 2;
            y += 5;
            pen.text(secrecy.mark(), x, y + 6, Face.BOLD, 14);
            pen.frame(x - 3, y, width + 6, 8.5, Pen.INK);
            truth.line(secrecy.mark());
            y += 9;
        }
    }

    private void head(Block.Head head) {
        room(30);
        double leftMiddle = LEFT + (right - LEFT) * 0.19;
        double rightMiddle = LEFT + (right - LEFT) * 0.70;
        List<PageTruth.Spot> left = new ArrayList<>();
        double at = y;
        at = setter.block(
                left,
                head.superior(),
                Face.PLAIN,
                setter.fitting(head.superior(), Face.PLAIN),
                leftMiddle,
                71,
                at,
                STATE);
        double step = head.superior().isEmpty() ? STATE : MOTTO_STEP; // lines on both sides stand level
        at = setter.block(
                left, head.agency(), Face.BOLD, setter.fitting(head.agency(), Face.BOLD), leftMiddle, 71, at, step);
        pen.rule(leftMiddle - 8, at + 1.8, leftMiddle + 8, at + 1.8, Pen.INK);
        double stateEnd = y + STATE + MOTTO_STEP;
        double numbers = Math.max(at, stateEnd) + 3;
        at = setter.block(left, head.number(), Face.PLAIN, 13, leftMiddle, 72, numbers);
        at = setter.block(left, head.about(), Face.PLAIN, 12, leftMiddle, 66, at);
        List<PageTruth.Spot> state = new ArrayList<>();
        double down = setter.block(
                state, STATE_NAME, Face.BOLD, setter.fitting(STATE_NAME, Face.BOLD, 94), rightMiddle, 110, y);
        down = setter.block(state, MOTTO, Face.BOLD, 13.5, rightMiddle, 110, down);
        double half = pen.width(MOTTO, Face.BOLD, 13.5) / 2;
        pen.rule(rightMiddle - half, down + 1.8, rightMiddle + half, down + 1.8, Pen.INK);
        down = setter.block(state, head.placeDate(), Face.ITALIC, 13, rightMiddle, 110, numbers);
        truth.sideBySide(left, state, true);
        y = Math.max(at, down) + 5;
    }

    private void centred(Block.Centred c) {
        for (String s : setter.wrap(c.text(), c.face(), c.points(), Math.min(c.width(), right - LEFT), 0)) {
            room(line);
            y += c.points() * 0.46;
            String drawn = s.replace(" ~ ", "      ");
            double x = (LEFT + right) / 2 - pen.width(drawn, c.face(), c.points()) / 2;
            pen.text(drawn, x, y, c.face(), c.points());
            truth.line(s);
        }
        y += 0.8;
    }

    private void flow(Block.Flow f) {
        List<String> lines = setter.wrap(f.text(), f.face(), f.points(), right - LEFT, f.indent());
        for (int i = 0; i < lines.size(); i++) {
            room(line);
            y += line;
            double x = LEFT + (i == 0 ? f.indent() : 0);
            boolean spread = f.justified() && i < lines.size() - 1;
            words(lines.get(i), x, f.face(), f.points(), spread);
            truth.line(lines.get(i));
        }
        y += 1.2;
    }

    private void words(String text, double from, Face face, double points, boolean spread) {
        String[] words = text.split(" ");
        double gap = pen.width(" ", face, points);
        if (spread && words.length > 1) {
            gap += (right - from - pen.width(text, face, points)) / (words.length - 1);
        }
        double x = from;
        for (String w : words) {
            if (w.equals("~")) {
                x += 7;
                continue;
            }
            pen.text(w + " ", x, y, face, points);
            x += pen.width(w, face, points) + gap;
        }
    }

    private void table(Block.Table table) {
        y += 1.5;
        double size = paper.points() - 1.5;
        for (int r = 0; r < table.rows().size(); r++) {
            Face face = r == 0 ? Face.BOLD : Face.PLAIN;
            List<List<String>> cells = new ArrayList<>();
            for (int c = 0; c < table.widths().size(); c++) {
                cells.add(setter.wrap(
                        table.rows().get(r).get(c), face, size, table.widths().get(c) - 3, 0));
            }
            int most = cells.stream().mapToInt(List::size).max().orElse(1);
            double height = most * size * 0.44 + 3;
            room(height);
            row(table.widths(), cells, face, size, height, r == 0);
        }
        y += 3;
    }

    private void row(
            List<Double> widths, List<List<String>> cells, Face face, double size, double height, boolean head) {
        double x = LEFT;
        double end = LEFT + widths.stream().mapToDouble(Double::doubleValue).sum();
        pen.rule(LEFT, y, end, y, Pen.INK);
        pen.rule(LEFT, y + height, end, y + height, Pen.INK);
        pen.rule(x, y, x, y + height, Pen.INK);
        for (int c = 0; c < widths.size(); c++) {
            double width = widths.get(c);
            boolean middle = head || width < 40;
            double at = y + 1;
            for (String s : cells.get(c)) {
                at += size * 0.44;
                double indent = middle ? (width - pen.width(s, face, size)) / 2 : 1.5;
                pen.text(s, x + indent, at, face, size);
            }
            x += width;
            pen.rule(x, y, x, y + height, Pen.INK);
        }
        truth.cells(cells);
        y += height;
    }

    private void signing(Block.Signing s) {
        boolean two = !s.leftName().isEmpty();
        room(Math.max(s.right().size() * 6 + 30, s.left().size() * 5.2));
        double rightMiddle = LEFT + (right - LEFT) * 0.74;
        double leftMiddle = LEFT + (right - LEFT) * 0.23;
        double top = y + 3;
        double foot = top + 13 * 0.44 * setter.lines(s.right(), 85);
        if (two) {
            foot = Math.max(foot, top + 13 * 0.44 * setter.lines(s.left(), 75));
        }
        List<PageTruth.Spot> left = new ArrayList<>();
        double at = two ? setter.people(left, s.left(), leftMiddle, 75, top) : recipients(left, s.left(), top);
        if (two) {
            at = setter.block(left, s.leftName(), Face.BOLD, 13.5, leftMiddle, 75, foot + 20);
            pen.signature(leftMiddle, foot + 13, s.leftName());
        }
        List<PageTruth.Spot> signer = new ArrayList<>();
        setter.people(signer, s.right(), rightMiddle, 85, top);
        double down = setter.block(signer, s.name(), Face.BOLD, 13.5, rightMiddle, 85, foot + 20);
        pen.signature(rightMiddle, foot + 13, s.name());
        truth.sideBySide(left, signer, false);
        String ring = paper.fact("stamp", "");
        if (!ring.isEmpty() && !two) {
            pen.stamp(rightMiddle - 19, foot + 10, ring);
        }
        y = Math.max(at, down) + 3;
    }

    private double recipients(List<PageTruth.Spot> spots, List<String> texts, double top) {
        double at = top;
        for (int i = 0; i < texts.size(); i++) {
            at += i == 0 ? 5.5 : 4.9;
            pen.text(texts.get(i), LEFT, at, i == 0 ? Face.BOLD_ITALIC : Face.PLAIN, i == 0 ? 12 : 11);
            spots.add(new PageTruth.Spot(texts.get(i), at));
        }
        return at;
    }
}
