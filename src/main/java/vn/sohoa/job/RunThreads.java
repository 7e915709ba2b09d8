package vn.sohoa.job;

import java.util.concurrent.ThreadFactory;

/**
 * Threads that work for runs. They stand back behind those that answer people when processors are short, as readers do: they have
 * the least priority of Java, and the launcher's {@code serve} makes niceness of it.
 */
public final class RunThreads implements ThreadFactory {
    private final String name;

    /** @param name of each thread */
    public RunThreads(String name) {
        this.name = name;
    }

    @Override
    @SuppressWarnings("ThreadPriorityCheck") // nothing waits for it; it is a wish
    public Thread newThread(Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    }
}
