package org.citylake.ingestion.connector;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.citylake.core.home.Home;

/**
 * The folder of a pull's files under way, readable by their owner alone because they may hold
 * personal data; gone when it is closed.
 *
 * @param path the folder
 */
public record FetchFolder(Path path) implements AutoCloseable {
  private static final String NAME = "pull-";

  /**
   * Makes one, and removes those of pulls that were killed.
   *
   * @param home whose lock the caller holds, so that no other pull is alive
   */
  public static FetchFolder make(Home home) throws IOException {
    Path parent = home.run();
    try (DirectoryStream<Path> left = Files.newDirectoryStream(parent, NAME + "*")) {
      for (Path folder : left) {
        new FetchFolder(folder).close();
      }
    }
    return new FetchFolder(
        parent.getFileSystem().supportedFileAttributeViews().contains("posix")
            ? Files.createTempDirectory(
                parent,
                NAME,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")))
            : Files.createTempDirectory(parent, NAME));
  }

  @Override
  public void close() throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
    Files.delete(path);
  }
}
