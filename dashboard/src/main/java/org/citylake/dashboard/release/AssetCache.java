package org.citylake.dashboard.release;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.citylake.dashboard.answer.Asset;

/** The answers that were asked for last, packed and hashed once; the rest are made again. */
public final class AssetCache {
  private final Map<String, Asset> assets;

  /**
   * An empty cache.
   *
   * @param size how many answers it holds
   */
  public AssetCache(int size) {
    this.assets =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Asset> eldest) {
            return size() > size;
          }
        };
  }

  /** The answer of that key, made when it is not known; two may make it at the same time. */
  public Optional<Asset> find(String key, Supplier<Optional<Asset>> maker) {
    synchronized (assets) {
      Asset known = assets.get(key);
      if (known != null) {
        return Optional.of(known);
      }
    }
    Optional<Asset> made = maker.get();
    synchronized (assets) {
      made.ifPresent(asset -> assets.put(key, asset));
    }
    return made;
  }
}
