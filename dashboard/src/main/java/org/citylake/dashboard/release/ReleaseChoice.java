package org.citylake.dashboard.release;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.citylake.core.json.Json;
import org.citylake.dashboard.answer.ProblemException;
import org.citylake.dashboard.route.Call;
import org.citylake.dashboard.route.Parameter;
import org.citylake.dashboard.store.PageStore;
import org.citylake.dashboard.store.PageStores;
import org.jspecify.annotations.Nullable;

/**
 * Resolves the release once, when a request begins: {@code ?release=ID}, or the newest published
 * one; so an answer never mixes two.
 */
public final class ReleaseChoice {
  /** The release that is asked for. */
  public static final Parameter RELEASE =
      Parameter.query(
          "release",
          new Parameter.Text("[0-9A-Za-z][0-9A-Za-z_\\-]{0,63}"),
          "a release's id; the newest published one when it is not given");

  private static final long REMEMBERED = TimeUnit.MILLISECONDS.toNanos(100);

  private final PageStores stores;
  private final Supplier<Optional<String>> published;
  private volatile @Nullable Looked looked;

  private record Looked(Optional<PageStore> newest, long at) {}

  /**
   * A choice among a home's releases.
   *
   * @param published id of the published release, asked when the last answer is a moment old
   */
  public ReleaseChoice(PageStores stores, Supplier<Optional<String>> published) {
    this.stores = stores;
    this.published = published;
  }

  /** The release that is asked for, else a problem that says what to do. */
  public PageStore of(Call call) {
    Optional<String> asked = call.find(RELEASE);
    if (asked.isPresent()) {
      return stores
          .find(asked.get())
          .orElseThrow(() -> ProblemException.notFound("There is no release " + asked.get()));
    }
    return newestOfLate()
        .orElseThrow(
            () ->
                new ProblemException(
                    404,
                    "no-release",
                    "There is no release yet",
                    "Run ./citylake run to make the first one."));
  }

  /**
   * The published release as it was a moment ago. Which it is stands in a database, and thousands
   * of requests a second must not each open that.
   */
  private Optional<PageStore> newestOfLate() {
    Looked last = looked;
    long now = System.nanoTime();
    if (last == null || now - last.at() > REMEMBERED) {
      last = new Looked(newest(), now);
      looked = last;
    }
    return last.newest();
  }

  /** The published release, if there is one. */
  public Optional<PageStore> newest() {
    return published.get().flatMap(stores::find);
  }

  /** Ids of all releases, the newest first. */
  List<String> all() {
    return stores.all().stream().map(PageStore::release).toList();
  }

  /** The snapshot at which a release has the table; empty when it does not have it. */
  public static OptionalLong snapshot(PageStore store, String table) {
    JsonNode snapshot = read(store, "release.json").path("tables").path(table);
    return snapshot.isMissingNode()
        ? OptionalLong.empty()
        : OptionalLong.of(Long.parseLong(snapshot.asText()));
  }

  /** A document as a tree; missing when the release does not have it. */
  public static JsonNode read(PageStore store, String path) {
    Optional<byte[]> bytes = store.find(path);
    if (bytes.isEmpty()) {
      return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
    }
    try {
      return Json.mapper().readTree(bytes.get());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + path + " of " + store.folder(), e);
    }
  }
}
