package org.citylake.batchjobs.conform;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.citylake.batchjobs.compute.TableProducer;
import org.citylake.batchjobs.spark.ContractTypes;
import org.citylake.batchjobs.spark.MadeRows;
import org.citylake.batchjobs.spark.Relations;
import org.citylake.batchjobs.spark.RowCodec;
import org.citylake.batchjobs.spark.SharedLibrary;
import org.citylake.batchjobs.spark.StandingRows;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.declaration.TableDeclaration;
import org.citylake.ingestion.mapping.RowMapper;

/**
 * A city table filled by the mappings of all batch sources that name it: a source folder more, in
 * the repository or in a city directory, is a source more here.
 *
 * <p>Every version of a row is mapped, not the newest alone. Rows whose key has ended are left out:
 * their source took them back.
 */
public final class ConformProducer implements TableProducer {
  private final TableDeclaration table;
  private final List<SourceDeclaration> sources;
  private final SharedLibrary library;
  private final StructType type;

  /** The table's producer with the sources that map to it. */
  public ConformProducer(TableDeclaration table, DeclarationLibrary library) {
    this.table = table;
    this.sources = sources(table.fullName(), library);
    this.library = SharedLibrary.of(library);
    this.type = ContractTypes.struct(table.contract());
  }

  /** The batch sources that map to a table, ordered by id. */
  public static List<SourceDeclaration> sources(String fullName, DeclarationLibrary library) {
    return library.sources().stream()
        .filter(s -> !s.replayed())
        .filter(s -> s.mapping().map(m -> m.to().equals(fullName)).orElse(false))
        .toList();
  }

  @Override
  public TableDeclaration table() {
    return table;
  }

  @Override
  public List<String> inputs() {
    Stream<String> raw = sources.stream().map(s -> "raw." + s.id());
    Stream<String> areas =
        hasAreaVersion() ? Stream.of(AreaVersions.DISTRICT) : Stream.<String>empty();
    return Stream.concat(raw, areas).toList();
  }

  @Override
  public Dataset<Row> rows(Relations relations) {
    List<Dataset<Row>> parts = new ArrayList<>();
    parts.add(MadeRows.of(relations.session(), List.of(), type));
    for (SourceDeclaration source : sources) {
      String raw = "raw." + source.id();
      if (relations.has(raw)) {
        parts.add(
            StandingRows.versions(relations.load(raw))
                .mapPartitions(mapper(source.id(), library, type), Encoders.row(type)));
      }
    }
    Dataset<Row> all = parts.stream().reduce(Dataset::unionByName).orElseThrow();
    return hasAreaVersion() ? AreaVersions.fill(all, relations) : all;
  }

  private boolean hasAreaVersion() {
    return table.contract().findProperty("ref_area_valid_from").isPresent()
        && table.contract().findProperty("time_period").isPresent();
  }

  private static MapPartitionsFunction<Row, Row> mapper(
      String sourceId, SharedLibrary shared, StructType type) {
    return rows -> {
      DeclarationLibrary library = shared.library();
      RowMapper mapper = new RowMapper(library.findSource(sourceId).orElseThrow(), library);
      return new MappedRows(rows, mapper, type);
    };
  }

  private record MappedRows(Iterator<Row> rows, RowMapper mapper, StructType type)
      implements Iterator<Row> {
    @Override
    public boolean hasNext() {
      return rows.hasNext();
    }

    @Override
    public Row next() {
      return RowCodec.row(mapper.map(RowCodec.map(rows.next())), type);
    }
  }
}
