package org.citylake.cli.benchmark;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Many clients that each ask for the same address again as soon as they have their answer, by the
 * JDK's HTTP client, HTTP/1.1 with kept connections. It shares processor and JVM with the server,
 * so its own work is part of what is measured.
 */
final class PageLoad {
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /**
   * What was seen.
   *
   * @param name what was asked for
   * @param bytes of one answer's body, as sent
   * @param requests that were answered with 200
   * @param failures everything else
   * @param seconds that it took
   * @param p50 milliseconds in which half of the answers were there
   * @param p99 milliseconds in which 99 of 100 were there
   */
  record Seen(
      String name,
      long bytes,
      long requests,
      long failures,
      double seconds,
      double p50,
      double p99) {
    double perSecond() {
      return requests / seconds;
    }

    String line() {
      return String.format(
          Locale.ROOT,
          "%-34s %,8d bytes %,9.0f/s  p50 %7.2f ms  p99 %7.2f ms  %d failed",
          name,
          bytes,
          perSecond(),
          p50,
          p99,
          failures);
    }

    Map<String, Object> object() {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("name", name);
      object.put("bytes", bytes);
      object.put("requests", requests);
      object.put("failures", failures);
      object.put("per_second", Measurement.round(perSecond()));
      object.put("p50_ms", Measurement.round(p50));
      object.put("p99_ms", Measurement.round(p99));
      return object;
    }
  }

  /** Loads an address for a time. */
  Seen measure(String name, URI address, int clients, Duration time) {
    HttpRequest request = HttpRequest.newBuilder(address).header("Accept-Encoding", "gzip").build();
    ConcurrentLinkedQueue<Long> times = new ConcurrentLinkedQueue<>();
    AtomicLong failures = new AtomicLong();
    AtomicLong bytes = new AtomicLong();
    long begun = System.nanoTime();
    long end = begun + time.toNanos();
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (int i = 0; i < clients; i++) {
      all.add(ask(request, end, times, failures, bytes));
    }
    all.forEach(CompletableFuture::join);
    double seconds = (System.nanoTime() - begun) / 1e9;
    long[] sorted = times.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    return new Seen(
        name,
        bytes.get(),
        sorted.length,
        failures.get(),
        seconds,
        percentile(sorted, 0.50),
        percentile(sorted, 0.99));
  }

  private CompletableFuture<Void> ask(
      HttpRequest request,
      long end,
      ConcurrentLinkedQueue<Long> times,
      AtomicLong failures,
      AtomicLong bytes) {
    long sent = System.nanoTime();
    if (sent >= end) {
      return CompletableFuture.completedFuture(null);
    }
    return client
        .sendAsync(request, BodyHandlers.ofByteArray())
        .handle(
            (answer, failure) -> {
              note(answer, failure, times, failures, bytes, sent);
              return true;
            })
        .thenComposeAsync(done -> ask(request, end, times, failures, bytes));
  }

  private static void note(
      @org.jspecify.annotations.Nullable HttpResponse<byte[]> answer,
      @org.jspecify.annotations.Nullable Throwable failure,
      ConcurrentLinkedQueue<Long> times,
      AtomicLong failures,
      AtomicLong bytes,
      long sent) {
    if (failure == null && answer != null && answer.statusCode() == 200) {
      times.add(System.nanoTime() - sent);
      bytes.set(answer.body().length);
    } else {
      failures.incrementAndGet();
    }
  }

  private static double percentile(long[] sorted, double share) {
    return sorted.length == 0
        ? Double.NaN
        : sorted[(int) Math.min(sorted.length - 1L, (long) (sorted.length * share))] / 1e6;
  }
}
