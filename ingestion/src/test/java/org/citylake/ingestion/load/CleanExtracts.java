package org.citylake.ingestion.load;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.declaration.SourceDeclaration.FileFormat;
import org.citylake.ingestion.Shipped;
import org.citylake.ingestion.generate.GeneratedSource;
import org.citylake.ingestion.generate.Generation;
import org.citylake.ingestion.generate.SampleCity;

/**
 * Extracts of every shipped source in which nothing is wrong: of published sources what is shipped,
 * of agencies those of a synthetic city without the records that a fault was planted in.
 */
final class CleanExtracts {
  /** The rows that are taken of each. */
  private static final int ROWS = 70;

  private CleanExtracts() {}

  /** With what city directories add to the shipped declarations. */
  static DeclarationLibrary library() {
    return Shipped.libraryWith(
        Path.of(System.getProperty("citylake.root", "..")).resolve("metrics"));
  }

  /** Source id to extract. */
  static Map<String, Extract> of(DeclarationLibrary library, Path folder) {
    Map<String, Extract> extracts = new TreeMap<>();
    Generation city =
        new SampleCity(library, 8000, 7, SampleCity.DEFAULT_DAY).write(folder, source -> {});
    Map<String, Set<Integer>> planted = planted(folder.resolve("truth/fault.csv"));
    for (GeneratedSource generated : city.sources()) {
      if (!lines(library.findSource(generated.id()).orElseThrow())) {
        continue;
      }
      Extract whole =
          Extract.of(
              batch(library.findSource(generated.id()).orElseThrow()),
              folder.resolve(generated.file()));
      Set<Integer> faulty = planted.getOrDefault(generated.id(), Set.of());
      List<List<String>> clean = new ArrayList<>();
      for (int i = 0; i < whole.rows().size() && clean.size() < ROWS; i++) {
        if (!faulty.contains(i)) {
          clean.add(whole.rows().get(i));
        }
      }
      extracts.put(generated.id(), whole.with(clean));
    }
    for (SourceDeclaration source : library.sources()) {
      source
          .origin()
          .ifPresent(
              origin -> {
                Extract whole = Extract.of(batch(source), Shipped.file(source.id()));
                int end = whole.rows().size();
                extracts.put(source.id(), whole.part(Math.max(0, end - ROWS), end));
              });
    }
    return extracts;
  }

  /** Whether the source is sent as lines, which can be sent in other forms too. */
  static boolean lines(SourceDeclaration source) {
    return source.format().type().equals("csv");
  }

  /** The source as one that is loaded in batch, also where it is streamed. */
  static SourceDeclaration batch(SourceDeclaration source) {
    return batch(source, source.format());
  }

  /** The same, in another form. */
  static SourceDeclaration batch(SourceDeclaration source, FileFormat format) {
    return new SourceDeclaration(
        source.id(),
        source.domain(),
        source.folder(),
        source.contract(),
        format,
        source.mapping(),
        source.origin(),
        Optional.empty(),
        source.connector(),
        source.sample(),
        format.equals(source.format()) ? source.contentHash() : source.contentHash() + format);
  }

  /** Source id to the places of rows with a planted fault, from 0. */
  private static Map<String, Set<Integer>> planted(Path faults) {
    Map<String, Set<Integer>> planted = new HashMap<>();
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(faults)) {
      rows.forEach(
          row ->
              planted
                  .computeIfAbsent(row.getField("source"), s -> new HashSet<>())
                  .add(Integer.parseInt(row.getField("line")) - 2));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return planted;
  }
}
