package org.citylake.metrics.index.robustness;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;

/**
 * Makes draws on several threads and hands their results on one by one in the order of their
 * numbers, so that what is made of them does not depend on the threads. Only a few results are held
 * at a time.
 *
 * @param threads how many, at least 1
 * @param progress is told now and then how many draws are done
 */
public record DrawRunner(int threads, IntConsumer progress) {
  /** Rows that one task scores before it hands over; so many that handing over costs nothing. */
  private static final int ROWS_OF_A_TASK = 10_000;

  public DrawRunner {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be >= 1: " + threads);
    }
  }

  /** On every processor, telling nobody. */
  public static DrawRunner quiet() {
    return new DrawRunner(Runtime.getRuntime().availableProcessors(), done -> {});
  }

  /** Takes the result of one draw. */
  @FunctionalInterface
  interface Taker {
    void take(int draw, DrawResult result);
  }

  void run(int draws, int rows, IntFunction<DrawResult> draw, Taker taker) {
    int batch = Math.max(1, ROWS_OF_A_TASK / Math.max(1, rows));
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      Deque<Future<List<DrawResult>>> running = new ArrayDeque<>();
      int next = 0;
      int taken = 0;
      while (taken < draws) {
        while (next < draws && running.size() < 2 * threads) {
          int from = next;
          int to = Math.min(draws, from + batch);
          running.add(executor.submit(() -> batch(from, to, draw)));
          next = to;
        }
        for (DrawResult result : await(running.remove())) {
          taker.take(taken++, result);
        }
        progress.accept(taken);
      }
    } finally {
      executor.shutdownNow();
    }
  }

  private static List<DrawResult> batch(int from, int to, IntFunction<DrawResult> draw) {
    List<DrawResult> results = new ArrayList<>(to - from);
    for (int i = from; i < to; i++) {
      results.add(draw.apply(i));
    }
    return results;
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CityLakeException(Kind.EXTERNAL, "The draws were interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error failure) {
        throw failure;
      }
      throw new IllegalStateException("a draw failed", e);
    }
  }
}
