package vn.sohoa.catalog;

import java.util.Arrays;

/** Which rows there are: eight bytes for each, so that the rows of a large table fit into memory. */
final class RowMarks {
    private long[] marks = new long[1024];
    private int size;
    private boolean sorted = true;

    void add(String row) {
        if (size == marks.length) {
            marks = Arrays.copyOf(marks, size * 2);
        }
        marks[size++] = RowDigest.mark(row);
        sorted = false;
    }

    boolean isEmpty() {
        return size == 0;
    }

    boolean contains(String row) {
        if (!sorted) {
            Arrays.sort(marks, 0, size);
            sorted = true;
        }
        return Arrays.binarySearch(marks, 0, size, RowDigest.mark(row)) >= 0;
    }
}
