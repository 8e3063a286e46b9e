package org.citylake.cli.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.Origin.ShippedDelivery;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.json.ContentHash;
import org.citylake.ingestion.load.LoadId;

/**
 * A delivery that is shipped with its source, its bytes checked.
 *
 * @param source the source
 * @param delivery what its origin says
 * @param path the file
 */
record ShippedFile(SourceDeclaration source, ShippedDelivery delivery, Path path) {
  /** The source's deliveries, oldest first. */
  static List<ShippedFile> of(SourceDeclaration source) {
    List<ShippedFile> files = new ArrayList<>();
    source
        .origin()
        .ifPresent(
            origin ->
                origin.deliveries().stream()
                    .sorted(
                        java.util.Comparator.comparing(ShippedDelivery::snapshotDate)
                            .thenComparing(ShippedDelivery::file))
                    .forEach(
                        d ->
                            files.add(
                                new ShippedFile(source, d, source.folder().resolve(d.file())))));
    return files;
  }

  /** What a step did that loaded those deliveries; empty without any. */
  static Optional<Step.Work> work(List<String> loadIds) {
    return loadIds.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Step.Work(ContentHash.of(String.join("\n", loadIds)), Map.of("loads", loadIds)));
  }

  /** The load that this delivery is, the same whenever it is loaded. */
  String loadId() {
    return LoadId.of(source, delivery.sha256(), delivery.snapshotDate());
  }

  /**
   * Compares the bytes with what the origin says.
   *
   * @throws CityLakeException of kind DATA when they differ or the file is missing
   */
  void check() {
    if (!Files.isRegularFile(path)) {
      throw new CityLakeException(
          Kind.DATA,
          "Cannot load " + source.id() + ": its origin.yaml names " + path + ", which is missing");
    }
    String found = ContentHash.of(path);
    if (!found.equals(delivery.sha256())) {
      throw new CityLakeException(
          Kind.DATA,
          "Cannot load "
              + path
              + ": its SHA-256 is "
              + found
              + ", its origin.yaml says "
              + delivery.sha256()
              + "; restore the file, or correct origin.yaml if the change is meant");
    }
  }
}
