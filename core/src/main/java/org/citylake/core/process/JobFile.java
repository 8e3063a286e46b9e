package org.citylake.core.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.citylake.core.json.Json;

/**
 * The files by which the command and an engine's process talk: {@code job.json} goes in, {@code
 * result.json} comes out. Secrets never stand in them; they go through the environment.
 */
public final class JobFile {
  /** Environment variable with the catalog's bearer token. */
  public static final String CATALOG_TOKEN = "CITYLAKE_CATALOG_TOKEN";

  private JobFile() {}

  /** Reads a job or a result. */
  public static <T> T read(Path file, Class<T> type) {
    try {
      return Json.mapper().readValue(file.toFile(), type);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  /** Reads a job or a result as a tree. */
  public static JsonNode read(Path file) {
    return read(file, JsonNode.class);
  }

  /** Writes whole or not at all: into a neighbour first, then moved. */
  public static void write(Path file, Object value) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      Files.createDirectories(folder);
      Path part = Files.createTempFile(folder, file.getFileName().toString(), ".part");
      Json.mapper().writerWithDefaultPrettyPrinter().writeValue(part.toFile(), value);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }
}
