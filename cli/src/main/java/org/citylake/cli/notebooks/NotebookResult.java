package org.citylake.cli.notebooks;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a notebook ran.
 *
 * @param notebook its name
 * @param seconds that it took
 * @param figures files of its figures
 * @param cell number of the cell that failed, counted from 1 over all cells
 * @param error what that cell said
 */
record NotebookResult(
    String notebook,
    double seconds,
    List<String> figures,
    @Nullable Integer cell,
    @Nullable String error) {
  NotebookResult {
    figures = List.copyOf(figures);
  }

  /** The result as people read it. */
  String line() {
    return error == null
        ? "%s ran in %.1f s, %d figures".formatted(notebook, seconds, figures.size())
        : "%s failed at cell %d: %s".formatted(notebook, cell, error);
  }
}
