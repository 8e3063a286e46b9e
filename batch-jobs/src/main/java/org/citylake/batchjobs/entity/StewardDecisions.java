package org.citylake.batchjobs.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.citylake.batchjobs.spark.Relations;
import org.citylake.core.codelist.Codelist;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.stewardship.LinkChoice;
import org.citylake.entities.golden.LinkDecision;
import org.citylake.entities.golden.RecordKey;

/**
 * What stewards decided about links: the lines of the code list {@code link_decision}, and after
 * them what they said by page or command, which {@code audit.link_decision} has as the run pinned
 * it. Of several logged decisions on two records the latest holds, and it holds over the code
 * list's; lines of the code list that contradict each other stop the run, as they have no order.
 */
final class StewardDecisions {
  /** What was said by page or command. */
  static final String TABLE = "audit.link_decision";

  private static final String CODELIST = "link_decision";

  private StewardDecisions() {}

  /** The decisions of one entity that are in force. */
  static List<LinkDecision> of(String entity, DeclarationLibrary library, Relations relations) {
    List<LinkDecision> decisions = new ArrayList<>();
    library.codelists().stream()
        .filter(list -> list.id().equals(CODELIST))
        .map(Codelist::rows)
        .flatMap(List::stream)
        .filter(row -> entity.equals(row.get("entity")))
        .forEach(
            row ->
                decisions.add(
                    new LinkDecision(
                        LinkChoice.SAME.equals(row.get("decision")),
                        new RecordKey(text(row, "source_a"), text(row, "key_a")),
                        new RecordKey(text(row, "source_b"), text(row, "key_b")))));
    for (Row row : logged(entity, relations)) {
      String said = row.getAs("decision");
      LinkDecision decision =
          new LinkDecision(
              LinkChoice.SAME.equals(said),
              new RecordKey(row.getAs("source_a"), row.getAs("key_a")),
              new RecordKey(row.getAs("source_b"), row.getAs("key_b")));
      decisions.removeIf(decision::samePair);
      if (!LinkChoice.OPEN.equals(said)) {
        decisions.add(decision);
      }
    }
    return List.copyOf(decisions);
  }

  /** Oldest first; a release from before there was the table has none. */
  private static List<Row> logged(String entity, Relations relations) {
    if (!relations.has(TABLE)) {
      return List.of();
    }
    return relations.load(TABLE).collectAsList().stream()
        .filter(row -> entity.equals(row.getAs("entity")))
        .sorted(Comparator.comparingLong(row -> row.<Long>getAs("number")))
        .toList();
  }

  private static String text(Map<String, String> row, String column) {
    return row.getOrDefault(column, "");
  }
}
