package org.citylake.lakehouse.server;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import org.citylake.core.home.Home;
import org.citylake.core.json.Json;
import org.citylake.lakehouse.view.ReleasedView;

/**
 * The views of a home as the catalog server reads them, which knows no declarations and may run in
 * another process than whoever does: {@code catalog/views.json}.
 */
public final class ViewFile {
  private ViewFile() {}

  /** Replaces the views in one step. */
  public static void write(Home home, List<ReleasedView> views) {
    Path file = home.views();
    Path part = file.resolveSibling(file.getFileName() + "." + ProcessHandle.current().pid());
    try {
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      Files.writeString(part, Json.line(views));
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }

  /** The views that were written last; none before the first time. */
  public static List<ReleasedView> read(Home home) {
    Path file = home.views();
    try {
      return Files.exists(file)
          ? Json.mapper().readValue(file.toFile(), new TypeReference<List<ReleasedView>>() {})
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }
}
