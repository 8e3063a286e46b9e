package org.citylake.metrics.statistics;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.citylake.metrics.PublishedFile;

/** A table of figures of others. An empty cell is missing. */
public record OracleTable(List<NamedCsvRecord> rows) {

  /** Reads a file, such as {@code asem/out_1_Raw.csv}. */
  public static OracleTable read(String file) {
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(PublishedFile.find(file))) {
      return new OracleTable(reader.stream().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of the columns after the first so many. */
  public List<String> columns(int after) {
    List<String> header = rows.get(0).getHeader();
    return header.subList(after, header.size());
  }

  public String text(int row, String column) {
    return rows.get(row).getField(column);
  }

  /** A cell that is there. */
  public double value(int row, String column) {
    return Double.parseDouble(text(row, column));
  }

  /** The row in which a column has a value. */
  public int row(String column, String value) {
    for (int i = 0; i < rows.size(); i++) {
      if (text(i, column).equals(value)) {
        return i;
      }
    }
    throw new IllegalArgumentException("No row has " + value + " as " + column);
  }

  public double[] values(String column) {
    double[] values = new double[rows.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = text(i, column).isEmpty() ? 0 : value(i, column);
    }
    return values;
  }

  public boolean[] present(String column) {
    boolean[] present = new boolean[rows.size()];
    for (int i = 0; i < present.length; i++) {
      present[i] = !text(i, column).isEmpty();
    }
    return present;
  }

  /** Columns as a matrix, [row][column]. */
  public double[][] values(List<String> columns) {
    double[][] matrix = new double[rows.size()][columns.size()];
    for (int j = 0; j < columns.size(); j++) {
      double[] column = values(columns.get(j));
      for (int i = 0; i < column.length; i++) {
        matrix[i][j] = column[i];
      }
    }
    return matrix;
  }

  public boolean[][] present(List<String> columns) {
    boolean[][] matrix = new boolean[rows.size()][columns.size()];
    for (int j = 0; j < columns.size(); j++) {
      boolean[] column = present(columns.get(j));
      for (int i = 0; i < column.length; i++) {
        matrix[i][j] = column[i];
      }
    }
    return matrix;
  }

  /** The codes of the children of a group in the ASEM tree. */
  public static List<String> children(String parent) {
    return read("asem/iMeta.csv").rows().stream()
        .filter(row -> row.getField("Parent").equals(parent))
        .map(row -> row.getField("iCode"))
        .toList();
  }
}
