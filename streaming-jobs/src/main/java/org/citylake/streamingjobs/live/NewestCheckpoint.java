package org.citylake.streamingjobs.live;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The checkpoint or savepoint that a stream goes on from.
 *
 * @param path its folder
 * @param number higher for later ones of the same stream
 */
public record NewestCheckpoint(Path path, long number) {
  private static final Logger LOG = LoggerFactory.getLogger(NewestCheckpoint.class);

  /** A folder of checkpoints has one for each run of the job, and these have one for each. */
  private static final int DEPTH = 3;

  private static final String METADATA = "_metadata";

  /**
   * The newest whole one in any of the folders; empty when there is none. One that was not written
   * to its end when the process was killed is passed over: nothing of it was committed.
   */
  public static Optional<NewestCheckpoint> in(List<Path> folders) {
    return folders.stream()
        .flatMap(NewestCheckpoint::all)
        .max(Comparator.comparingLong(NewestCheckpoint::number));
  }

  /**
   * Removes what is newer, after the tables were taken back: a stream that is started again must
   * not go on from what is given up.
   */
  public static void forgetAfter(long number, List<Path> folders) {
    folders.stream()
        .flatMap(NewestCheckpoint::all)
        .filter(checkpoint -> checkpoint.number > number)
        .forEach(checkpoint -> remove(checkpoint.path.resolve(METADATA)));
  }

  /** Without it the rest is no checkpoint any more. */
  private static void remove(Path metadata) {
    try {
      Files.delete(metadata);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot remove " + metadata, e);
    }
  }

  private static Stream<NewestCheckpoint> all(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    try (Stream<Path> files = Files.walk(folder, DEPTH)) {
      return files
          .filter(file -> file.getFileName().toString().equals(METADATA))
          .map(Path::getParent)
          .flatMap(path -> number(path).stream().mapToObj(n -> new NewestCheckpoint(path, n)))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + folder, e);
    }
  }

  /** The number of a checkpoint or savepoint; empty when it is not whole. */
  public static OptionalLong number(Path checkpoint) {
    try (DataInputStream in =
        new DataInputStream(Files.newInputStream(checkpoint.resolve(METADATA)))) {
      return OptionalLong.of(
          Checkpoints.loadCheckpointMetadata(
                  in, NewestCheckpoint.class.getClassLoader(), checkpoint.toString())
              .getCheckpointId());
    } catch (IOException e) {
      LOG.warn("The checkpoint {} is not whole: {}", checkpoint, e.toString());
      return OptionalLong.empty();
    }
  }
}
