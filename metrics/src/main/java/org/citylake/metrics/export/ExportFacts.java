package org.citylake.metrics.export;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.citylake.core.declaration.Origin;

/**
 * What a package says of the release it was taken from. All of it is a function of the release, so
 * that the same release gives the same bytes.
 *
 * @param releaseId the release
 * @param createdAt the release's own time, not the clock's
 * @param codeVersion version of the code that computed the release
 * @param snapshots snapshot id of each table of the release
 * @param definitions content hash of each declaration that figures rest on, {@code kind id}
 * @param editionModels edition to whether it is a model of ours and no official index
 * @param synthetic whether any figure rests on synthetic data
 * @param origins where published data that figures rest on come from
 */
public record ExportFacts(
    String releaseId,
    OffsetDateTime createdAt,
    String codeVersion,
    Map<String, Long> snapshots,
    Map<String, String> definitions,
    Map<String, Boolean> editionModels,
    boolean synthetic,
    List<Origin> origins) {
  public ExportFacts {
    snapshots = new TreeMap<>(snapshots);
    definitions = new TreeMap<>(definitions);
    editionModels = new TreeMap<>(editionModels);
    origins = List.copyOf(origins);
  }
}
