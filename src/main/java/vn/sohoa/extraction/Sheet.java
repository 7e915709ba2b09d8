package vn.sohoa.extraction;

import java.util.ArrayList;
import java.util.List;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;

/** The pages of one paper as pieces in reading order, with the measures of each page that layout evidence needs. */
final class Sheet {
    /** A gap of so many word heights parts two columns; between words of justified text it is less. */
    private static final double COLUMN_GAP = 2.2;

    private static final int FEW_WORDS = 3;

    private final List<Piece> pieces = new ArrayList<>();
    private final List<Box> extents = new ArrayList<>();
    private final int firstPage;

    Sheet(List<PageText> pages) {
        int first = 0;
        for (int i = 0; i < pages.size(); i++) {
            PageText page = pages.get(i);
            extents.add(Piece.around(page.words()));
            if (first == 0 && page.words().size() >= FEW_WORDS) {
                first = i + 1;
            }
            double height = medianHeight(page.words());
            for (List<Word> line : page.lines()) {
                split(i + 1, page.source(), line, height);
            }
        }
        firstPage = first;
    }

    List<Piece> pieces() {
        return pieces;
    }

    /** Number of the first page that is not blank; 0 if all are. */
    int firstPage() {
        return firstPage;
    }

    long wordCount() {
        return pieces.stream().mapToLong(p -> p.words().size()).sum();
    }

    /** Where the page's text begins and ends. */
    Box extent(int page) {
        return extents.get(page - 1);
    }

    /** How far from the middle of the page's text, as a share of its width; 0 where nothing has a place. */
    double offCentre(Piece piece) {
        Box extent = extent(piece.page());
        if (!piece.placed() || extent.width() == 0) {
            return 0;
        }
        return Math.abs(piece.middle() - (extent.x() + extent.width() / 2.0)) / extent.width();
    }

    /** How far down the page's text, 0 to 1; 0 where nothing has a place. */
    double depth(Piece piece) {
        Box extent = extent(piece.page());
        return !piece.placed() || extent.height() == 0 ? 0 : (piece.box().y() - extent.y()) / (double) extent.height();
    }

    /** Whether it keeps to the left half of its page; true where nothing has a place. */
    boolean onTheLeft(Piece piece) {
        Box extent = extent(piece.page());
        return !piece.placed() || piece.middle() < extent.x() + extent.width() * 0.45;
    }

    private void split(int page, PageText.Source source, List<Word> line, double height) {
        boolean[] cut = Cuts.of(line);
        List<Word> part = new ArrayList<>();
        for (int i = 0; i < line.size(); i++) {
            Word word = line.get(i);
            if (!part.isEmpty() && (cut[i] || farApart(part.get(part.size() - 1), word, height))) {
                add(page, source, part);
                part = new ArrayList<>();
            }
            part.add(word);
        }
        add(page, source, part);
    }

    private void add(int page, PageText.Source source, List<Word> words) {
        Piece piece = Piece.of(page, pieces.size(), source, words);
        if (!piece.folded().isEmpty()) {
            pieces.add(piece);
        }
    }

    private static boolean farApart(Word left, Word right, double height) {
        boolean placed = !left.box().equals(Box.NONE) && !right.box().equals(Box.NONE);
        return placed && right.box().x() - left.box().right() > COLUMN_GAP * height;
    }

    private static double medianHeight(List<Word> words) {
        int[] heights = words.stream().mapToInt(w -> w.box().height()).sorted().toArray();
        return heights.length == 0 ? 1 : Math.max(1, heights[heights.length / 2]);
    }
}
