package org.citylake.cli.index;

import com.fasterxml.jackson.core.JsonGenerator;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.citylake.cli.state.WholeFile;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.json.Json;
import org.citylake.metrics.index.panel.NumberText;
import org.jspecify.annotations.Nullable;

/**
 * A folder of results. Each file is written beside its place and moved there when it is whole, so
 * that nobody finds half a file.
 *
 * @param folder the folder; made when it is not there
 */
public record ResultFolder(Path folder) {
  private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

  /**
   * Makes the folder.
   *
   * @throws CityLakeException of kind USER when a file has its place or it cannot be written to
   */
  public static ResultFolder create(Path folder) {
    for (@Nullable Path part = folder.toAbsolutePath(); part != null; part = part.getParent()) {
      if (Files.exists(part) && !Files.isDirectory(part)) {
        throw new CityLakeException(
            Kind.USER,
            "Cannot write to "
                + folder
                + ": "
                + (part.equals(folder.toAbsolutePath()) ? "it" : part)
                + " is a file");
      }
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new CityLakeException(
          Kind.EXTERNAL, "Cannot make the folder " + folder + ": " + e.getMessage(), e);
    }
    if (!Files.isWritable(folder)) {
      throw new CityLakeException(
          Kind.EXTERNAL, "Cannot write to " + folder + ": the folder is read-only");
    }
    return new ResultFolder(folder.toAbsolutePath().normalize());
  }

  /**
   * Writes a CSV file with a header. A text that a spreadsheet would run as a formula gets an
   * apostrophe before it, as in exports (OWASP, CSV Injection); numbers do not.
   */
  Path csv(String name, List<String> header, Stream<List<String>> lines) {
    return write(
        name,
        part -> {
          try (CsvWriter csv = CsvWriter.builder().build(part)) {
            csv.writeRecord(header);
            lines.forEach(
                line -> csv.writeRecord(line.stream().map(ResultFolder::guarded).toList()));
          } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + part, e);
          }
        });
  }

  /** Writes a JSON file, indented, item by item where the value holds an {@link Iterable}. */
  Path json(String name, Object value) {
    return write(
        name,
        part -> {
          try (Writer writer = Files.newBufferedWriter(part)) {
            Json.mapper()
                .writerWithDefaultPrettyPrinter()
                .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .writeValue(writer, value);
            writer.write("\n");
          } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + part, e);
          }
        });
  }

  /** Writes a text file. */
  public Path text(String name, String text) {
    return write(
        name,
        part -> {
          try {
            Files.writeString(part, text);
          } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + part, e);
          }
        });
  }

  private static String guarded(String text) {
    return text.length() > 1
            && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0
            && NumberText.find(text).isEmpty()
        ? "'" + text
        : text;
  }

  /** Writes a file by a writer that is given where to. */
  public Path write(String name, Consumer<Path> writer) {
    Path target = folder.resolve(name);
    try (WholeFile file = WholeFile.of(target)) {
      writer.accept(file.part());
      file.commit();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + target, e);
    }
    return target;
  }

  /** A number as text that reads back as the same number; empty for none. */
  static String number(@Nullable Double value) {
    if (value == null) {
      return "";
    }
    double number = value;
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }

  /** A whole number as text; empty for none. */
  static String number(@Nullable Integer value) {
    return value == null ? "" : value.toString();
  }
}
