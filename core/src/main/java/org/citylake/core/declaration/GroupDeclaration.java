package org.citylake.core.declaration;

import java.nio.file.Path;
import java.util.List;

/**
 * A group of users and what it may see.
 *
 * @param id the folder's name
 * @param nameZh Chinese name
 * @param nameEn English name
 * @param grants on tables; of those that cover a table the first holds
 * @param views ids of the views that SQL shows it
 * @param page what its members may do on the page beside reading: acknowledge, answer, cases,
 *     objections, quarantine, runs, supervise
 * @param unreleased whether SQL shows it what no release pins yet
 * @param limits of its statements
 * @param folder the declaration's folder, absolute
 * @param contentHash SHA-256 over every file of the folder but {@code tests/}
 */
public record GroupDeclaration(
    String id,
    String nameZh,
    String nameEn,
    List<Grant> grants,
    List<String> views,
    List<String> page,
    boolean unreleased,
    Limits limits,
    Path folder,
    String contentHash) {
  public GroupDeclaration {
    grants = List.copyOf(grants);
    views = List.copyOf(views);
    page = List.copyOf(page);
  }

  /** Which rows of a table are shown. */
  public enum Rows {
    /** Every row. */
    ALL,
    /** Those of the user's district. */
    OWN_DISTRICT,
    /** Those of the user's subdistrict. */
    OWN_SUBDISTRICT
  }

  /**
   * What is seen of some tables.
   *
   * @param tables full names, or {@code NAMESPACE.*}
   * @param rows which rows
   * @param level the highest classification that is shown clear, such as {@code general-2}
   * @param tokens whether tokens, which stand for personal values, are shown
   */
  public record Grant(List<String> tables, Rows rows, String level, boolean tokens) {
    public Grant {
      tables = List.copyOf(tables);
    }

    /** Whether it covers the table. */
    public boolean covers(String table) {
      String namespace = table.substring(0, table.indexOf('.'));
      return tables.contains(table) || tables.contains(namespace + ".*");
    }
  }

  /**
   * Limits of each user's statements.
   *
   * @param running at most so many at the same time
   * @param queued at most so many that wait; further ones are refused
   * @param memoryPercent of Trino's memory above which no further one starts
   */
  public record Limits(int running, int queued, int memoryPercent) {}
}
