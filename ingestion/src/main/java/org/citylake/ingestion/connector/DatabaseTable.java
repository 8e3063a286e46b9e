package org.citylake.ingestion.connector;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.declaration.SourceDeclaration;

/** The SQL over one table of an agency's database; names are quoted, values are bound. */
final class DatabaseTable {
  private static final int ROWS_AT_A_TIME = 1000;

  private final Connection connection;
  private final SourceDeclaration source;
  private final String quote;

  DatabaseTable(Connection connection, SourceDeclaration source) throws SQLException {
    this.connection = connection;
    this.source = source;
    this.quote = connection.getMetaData().getIdentifierQuoteString().strip();
  }

  /** {@code schema.table} or a column's name, as the database wants it. */
  String quoted(String name) {
    return Arrays.stream(name.split("\\."))
        .map(part -> quote + part + quote)
        .collect(Collectors.joining("."));
  }

  /** The contract's columns, for a select. */
  String columns() {
    return source.contract().properties().stream()
        .map(ContractProperty::physicalName)
        .map(this::quoted)
        .collect(Collectors.joining(", "));
  }

  /** A statement that streams its rows, with its values bound in order. */
  PreparedStatement prepare(String sql, Object... values) throws SQLException {
    PreparedStatement statement =
        connection.prepareStatement(sql, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
    statement.setFetchSize(ROWS_AT_A_TIME);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  /**
   * Writes the statement's rows to a file, the contract's columns first.
   *
   * @param watched told each row's value behind the contract's columns, if there is one
   * @return number of rows
   */
  long write(PreparedStatement statement, Path file, java.util.function.Consumer<Object> watched)
      throws SQLException, IOException {
    List<CellText> texts = source.contract().properties().stream().map(CellText::new).toList();
    try (ResultSet rows = statement.executeQuery();
        DeliveryCsv csv = new DeliveryCsv(source, file)) {
      boolean more = rows.getMetaData().getColumnCount() > texts.size();
      while (rows.next()) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
          cells.add(texts.get(i).of(rows.getObject(i + 1)));
        }
        csv.write(cells);
        Object last = more ? rows.getObject(texts.size() + 1) : null;
        if (last != null) {
          watched.accept(last);
        }
      }
      return csv.rows();
    }
  }
}
