package org.citylake.dashboard.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.MapDeclaration;
import org.citylake.dashboard.answer.Asset;

/**
 * The page's own files and the chart library, from the class path, and the files of the declared
 * maps; nothing comes from elsewhere.
 */
final class StaticAssets {
  private static final String OWN = "/org/citylake/dashboard/web/";
  private static final Pattern PATH =
      Pattern.compile("([a-z0-9-]+/)?[a-z0-9-]+\\.(html|js|css|json|svg)");
  private static final String CHARTS = "vendor/echarts.js";
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "json", "application/json",
          "svg", "image/svg+xml");

  private final Map<String, Path> maps = new HashMap<>();
  private final Map<String, Asset> assets = new ConcurrentHashMap<>();

  StaticAssets(List<MapDeclaration> declared) {
    for (MapDeclaration map : declared) {
      map.outlines().ifPresent(outlines -> maps.put("maps/" + map.id() + ".json", outlines));
      maps.put("maps/" + map.id() + "-tiles.json", map.tiles());
    }
  }

  /** The file of that path, such as {@code js/main.js}, if there is one. */
  Optional<Asset> find(String path) {
    Asset known = assets.get(path);
    if (known != null) {
      return Optional.of(known);
    }
    if (!PATH.matcher(path).matches()) {
      return Optional.empty();
    }
    Optional<Asset> read = bytes(path).map(bytes -> Asset.of("page", type(path), bytes));
    read.ifPresent(asset -> assets.put(path, asset));
    return read;
  }

  private Optional<byte[]> bytes(String path) {
    Path map = maps.get(path);
    if (map == null) {
      return read(path.equals(CHARTS) ? charts() : OWN + path);
    }
    try {
      return Optional.of(Files.readAllBytes(map));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the map " + map, e);
    }
  }

  private static String type(String path) {
    return TYPES.getOrDefault(
        path.substring(path.lastIndexOf('.') + 1), "application/octet-stream");
  }

  private static String charts() {
    Properties properties = new Properties();
    try (InputStream in =
        StaticAssets.class.getResourceAsStream(
            "/META-INF/maven/org.mvnpm/echarts/pom.properties")) {
      if (in == null) {
        throw new CityLakeException(
            Kind.INTERNAL, "The chart library org.mvnpm:echarts is not on the class path");
      }
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "/META-INF/resources/_static/echarts/"
        + properties.getProperty("version")
        + "/dist/echarts.esm.min.mjs";
  }

  private static Optional<byte[]> read(String resource) {
    try (InputStream in = StaticAssets.class.getResourceAsStream(resource)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + resource, e);
    }
  }
}
