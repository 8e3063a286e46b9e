package org.citylake.superset.asset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.json.Json;
import org.citylake.superset.client.ResourceKind;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The ZIP of YAML files that Superset imports and exports. Written files hold JSON, which is YAML
 * that no reader takes otherwise: Superset's, of YAML 1.1, makes a date of an unquoted day.
 */
public final class AssetBundle {
  private static final int LONGEST_FILE = 64 << 20;
  private static final String FOLDER = "citylake/";
  // Superset wants a time; a fixed one keeps the bytes the same.
  private static final Map<String, String> METADATA =
      Map.of("version", "1.0.0", "type", "assets", "timestamp", "2026-01-01T00:00:00+00:00");

  private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

  private AssetBundle() {}

  /** The bundle of these assets, the same bytes for the same assets. */
  public static byte[] write(List<Asset> assets) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      entry(zip, "metadata.yaml", Json.line(METADATA));
      for (Asset asset : assets) {
        entry(zip, asset.file(), Json.line(asset.content()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write a bundle in memory", e);
    }
    return bytes.toByteArray();
  }

  /** The databases, datasets, charts and dashboards of a bundle that Superset exported. */
  public static List<Asset> read(byte[] bundle) {
    List<Asset> assets = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = entry.getName();
        for (ResourceKind kind : ResourceKind.values()) {
          if (name.contains("/" + kind.folder() + "/") && name.endsWith(".yaml")) {
            assets.add(
                new Asset(
                    kind, tree(name, new String(zip.readAllBytes(), StandardCharsets.UTF_8))));
            break;
          }
        }
      }
    } catch (IOException e) {
      throw new CityLakeException(Kind.EXTERNAL, "Superset exported no ZIP that can be read", e);
    }
    return List.copyOf(assets);
  }

  private static ObjectNode tree(String name, String text) {
    LoadSettings settings =
        LoadSettings.builder().setLabel(name).setCodePointLimit(LONGEST_FILE).build();
    try {
      JsonNode root = Json.mapper().valueToTree(new Load(settings).loadFromString(text));
      if (root instanceof ObjectNode object && object.hasNonNull("uuid")) {
        return object;
      }
      throw new CityLakeException(
          Kind.EXTERNAL, "Superset exported " + name + " without a uuid; is its version known?");
    } catch (YamlEngineException e) {
      throw new CityLakeException(
          Kind.EXTERNAL, "Superset exported " + name + ", which is not YAML", e);
    }
  }

  private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
    ZipEntry entry = new ZipEntry(FOLDER + name);
    entry.setTimeLocal(EPOCH);
    zip.putNextEntry(entry);
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
