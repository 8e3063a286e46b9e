package org.citylake.ingestion.generate;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.contract.LogicalType;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.ingestion.record.LineParser;
import org.citylake.ingestion.record.ParsedLine;
import org.citylake.ingestion.record.RecordJson;
import org.citylake.ingestion.record.RecordLine;
import org.citylake.ingestion.record.RecordParser;
import org.citylake.ingestion.record.RecordValidator;
import org.citylake.ingestion.record.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * A source that has no sample.yaml: rows made from its contract alone, without faults. A row that
 * the source's own validator refuses, or whose key has been given, is drawn again.
 */
final class GenericSource implements SampleSource {
  /** A place outside the city, for columns that ask for a course of time alone. */
  static final Place NOWHERE =
      new Place(new Street("310101001", "样例街道", District.of("310101", "黄浦区")), 1, "样例路", 1, 1, 101);

  private static final int ATTEMPTS = 60;
  private static final int PERSONS_PER_ROW = 50;
  private static final int FEWEST = 20;

  /** The keys that were given are held, so that their number must not grow with the city. */
  private static final int MOST = 20_000;

  private final SourceDeclaration source;
  private final Citizens citizens;
  private final Draw draws;
  private final LocalDateTime end;
  private final List<GenericColumn> columns = new ArrayList<>();
  private final RowKeys keys;
  private final Function<List<@Nullable String>, ParsedLine> parsed;
  private final RecordValidator validator;
  private final Set<String> given = new HashSet<>();

  GenericSource(
      SourceDeclaration source,
      DeclarationLibrary library,
      Citizens citizens,
      Draw draws,
      LocalDateTime end) {
    this.source = source;
    this.citizens = citizens;
    this.draws = draws;
    this.end = end;
    this.keys = new RowKeys(source);
    this.parsed = source.format().type().equals("csv") ? lines(source) : objects(source);
    this.validator = new RecordValidator(source, library);
    List<String> wide = source.format().unpivot().map(u -> u.columns()).orElse(List.of());
    int moment = 0;
    for (ContractProperty property : source.contract().properties()) {
      boolean timed =
          property.type() == LogicalType.DATE || property.type() == LogicalType.TIMESTAMP;
      columns.add(
          new GenericColumn(
              property, library, timed ? moment++ : 0, wide.contains(property.name())));
    }
  }

  @Override
  public String truth() {
    return "record";
  }

  @Override
  public void rows(Consumer<WrittenRow> row) {
    long wanted = Math.min(MOST, Math.max(FEWEST, citizens.residents() / PERSONS_PER_ROW));
    for (long n = 0; n < wanted; n++) {
      Optional<WrittenRow> made = row(n);
      if (made.isEmpty() && n == 0) {
        throw new IllegalStateException(
            "no row of " + source.id() + " passes its own contract: give it a sample.yaml");
      }
      if (made.isEmpty()) {
        // No further key can be found, as where a key is a year and a code: the extract ends here.
        return;
      }
      row.accept(made.get());
    }
  }

  private Optional<WrittenRow> row(long n) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Draw draw = draws.at("row", n).at("attempt", attempt);
      Place place = citizens.compounds().pick(draw.at("place", 0)).place();
      SampleRecord record =
          new SampleRecord(new GenericEntity(n, draw, place, end), draw, n + 1, Set.of());
      List<@Nullable String> texts = new ArrayList<>();
      columns.forEach(column -> texts.add(column.text(record)));
      if (accepted(texts)) {
        List<String> found = keys.of(texts);
        if (!found.isEmpty() && found.stream().noneMatch(given::contains)) {
          given.addAll(found);
          return Optional.of(new WrittenRow(record, texts, found));
        }
      }
    }
    return Optional.empty();
  }

  private boolean accepted(List<@Nullable String> texts) {
    ParsedLine line = parsed.apply(texts);
    return !line.records().isEmpty()
        && line.records().stream().map(validator::validate).allMatch(SourceRecord::accepted);
  }

  private static Function<List<@Nullable String>, ParsedLine> lines(SourceDeclaration source) {
    LineFormat format = new LineFormat(source);
    RecordParser parser = new RecordParser(source);
    RecordLine header = new RecordLine(1, format.header().getBytes(format.charset()));
    return texts ->
        parser.parse(
            parser.kept(header, new RecordLine(2, format.line(texts).getBytes(format.charset()))));
  }

  /** Of files whose records are no lines of text. */
  private static Function<List<@Nullable String>, ParsedLine> objects(SourceDeclaration source) {
    LineParser parser = LineParser.of(source);
    List<ContractProperty> columns = source.contract().properties();
    return texts -> {
      Map<String, @Nullable String> row = new LinkedHashMap<>();
      for (int i = 0; i < columns.size(); i++) {
        row.put(columns.get(i).physicalName(), texts.get(i));
      }
      return parser.parse(new RecordLine(1, RecordJson.write(row, List.of())));
    };
  }
}
