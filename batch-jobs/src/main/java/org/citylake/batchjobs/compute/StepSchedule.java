package org.citylake.batchjobs.compute;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Runs steps side by side, each once those that it waits for have ended well. */
final class StepSchedule {
  private final List<Step> waiting;
  private final Set<String> ended = new HashSet<>();
  private final List<Throwable> failures = new ArrayList<>();

  private StepSchedule(List<Step> steps) {
    this.waiting = new ArrayList<>(steps);
  }

  /**
   * A step.
   *
   * @param name tells it from the others
   * @param after names of steps that it waits for
   */
  record Step(String name, Set<String> after, Runnable work) {}

  /**
   * Runs all; of those that can begin the first begins. When one fails, those that run are waited
   * for and no other begins; its failure is thrown, with those of others suppressed in it.
   *
   * @param steps each stands behind those that it waits for
   * @param threads how many run at a time
   */
  static void run(List<Step> steps, int threads) {
    Set<String> before = new HashSet<>();
    for (Step step : steps) {
      if (!before.containsAll(step.after())) {
        throw new IllegalArgumentException(step.name() + " waits for steps that are not before it");
      }
      before.add(step.name());
    }
    new StepSchedule(steps).run(threads);
  }

  private void run(int threads) {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      Callable<Object> loop = Executors.callable(this::work);
      executor.invokeAll(Collections.nCopies(threads, loop));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CompletionException(e);
    } finally {
      executor.shutdown();
    }
    if (!failures.isEmpty()) {
      Throwable first = failures.get(0);
      failures.subList(1, failures.size()).forEach(first::addSuppressed);
      if (first instanceof Error error) {
        throw error;
      }
      throw first instanceof RuntimeException told ? told : new CompletionException(first);
    }
  }

  @SuppressWarnings("CatchingUnchecked") // Spark's exceptions are checked; Scala does not say so.
  private void work() {
    try {
      for (Optional<Step> step = next(); step.isPresent(); step = next()) {
        step.get().work().run();
        end(step.get());
      }
    } catch (Throwable e) {
      fail(e);
    }
  }

  /** The first that can begin, waited for; empty when none is left or one has failed. */
  private synchronized Optional<Step> next() throws InterruptedException {
    while (failures.isEmpty() && !waiting.isEmpty()) {
      Optional<Step> ready =
          waiting.stream().filter(step -> ended.containsAll(step.after())).findFirst();
      if (ready.isPresent()) {
        waiting.remove(ready.get());
        return ready;
      }
      wait();
    }
    return Optional.empty();
  }

  private synchronized void end(Step step) {
    ended.add(step.name());
    notifyAll();
  }

  private synchronized void fail(Throwable failure) {
    failures.add(failure);
    notifyAll();
  }
}
