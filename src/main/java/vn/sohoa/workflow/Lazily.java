package vn.sohoa.workflow;

import java.util.AbstractList;
import java.util.List;
import java.util.function.Function;

/** A list whose elements are made when they are looked at, one at a time: what is made of a large file is not held whole. */
final class Lazily<A, B> extends AbstractList<B> {
    private final List<A> from;
    private final Function<A, B> making;

    Lazily(List<A> from, Function<A, B> making) {
        this.from = from;
        this.making = making;
    }

    @Override
    public B get(int index) {
        return making.apply(from.get(index));
    }

    @Override
    public int size() {
        return from.size();
    }
}
