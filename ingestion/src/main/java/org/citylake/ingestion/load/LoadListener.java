package org.citylake.ingestion.load;

import java.util.function.Supplier;

/** Is told when a load begins and how it ends. It never throws: telling must not cost a load. */
@FunctionalInterface
public interface LoadListener {
  /** Tells nobody. */
  LoadListener NONE = load -> Watch.NONE;

  /** A load begins. */
  Watch began(StartedLoad load);

  /** Is told how one load ends. */
  interface Watch {
    /** Tells nobody. */
    Watch NONE =
        new Watch() {
          @Override
          public void completed(LoadResult result) {}

          @Override
          public void failed(Throwable failure) {}
        };

    /** It is whole, or was before. */
    void completed(LoadResult result);

    /** It ended before it was whole. */
    void failed(Throwable failure);
  }

  /** Does the work of a load and tells how it ends; what the work throws goes on. */
  default LoadResult watch(StartedLoad load, Supplier<LoadResult> work) {
    Watch watch = began(load);
    LoadResult result;
    try {
      result = work.get();
    } catch (RuntimeException | Error failure) {
      watch.failed(failure);
      throw failure;
    }
    watch.completed(result);
    return result;
  }
}
