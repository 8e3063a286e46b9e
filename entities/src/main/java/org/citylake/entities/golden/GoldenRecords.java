package org.citylake.entities.golden;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;

/** Merges records into golden records. */
public final class GoldenRecords {
  private GoldenRecords() {}

  /**
   * The golden records: a pure function of declaration, records, decisions and key. In whatever
   * order or parts the records came, the same records give the same result.
   *
   * @param members the records, each once
   * @param decisions what stewards decided
   * @param token keyed hash of a domain and a text, {@code t1-} and digits
   * @param progress is told what goes on
   */
  public static List<GoldenRecord> merge(
      MergeDeclaration declaration,
      List<Member> members,
      List<LinkDecision> decisions,
      BinaryOperator<String> token,
      Consumer<String> progress) {
    List<Cluster> clusters =
        declaration
            .linkage()
            .map(linkage -> EntityLinkage.link(linkage, members, decisions, progress))
            .orElseGet(() -> KeyedRecords.link(declaration, members, decisions, progress));
    List<String> ids = CityIds.of(declaration, clusters, token);
    List<GoldenRecord> golden = new ArrayList<>();
    for (int c = 0; c < clusters.size(); c++) {
      List<Member> records = clusters.get(c).records();
      Map<String, Survivor> values = new HashMap<>();
      declaration
          .attributes()
          .forEach(
              (name, attribute) ->
                  Survivorship.choose(name, attribute, records)
                      .ifPresent(survivor -> values.put(name, survivor)));
      golden.add(
          new GoldenRecord(
              ids.get(c), clusters.get(c).members(), clusters.get(c).references(), values));
    }
    return golden;
  }

  /** By record the id of its entity. */
  public static Map<RecordKey, String> links(List<GoldenRecord> golden) {
    Map<RecordKey, String> links = new TreeMap<>();
    for (GoldenRecord entity : golden) {
      entity.linked().forEach(m -> links.put(m.member().recordKey(), entity.id()));
    }
    return links;
  }
}
