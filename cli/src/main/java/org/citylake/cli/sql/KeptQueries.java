package org.citylake.cli.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.problem.NearestName;

/**
 * Statements kept by name: files {@code NAME.sql} in folders, of which a later one replaces files
 * of the same name in an earlier one. The first lines are {@code -- zh: title} and {@code -- en:
 * title}; a saved one may have neither.
 */
public final class KeptQueries {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]*");
  private static final Pattern TITLE = Pattern.compile("(?m)^-- (zh|en): (.+)$");
  private static final String ENDING = ".sql";

  private final List<Path> folders;

  /** Those of the folders, of which the last is the one that is saved to. */
  public KeptQueries(List<Path> folders) {
    this.folders = List.copyOf(folders);
  }

  /**
   * A statement.
   *
   * @param titleZh Chinese title, empty without one
   * @param titleEn English title, empty without one
   * @param statement the whole text
   */
  public record Query(String name, String titleZh, String titleEn, String statement) {}

  /** All by name. */
  public List<Query> list() {
    return List.copyOf(read().values());
  }

  /**
   * The statement of that name.
   *
   * @throws CityLakeException of kind USER that names the nearest known
   */
  public Query load(String name) {
    Map<String, Query> known = read();
    return Optional.ofNullable(known.get(name))
        .orElseThrow(
            () ->
                new CityLakeException(
                    Kind.USER,
                    "There is no kept statement '"
                        + name
                        + "'"
                        + NearestName.hint(name, known.keySet())));
  }

  /** Keeps a statement. */
  public Path save(String name, String statement) {
    if (!NAME.matcher(name).matches()) {
      throw new CityLakeException(
          Kind.USER,
          "The name '" + name + "' must be of small letters, digits, '_' and '-', a letter first");
    }
    Path folder = folders.get(folders.size() - 1);
    Path file = folder.resolve(name + ENDING);
    try {
      Files.createDirectories(folder);
      Files.writeString(file, statement.strip() + "\n", StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot save " + file, e);
    }
    return file;
  }

  private Map<String, Query> read() {
    Map<String, Query> queries = new TreeMap<>();
    for (Path folder : folders) {
      if (!Files.isDirectory(folder)) {
        continue;
      }
      try (Stream<Path> files = Files.list(folder)) {
        files
            .filter(file -> file.toString().endsWith(ENDING))
            .map(KeptQueries::read)
            .forEach(query -> queries.put(query.name(), query));
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot list " + folder, e);
      }
    }
    return queries;
  }

  private static Query read(Path file) {
    String text;
    try {
      text = Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
    Map<String, String> titles = new TreeMap<>();
    Matcher title = TITLE.matcher(text);
    while (title.find()) {
      titles.putIfAbsent(title.group(1), title.group(2).strip());
    }
    String name = file.getFileName().toString().replaceFirst("[.]sql$", "");
    return new Query(
        name, titles.getOrDefault("zh", ""), titles.getOrDefault("en", ""), text.strip());
  }
}
