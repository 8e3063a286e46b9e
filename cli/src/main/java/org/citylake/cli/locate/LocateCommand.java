package org.citylake.cli.locate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.citylake.cli.command.CityLakeSubcommand;
import org.citylake.cli.command.RecordProgress;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.Initializer;
import org.citylake.entities.location.BoundaryCheck;
import org.citylake.entities.location.BoundaryFile;
import org.citylake.entities.location.CoordinateSystem;
import org.citylake.entities.location.NamedBoundaries;
import org.citylake.entities.location.RegionIndex;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code locate}: the region of each point. */
@Command(
    name = "locate",
    description = {
      "Find the region in which each point lies, exactly.",
      "Points are a CSV file (.csv or .csv.gz) with the columns id, longitude, latitude among"
          + " others, in degrees. Boundaries are GeoJSON (.geojson or .geojson.gz) in WGS 84. The"
          + " result is id,region, every point once in the order of the file, the region empty where"
          + " there is none.",
      "A region has its border; a place that several regions have belongs to the one whose key comes"
          + " first, in the order of its characters.",
      "A point whose coordinates are no number or out of range keeps its row, has no region, and is"
          + " told with its line in OUT.problems.csv, which is written only then."
    },
    footer = {
      "",
      "Examples:",
      "  ./citylake locate --boundaries dashboard/maps/shanghai/outlines.json --key name_zh"
          + " --points points.csv --out located.csv",
      "  ./citylake locate --boundaries b.geojson.gz --points p.csv.gz --crs gcj02 --date 2015-11-03"
          + " --out located.csv"
    })
public final class LocateCommand extends CityLakeSubcommand {
  private Path boundaries;
  private Path points;
  private Path out;

  @Option(
      names = "--key",
      paramLabel = "PROPERTY",
      description = {
        "Names the regions; features of the same value are one region.",
        "Default: the first property that every feature has and no two share, else the feature's"
            + " id, else its number."
      })
  private @Nullable String key;

  @Option(
      names = "--crs",
      paramLabel = "SYSTEM",
      description = {
        "What the points' coordinates are of: wgs84, cgcs2000, gcj02 or bd09.",
        "Default: wgs84."
      })
  private CoordinateSystem system = CoordinateSystem.WGS84;

  @Option(
      names = "--date",
      paramLabel = "DATE",
      description = {
        "Take the boundaries of this day, such as 2015-11-03, by the features' properties valid_from"
            + " (first day) and valid_to (first day no longer).",
        "Default: the boundaries that have not ended."
      })
  private @Nullable LocalDate date;

  /** The file of boundaries. */
  @Initializer
  @Option(
      names = "--boundaries",
      required = true,
      paramLabel = "FILE",
      description = "GeoJSON with polygons.")
  public void boundaries(Path file) {
    this.boundaries = file;
  }

  /** The file of points. */
  @Initializer
  @Option(
      names = "--points",
      required = true,
      paramLabel = "FILE",
      description = "CSV with id, longitude and latitude.")
  public void points(Path file) {
    this.points = file;
  }

  /** The file that is written. */
  @Initializer
  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "CSV to write, whole or not at all; packed when it ends in .gz.")
  public void out(Path file) {
    this.out = file;
  }

  @Override
  protected int run(Settings settings, Output output) throws IOException {
    long begun = System.nanoTime();
    Path result = result();
    BoundaryFile file = BoundaryFile.read(boundaries);
    NamedBoundaries named =
        NamedBoundaries.of(file, Optional.ofNullable(key), Optional.ofNullable(date));
    RegionIndex index = RegionIndex.of(named.boundaries());
    List<String> warnings = new ArrayList<>(file.warnings());
    warnings.addAll(BoundaryCheck.warnings(named.boundaries(), index));
    warnings.forEach(warning -> output.progress("Warning: " + warning));
    PointCounts counts;
    LocateRun run =
        new LocateRun(new PointLocator(index, system), result, new RecordProgress(output));
    try (PointFile read = PointFile.open(points)) {
      counts = run.locate(read);
    }
    output.say(
        String.format(
            Locale.ROOT,
            "%,d points: %,d in one of %,d regions named by %s, %,d outside, %,d invalid",
            counts.points(),
            counts.located(),
            index.keys().size(),
            named.keyName(),
            counts.outside(),
            counts.invalid()));
    output.say("Located: " + result);
    if (counts.invalid() > 0) {
      output.say("Invalid: " + run.problemFile());
    }
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("points", counts.points());
    object.put("located", counts.located());
    object.put("outside", counts.outside());
    object.put("invalid", counts.invalid());
    object.put("regions", index.keys().size());
    object.put("key", named.keyName());
    object.put("warnings", warnings);
    object.put("seconds", Math.round((System.nanoTime() - begun) / 1e6) / 1e3);
    output.result(object);
    return 0;
  }

  private Path result() throws IOException {
    Path result = out.toAbsolutePath().normalize();
    if (Files.isDirectory(result)) {
      throw new CityLakeException(Kind.USER, "Cannot write to " + out + ": it is a folder");
    }
    for (Path input : List.of(points, boundaries)) {
      if (Files.exists(result) && Files.exists(input) && Files.isSameFile(result, input)) {
        throw new CityLakeException(
            Kind.USER, "Cannot write to " + out + ": it is read too; name another --out");
      }
    }
    Path folder = result.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new CityLakeException(
          Kind.USER, "Cannot write to " + out + ": there is no folder " + folder);
    }
    return result;
  }
}
