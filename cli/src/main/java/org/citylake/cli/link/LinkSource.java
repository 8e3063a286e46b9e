package org.citylake.cli.link;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;

/**
 * A file to link and the name by which its records are told.
 *
 * @param name the name that was given, else the file's without its endings
 * @param file the file
 */
record LinkSource(String name, Path file) {
  /** What {@code --input} says: {@code FILE} or {@code NAME=FILE}. */
  static LinkSource of(String option) {
    int sign = option.indexOf('=');
    if (sign > 0 && !Files.exists(Path.of(option))) {
      return new LinkSource(option.substring(0, sign).strip(), Path.of(option.substring(sign + 1)));
    }
    Path file = Path.of(option);
    String name =
        file.getFileName()
            .toString()
            .replaceFirst("(?i)(\\.(csv|tsv|txt))?(\\.gz)?$", "")
            .replaceFirst("(?i)\\.parquet$", "");
    return new LinkSource(name, file);
  }

  /** All inputs of a command line; two of one name are refused. */
  static List<LinkSource> all(List<String> options) {
    List<LinkSource> sources = options.stream().map(LinkSource::of).toList();
    if (new HashSet<>(sources.stream().map(LinkSource::name).toList()).size() < sources.size()) {
      throw new CityLakeException(
          Kind.USER,
          "Two inputs have the same name, which names their records: give --input NAME=FILE");
    }
    return sources;
  }
}
