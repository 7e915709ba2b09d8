package vn.sohoa.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Does the same for several things at once and gives the results in their order. */
record InParallel(int threads) {

    <A, B> List<B> map(List<A> things, Function<A, B> work) throws InterruptedException {
        ExecutorService executor = Executors.newFixedThreadPool(Math.max(1, Math.min(threads, things.size())));
        try {
            List<Future<B>> running = new ArrayList<>();
            things.forEach(thing -> running.add(executor.submit(() -> work.apply(thing))));
            List<B> results = new ArrayList<>();
            for (Future<B> result : running) {
                results.add(result.get());
            }
            return results;
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failure.getCause());
        } finally {
            executor.shutdownNow();
        }
    }
}
