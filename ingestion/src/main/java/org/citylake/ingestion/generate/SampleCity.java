package org.citylake.ingestion.generate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.SourceDeclaration;

/**
 * A synthetic city: extracts of every source of an agency, as it would send them, and the truth
 * beside them. Rows are written as they are made, so that memory does not grow with the city. The
 * same declarations, number of persons, seed and day give the same bytes.
 */
public final class SampleCity {
  private static final String MARK = "_synthetic";

  /** The day whose state is told when none is asked for. */
  public static final LocalDate DEFAULT_DAY = Person.REFERENCE;

  private final DeclarationLibrary library;
  private final long persons;
  private final long seed;
  private final LocalDate day;
  private final Citizens citizens;

  /**
   * A city that is not written yet.
   *
   * @param persons those who live there, at least 1
   * @throws CityLakeException of kind USER for fewer than one person
   */
  public SampleCity(DeclarationLibrary library, long persons, long seed, LocalDate day) {
    if (persons < 1) {
      throw new CityLakeException(
          Kind.USER, "Cannot make a city of " + persons + " persons: take at least 1");
    }
    this.library = library;
    this.persons = persons;
    this.seed = seed;
    this.day = day;
    this.citizens =
        new Citizens(Territory.of(library, day), new NameStock(), Draw.of(seed), persons);
  }

  /**
   * Writes every extract, the truth, README.md, generation.json and SYNTHETIC.
   *
   * @param folder a folder that does not exist or is empty
   * @param progress is told each source that is done
   * @throws CityLakeException of kind USER when the folder holds something
   */
  public Generation write(Path folder, Consumer<GeneratedSource> progress) {
    return write(folder, Set.of(), progress);
  }

  /**
   * The same of some sources, whose extracts are those of the whole city.
   *
   * @param only ids of the sources to write; empty for all
   * @throws CityLakeException of kind USER for a source that is not declared
   */
  public Generation write(Path folder, Set<String> only, Consumer<GeneratedSource> progress) {
    requireDeclared(only);
    requireEmpty(folder);
    List<GeneratedSource> written = new ArrayList<>();
    Map<String, String> leftOut = new TreeMap<>();
    try (Truth truth = new Truth(Files.createDirectories(folder.resolve("truth")))) {
      for (SourceDeclaration source : library.sources()) {
        Optional<String> reason =
            only.isEmpty() || only.contains(source.id())
                ? leftOut(source)
                : Optional.of("not asked for");
        if (reason.isPresent()) {
          leftOut.put(source.id(), reason.get());
        } else {
          GeneratedSource done = source(source, folder, truth);
          if (done.rows() == 0) {
            Files.delete(folder.resolve(done.file()));
            Files.delete(folder.resolve(source.id()));
            leftOut.put(source.id(), "nothing of it in so small a city");
          } else {
            written.add(done);
            progress.accept(done);
          }
        }
      }
      Generation generation = new Generation(persons, seed, day, written, leftOut);
      generation.describe(folder);
      return generation;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the city to " + folder, e);
    }
  }

  private static Optional<String> leftOut(SourceDeclaration source) {
    if (source.origin().isPresent()) {
      return Optional.of("published data, which come as they are");
    }
    if (source.replayed()) {
      return Optional.of("a stream");
    }
    return ExtractFile.unwritten(source);
  }

  private void requireDeclared(Set<String> only) {
    for (String id : only) {
      if (library.findSource(id).isEmpty()) {
        throw new CityLakeException(
            Kind.USER, "Cannot make an extract of '" + id + "': no source has this id");
      }
    }
  }

  private static void requireEmpty(Path folder) {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> inside = Files.list(folder)) {
        if (inside.findAny().isEmpty()) {
          return;
        }
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot read " + folder, e);
      }
    }
    if (Files.exists(folder)) {
      throw new CityLakeException(
          Kind.USER,
          "Cannot write a city to " + folder + ": it holds something; name an empty folder");
    }
  }

  private GeneratedSource source(SourceDeclaration source, Path folder, Truth truth)
      throws IOException {
    LocalDateTime end = day.atTime(23, 59, 59);
    Draw draws = Draw.of(seed).at("source " + source.id(), 0);
    List<Fault> whole = new ArrayList<>();
    SampleSource rows;
    if (source.sample().isPresent()) {
      DeclaredSource declared =
          new DeclaredSource(source, source.sample().get(), library, citizens, draws, end);
      if (declared.late()) {
        whole.add(Fault.LATE_FILE);
      }
      if (declared.truncated()) {
        whole.add(Fault.TRUNCATED_FILE);
      }
      rows = declared;
    } else {
      rows = new GenericSource(source, library, citizens, draws, end);
    }
    LocalDate told = whole.contains(Fault.LATE_FILE) ? day.minusDays(1) : day;
    // The name goes into raw rows, loads and explanations, so all of them say what they rest on.
    String name =
        source.id()
            + "_"
            + told.toString().replace("-", "")
            + MARK
            + "."
            + ExtractFile.ending(source);
    Path file = Files.createDirectories(folder.resolve(source.id())).resolve(name);
    GeneratedSource.Counter counter = new GeneratedSource.Counter(source, rows.truth(), told);
    whole.forEach(counter::fault);
    try (ExtractFile out = ExtractFile.open(source, file)) {
      rows.rows(
          row -> {
            try {
              out.row(row.texts());
              counter.row(row);
              truth.tell(source.id(), rows.truth(), counter.rows() + out.linesBefore(), row);
            } catch (IOException e) {
              throw new UncheckedIOException("Cannot write " + file, e);
            }
          });
    }
    return counter.done(source.id() + "/" + name);
  }

  /** Whether the name of a delivered file says that it is an extract of a sample city. */
  public static boolean made(String file) {
    return file.contains(MARK);
  }
}
