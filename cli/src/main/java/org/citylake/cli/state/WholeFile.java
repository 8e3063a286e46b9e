package org.citylake.cli.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that is written beside its place and moved there when it is whole, so that nobody finds
 * half of it; closed before, nothing is left.
 *
 * @param target its place
 * @param part where it is written
 */
public record WholeFile(Path target, Path part) implements AutoCloseable {
  /** A file for a place, in the same folder. */
  public static WholeFile of(Path target) {
    return new WholeFile(target, target.resolveSibling("." + target.getFileName() + ".part"));
  }

  /** Moves the file to its place, in one step. */
  public void commit() throws IOException {
    Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(part);
  }
}
