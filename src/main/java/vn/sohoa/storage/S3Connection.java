package vn.sohoa.storage;

import io.minio.Http;
import io.minio.MinioClient;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/**
 * The line to an S3 store. Its threads are daemons, so that a command ends when it has done its work, and it repeats nothing of
 * itself: {@link Attempts} does, in one place. Certificates of one's own come in by {@code SSL_CERT_FILE}.
 */
final class S3Connection implements AutoCloseable {
    private static final int CALLS_AT_ONCE = 64;

    private final OkHttpClient http;
    private final MinioClient client;

    S3Connection(S3Settings settings) {
        OkHttpClient.Builder builder = Http.newDefaultClient().newBuilder();
        builder.interceptors().clear();
        http = builder.dispatcher(dispatcher())
                .followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(settings.connectTimeout())
                .readTimeout(settings.timeout())
                .writeTimeout(settings.timeout())
                .build();
        client = MinioClient.builder()
                .endpoint(settings.url().toString())
                .region(settings.region())
                .credentials(settings.accessKey(), settings.secretKey())
                .httpClient(http, true)
                .build();
    }

    private static Dispatcher dispatcher() {
        ExecutorService threads =
                new ThreadPoolExecutor(0, Integer.MAX_VALUE, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
                    Thread thread = new Thread(work, "s3");
                    thread.setDaemon(true);
                    return thread;
                });
        Dispatcher dispatcher = new Dispatcher(threads);
        dispatcher.setMaxRequests(CALLS_AT_ONCE);
        dispatcher.setMaxRequestsPerHost(CALLS_AT_ONCE);
        return dispatcher;
    }

    MinioClient client() {
        return client;
    }

    OkHttpClient http() {
        return http;
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
