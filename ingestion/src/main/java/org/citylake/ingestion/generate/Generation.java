package org.citylake.ingestion.generate;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citylake.core.json.Json;
import org.citylake.core.value.OrderedMap;

/**
 * What was generated.
 *
 * @param persons those who live in the city
 * @param seed what all draws follow from
 * @param day the day whose state is told
 * @param sources the extracts, by id
 * @param leftOut sources without an extract, with the reason
 */
public record Generation(
    long persons,
    long seed,
    LocalDate day,
    List<GeneratedSource> sources,
    Map<String, String> leftOut) {
  /** Grows when the same seed gives another city. */
  private static final int VERSION = 2;

  public Generation {
    sources = List.copyOf(sources);
    leftOut = OrderedMap.copyOf(leftOut);
  }

  /** Rows of all extracts. */
  public long rows() {
    return sources.stream().mapToLong(GeneratedSource::rows).sum();
  }

  /** Records with a planted fault, each counted once for every fault. */
  public long faults() {
    return sources.stream()
        .flatMap(s -> s.faults().values().stream())
        .mapToLong(Long::longValue)
        .sum();
  }

  /** Writes README.md, generation.json and SYNTHETIC. */
  void describe(Path folder) throws IOException {
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
    printer.indentArraysWith(new DefaultIndenter("  ", "\n"));
    Files.writeString(
        folder.resolve("generation.json"),
        Json.mapper().writer(printer).writeValueAsString(object()) + "\n");
    Files.writeString(
        folder.resolve("SYNTHETIC"),
        "合成数据，非真实数据。 Synthetic data: no record is of a real person, firm or case.\n");
    Files.writeString(folder.resolve("README.md"), readme());
  }

  private Map<String, Object> object() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("synthetic", true);
    object.put("generator_version", VERSION);
    object.put("persons", persons);
    object.put("seed", seed);
    object.put("snapshot_date", day.toString());
    object.put("left_out", leftOut);
    List<Map<String, Object>> list = new ArrayList<>();
    for (GeneratedSource source : sources) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("source", source.id());
      entry.put("file", source.file());
      entry.put("snapshot_date", source.snapshotDate().toString());
      entry.put("truth", "truth/" + source.population() + ".csv");
      entry.put("rows", source.rows());
      entry.put("faults", source.faults());
      entry.put("declaration", source.declaration());
      list.add(entry);
    }
    object.put("sources", list);
    return object;
  }

  private String readme() {
    StringBuilder text = new StringBuilder();
    text.append("# SYNTHETIC DATA 合成数据\n\n")
        .append("Made by `./citylake generate --persons ")
        .append(persons)
        .append(" --seed ")
        .append(seed)
        .append(" --snapshot-date ")
        .append(day)
        .append("`. No person, firm, place or case in it is real; names are put together at")
        .append(" random, and numbers with right check digits were never given to anybody.")
        .append(" Not to be used as real data or statistics.\n\n")
        .append("Each folder is a source: `./citylake ingest SOURCE FILE --snapshot-date DATE`.")
        .append(" `truth/` says which entity each record is of, and which faults were planted")
        .append(" where.\n\n| source | rows | records with planted faults |\n|---|---|---|\n");
    for (GeneratedSource source : sources) {
      long planted = source.faults().values().stream().mapToLong(Long::longValue).sum();
      text.append("| ")
          .append(source.id())
          .append(" | ")
          .append(source.rows())
          .append(" | ")
          .append(planted)
          .append(" |\n");
    }
    return text.toString();
  }
}
