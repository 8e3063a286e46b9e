package org.citylake.batchjobs.spark;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.DeclarationReader;

/**
 * The declarations for functions that Spark sends to its executors: only the folders travel, and
 * each process reads them once. On a cluster the folders stand under the same paths everywhere.
 */
public final class SharedLibrary implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Map<List<String>, DeclarationLibrary> READ = new ConcurrentHashMap<>();

  private final ArrayList<String> roots;

  private SharedLibrary(List<String> roots) {
    this.roots = new ArrayList<>(roots);
  }

  /** Shares declarations that this process has read already. */
  public static SharedLibrary of(DeclarationLibrary library) {
    List<String> roots = library.roots().stream().map(Path::toString).toList();
    READ.put(roots, library);
    return new SharedLibrary(roots);
  }

  /** The declarations, read when this process has not yet. */
  public DeclarationLibrary library() {
    return READ.computeIfAbsent(
        List.copyOf(roots), r -> DeclarationReader.load(r.stream().map(Path::of).toList()));
  }
}
