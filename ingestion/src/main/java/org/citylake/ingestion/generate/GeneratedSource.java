package org.citylake.ingestion.generate;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.value.OrderedMap;

/**
 * One extract that was written.
 *
 * @param id the source's id
 * @param file its file below the city's folder
 * @param snapshotDate the day whose state it tells
 * @param population the truth that tells of its entities
 * @param rows its rows, without the header
 * @param faults kind of fault to the number of records with it
 * @param declaration hash of the source's declaration
 */
public record GeneratedSource(
    String id,
    String file,
    LocalDate snapshotDate,
    String population,
    long rows,
    Map<String, Long> faults,
    String declaration) {
  public GeneratedSource {
    faults = OrderedMap.copyOf(faults);
  }

  /** Counts while rows are written. */
  static final class Counter {
    private final SourceDeclaration source;
    private final String population;
    private final LocalDate day;
    private final Map<String, Long> faults = new TreeMap<>();
    private long rows;

    Counter(SourceDeclaration source, String population, LocalDate day) {
      this.source = source;
      this.population = population;
      this.day = day;
    }

    void row(WrittenRow row) {
      rows++;
      row.record().faults().forEach(this::fault);
    }

    void fault(Fault fault) {
      faults.merge(fault.id(), 1L, Long::sum);
    }

    long rows() {
      return rows;
    }

    GeneratedSource done(String file) {
      return new GeneratedSource(
          source.id(), file, day, population, rows, faults, source.contentHash());
    }
  }
}
