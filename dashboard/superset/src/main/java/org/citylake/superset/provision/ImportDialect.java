package org.citylake.superset.provision;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.citylake.superset.asset.Asset;
import org.citylake.superset.client.ResourceKind;

/**
 * What a release's import knows of assets: one that is given a field that it does not know refuses
 * the whole bundle without saying why.
 */
final class ImportDialect {
  private final Set<String> unknownOfDatabases;

  private ImportDialect(Set<String> unknownOfDatabases) {
    this.unknownOfDatabases = unknownOfDatabases;
  }

  /**
   * The dialect of a release.
   *
   * @param version such as {@code 4.1.4}; empty where it is not known
   */
  static ImportDialect of(String version) {
    // A connection of 4.1 impersonates nobody unless somebody says so on its page.
    return new ImportDialect(version.startsWith("4.") ? Set.of("impersonate_user") : Set.of());
  }

  /** The assets without what the release does not know. */
  List<Asset> known(List<Asset> assets) {
    return assets.stream().map(this::known).toList();
  }

  private Asset known(Asset asset) {
    if (asset.kind() != ResourceKind.DATABASE || unknownOfDatabases.isEmpty()) {
      return asset;
    }
    ObjectNode content = asset.content().deepCopy();
    content.remove(unknownOfDatabases);
    return new Asset(asset.kind(), content);
  }
}
