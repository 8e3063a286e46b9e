package org.citylake.core.declaration;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.citylake.core.contract.DataContract;

/**
 * One table of the lakehouse.
 *
 * @param namespace raw, vault, city, metric or audit
 * @param name the table's name
 * @param folder the declaration's folder, absolute
 * @param contract its columns; the contract's id is {@code namespace.name}
 * @param query Spark SQL that gives its rows; empty when a mapping, a job or the platform fills it
 * @param inputs tables and code lists ({@code codelist.ID}) that the query reads
 * @param checks Spark SQL statements, each returning the rows that break a rule
 * @param contentHash SHA-256 over every file of the folder but {@code tests/}
 */
public record TableDeclaration(
    String namespace,
    String name,
    Path folder,
    DataContract contract,
    Optional<String> query,
    List<String> inputs,
    List<TableCheck> checks,
    String contentHash) {
  /** What stands before a code list's id where SQL reads it. */
  public static final String CODELIST = "codelist.";

  public TableDeclaration {
    inputs = List.copyOf(inputs);
    checks = List.copyOf(checks);
  }

  /** The tables that the query reads. */
  public List<String> tablesRead() {
    return inputs.stream().filter(name -> !name.startsWith(CODELIST)).toList();
  }

  /** {@code namespace.name}. */
  public String fullName() {
    return namespace + "." + name;
  }

  /**
   * One statement of {@code checks.sql}, headed by a comment line {@code -- check: NAME
   * (error|warn)}.
   *
   * @param name kebab-case name
   * @param blocking whether a row found stops the publication
   * @param sql the statement; any row it returns breaks the rule; it reads the table as {@code
   *     this}
   */
  public record TableCheck(String name, boolean blocking, String sql) {}
}
