package org.citylake.ingestion.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.ingestion.load.LoadEntry;
import org.citylake.ingestion.load.LoadLog;
import org.citylake.ingestion.load.LoadResult;
import org.citylake.ingestion.load.Loader;
import org.citylake.ingestion.load.Loader.Replayed;
import org.citylake.ingestion.quarantine.QuarantineEntry;
import org.citylake.ingestion.quarantine.QuarantineLog;

/**
 * Reads the open quarantined records of a batch source again, with the contract and the code lists
 * of now. What passes is loaded under the day of its delivery and leaves the quarantine.
 */
public final class QuarantineReplay {
  private final QuarantineLog quarantineLog;
  private final LoadLog loadLog;
  private final Loader loader;

  /** A replay through a loader of the same store as the logs. */
  public QuarantineReplay(QuarantineLog quarantineLog, LoadLog loadLog, Loader loader) {
    this.quarantineLog = quarantineLog;
    this.loadLog = loadLog;
    this.loader = loader;
  }

  /**
   * Replays the source's open records. Replaying again after an interruption ends the same.
   *
   * @throws CityLakeException of kind DATA when a load was not finished, USER for a streamed source
   */
  public ReplayResult replay(SourceDeclaration source) {
    loader.finishInterrupted(source);
    Map<String, List<QuarantineEntry>> byLoad =
        quarantineLog.list(source.id()).stream()
            .filter(e -> e.status().equals(QuarantineEntry.OPEN))
            .collect(
                Collectors.groupingBy(QuarantineEntry::loadId, TreeMap::new, Collectors.toList()));
    int read = 0;
    int passed = 0;
    List<LoadResult> loads = new ArrayList<>();
    for (Map.Entry<String, List<QuarantineEntry>> group : byLoad.entrySet()) {
      LoadEntry original =
          loadLog
              .find(group.getKey())
              .orElseThrow(
                  () ->
                      new CityLakeException(
                          Kind.DATA,
                          "The load "
                              + group.getKey()
                              + " of "
                              + source.id()
                              + " was interrupted: load its file again, then replay"));
      read += group.getValue().size();
      Replayed replayed = loader.replay(source, original, group.getValue());
      passed += replayed.passed();
      replayed.load().ifPresent(loads::add);
    }
    return new ReplayResult(source.id(), read, passed, read - passed, loads);
  }
}
