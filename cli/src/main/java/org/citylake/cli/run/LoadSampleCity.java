package org.citylake.cli.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.json.ContentHash;
import org.citylake.ingestion.generate.SampleCity;
import org.citylake.ingestion.load.LoadResult;
import org.citylake.ingestion.load.Loader;

/**
 * Makes the sample city, once per home and size, and loads its extracts: what has no public data.
 * Everything of it is synthetic and says so.
 *
 * @param persons who live there
 */
record LoadSampleCity(long persons) implements Step {
  private static final long SEED = 1;

  @Override
  public String name() {
    return "sample";
  }

  @Override
  public String title() {
    return "Load a sample city of " + persons + " persons (synthetic)";
  }

  @Override
  public Optional<Work> run(RunContext context) {
    Path city = make(context);
    Loader loader = context.loader();
    List<String> loads = new ArrayList<>();
    for (SourceDeclaration source : context.library().sources()) {
      for (Path file : files(city.resolve(source.id()))) {
        LoadResult result = loader.load(source, file, told(file));
        loads.add(result.loadId());
        if (!result.alreadyDone()) {
          context.output().progress("      " + result.told());
        }
      }
    }
    loads.sort(null);
    return Optional.of(
        new Work(ContentHash.of(String.join("\n", loads)), Map.of("loads", loads.size())));
  }

  /** A city of other declarations is another one, so their hash is part of its folder's name. */
  private Path make(RunContext context) {
    String name = persons + "-" + SEED + "-" + context.declarations().hash().substring(0, 12);
    Path cities = context.home().root().resolve("sample");
    Path city = cities.resolve(name);
    if (Files.isDirectory(city)) {
      return city;
    }
    try {
      Path part = cities.resolve(name + ".part");
      delete(part);
      new SampleCity(context.library(), persons, SEED, SampleCity.DEFAULT_DAY)
          .write(part, source -> {});
      Files.move(part, city, StandardCopyOption.ATOMIC_MOVE);
      return city;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make the sample city in " + city, e);
    }
  }

  /** The day in the extract's name; some agencies' extracts are a day late. */
  private static LocalDate told(Path file) {
    String day = file.getFileName().toString().replaceFirst("^.*_([0-9]{8})_synthetic.*$", "$1");
    return LocalDate.parse(day, DateTimeFormatter.BASIC_ISO_DATE);
  }

  private static List<Path> files(Path folder) {
    List<Path> files = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> found = Files.newDirectoryStream(folder)) {
        found.forEach(files::add);
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot list " + folder, e);
      }
    }
    files.sort(null);
    return files;
  }

  /** What a run that was interrupted left behind. */
  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
