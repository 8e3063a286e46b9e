package org.citylake.ingestion.connector;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.citylake.core.CityLakeException;
import org.citylake.ingestion.load.LoadResult;

/** Fetches the deliveries of one source. */
public interface Connector {

  /** Takes a delivery in: loads it and notes its position. */
  @FunctionalInterface
  interface Receiver {
    /** The load's counts. */
    LoadResult receive(Fetched fetched) throws IOException;
  }

  /**
   * Fetches what there is and hands it on, delivery by delivery. Only what the receiver took is
   * confirmed to the other side; a pull that was interrupted is done again, and what was loaded
   * before counts as duplicate.
   *
   * @param position where the last pull ended; empty for the first
   * @param folder for files under way, readable by their owner alone
   * @throws CityLakeException of kind EXTERNAL when the other side fails, naming it
   */
  void pull(Optional<String> position, Path folder, Receiver receiver) throws IOException;
}
