package org.citylake.cli.link;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.citylake.cli.export.ParquetTableWriter;
import org.citylake.cli.index.ResultFolder;
import org.citylake.entities.linkage.LinkageResult;
import org.citylake.entities.linkage.blocking.ComparedPairs;
import org.citylake.entities.linkage.comparison.PairComparison;
import org.citylake.entities.linkage.configuration.FieldDeclaration;
import org.citylake.entities.linkage.configuration.InputColumns;
import org.citylake.entities.linkage.configuration.LinkageFile;
import org.citylake.entities.linkage.estimation.LinkageModel;
import org.citylake.entities.linkage.table.RecordTable;
import org.citylake.metrics.export.ExportColumn;
import org.citylake.metrics.export.ExportTable;

/** The files of a linkage's result beside the report. */
final class LinkFiles {
  /** Pairs that are less probable than this, and in no common cluster, are not written. */
  static final double LEAST_PROBABILITY = 0.01;

  private static final int ID_BYTES = 8;

  private final LinkageResult result;
  private final List<InputColumns> inputs;
  private final RecordTable table;
  private final int[] clusters;
  private final int[] first;

  LinkFiles(LinkageResult result, List<InputColumns> inputs) {
    this.result = result;
    this.inputs = inputs;
    this.table = result.table();
    this.clusters = result.clusters();
    this.first = result.firstRecords();
  }

  /** Writes clusters.csv, pairs.parquet and config.yaml. */
  void write(ResultFolder folder) {
    folder.write("clusters.csv", this::clusters);
    folder.write(
        "pairs.parquet",
        part -> {
          try {
            new ParquetTableWriter().write(pairs(), part);
          } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + part, e);
          }
        });
    folder.text("config.yaml", LinkageFile.write(result.declaration(), inputs));
  }

  /** How many records each entity has. */
  int[] entitySizes() {
    int[] sizes = new int[table.size()];
    for (int cluster : clusters) {
      sizes[cluster]++;
    }
    return Arrays.stream(sizes).filter(s -> s > 0).toArray();
  }

  private void clusters(java.nio.file.Path part) {
    Integer[] order = new Integer[table.size()];
    Arrays.setAll(order, r -> r);
    Comparator<Integer> byRecord =
        Comparator.comparing((Integer r) -> table.source(r)).thenComparing(r -> table.id(r));
    Arrays.parallelSort(order, byRecord);
    String[] entityIds = new String[table.size()];
    try (CsvWriter csv = CsvWriter.builder().build(part)) {
      csv.writeRecord("source", "record_id", "entity_id");
      for (int r : order) {
        int cluster = clusters[r];
        if (entityIds[cluster] == null) {
          entityIds[cluster] = entityId(source(r), table.id(r));
        }
        csv.writeRecord(source(r), table.id(r), entityIds[cluster]);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + part, e);
    }
  }

  private String source(int record) {
    return table.sources().get(table.source(record));
  }

  /** The id of the entity whose first record, by source and id, this is. */
  private static String entityId(String source, String id) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((source + '\u0000' + id).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private ExportTable pairs() {
    ComparedPairs pairs = result.pairs();
    Integer[] written =
        IntStream.range(0, pairs.size())
            .filter(
                p ->
                    LinkageModel.probability(result.weight(p)) >= LEAST_PROBABILITY
                        || clusters[first[pairs.left(p)]] == clusters[first[pairs.right(p)]])
            .boxed()
            .toArray(Integer[]::new);
    Arrays.parallelSort(
        written,
        Comparator.comparing((Integer p) -> table.id(first[pairs.left(p)]))
            .thenComparing(p -> table.id(first[pairs.right(p)]))
            .thenComparing(p -> p));
    Iterable<Map<String, ?>> rows =
        () -> Arrays.stream(written).<Map<String, ?>>map(this::row).iterator();
    return new ExportTable("linkage.pair", "匹配对", "Pairs", columns(), rows);
  }

  private List<ExportColumn> columns() {
    List<ExportColumn> columns = new ArrayList<>();
    for (String name : List.of("source_1", "record_id_1", "source_2", "record_id_2")) {
      columns.add(new ExportColumn(name, "string", "", "Record of the pair", ""));
    }
    columns.add(new ExportColumn("probability", "double", "匹配概率", "Of a match, 0 to 1", ""));
    columns.add(new ExportColumn("weight", "double", "权重", "Log2 of the odds of a match", ""));
    columns.add(new ExportColumn("matched", "boolean", "是否匹配", "Both are of one entity", ""));
    for (FieldDeclaration field : result.declaration().fields()) {
      columns.add(
          new ExportColumn(
              field.column() + "_level", "string", "", "Level of agreement; null: missing", ""));
      columns.add(new ExportColumn(field.column() + "_weight", "double", "", "In bits", ""));
    }
    return columns;
  }

  private Map<String, Object> row(int pair) {
    int left = result.pairs().left(pair);
    int right = result.pairs().right(pair);
    long pattern = result.pairs().pattern(pair);
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("source_1", source(first[left]));
    row.put("record_id_1", table.id(first[left]));
    row.put("source_2", source(first[right]));
    row.put("record_id_2", table.id(first[right]));
    row.put("probability", LinkageModel.probability(result.weight(pair)));
    row.put("weight", result.weight(pair));
    row.put("matched", clusters[first[left]] == clusters[first[right]]);
    List<FieldDeclaration> fields = result.declaration().fields();
    for (int f = 0; f < fields.size(); f++) {
      int level = PairComparison.level(pattern, f);
      if (level > 0) {
        row.put(fields.get(f).column() + "_level", levelText(fields.get(f), level));
        row.put(fields.get(f).column() + "_weight", result.weights().fieldWeight(f, left, pattern));
      }
    }
    return row;
  }

  /** A level as people read it. */
  static String levelText(FieldDeclaration field, int level) {
    return level > field.levels().size() ? "else" : field.levels().get(level - 1).text();
  }
}
