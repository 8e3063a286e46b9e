package org.citylake.entities.golden;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.citylake.entities.linkage.configuration.ColumnKind;

/**
 * City ids: keyed hashes of what clusters are anchored at. Docs/adr/0007.
 *
 * <p>An anchor is the right strong identifier or the key, of several the one of the first record;
 * else the first record itself by priority of its source, first day and key. Where two clusters
 * have the same right identifier, that with the first record is anchored at it.
 */
final class CityIds {
  private final MergeDeclaration declaration;
  private final BinaryOperator<String> token;
  private final Set<String> taken = new HashSet<>();

  private CityIds(MergeDeclaration declaration, BinaryOperator<String> token) {
    this.declaration = declaration;
    this.token = token;
  }

  /**
   * By cluster its id.
   *
   * @param clusters ordered by their first records
   * @param token keyed hash of a domain and a text, {@code t1-} and digits
   */
  static List<String> of(
      MergeDeclaration declaration, List<Cluster> clusters, BinaryOperator<String> token) {
    CityIds ids = new CityIds(declaration, token);
    List<String> result = new ArrayList<>();
    for (Cluster cluster : clusters) {
      result.add(ids.id(cluster.records()));
    }
    return result;
  }

  private String id(List<Member> records) {
    Member first = records.get(0);
    String anchor =
        declaration.anchors().stream()
            .flatMap(attribute -> numbers(attribute, records))
            .filter(number -> !taken.contains(number))
            .findFirst()
            .orElse("record/" + first.source() + "/" + first.key());
    taken.add(anchor);
    // The token's version stays in the id.
    return declaration.idPrefix()
        + token.apply("city-id/" + declaration.entity(), anchor).substring(1);
  }

  private Stream<String> numbers(String attribute, List<Member> records) {
    MergeDeclaration.Attribute declared = declaration.attributes().get(attribute);
    if (declared == null) {
      return Stream.empty();
    }
    return records.stream()
        .flatMap(m -> m.value(attribute).stream())
        .flatMap(
            value ->
                declaration.keys().contains(attribute)
                    ? Stream.of(declared.kind().form(value))
                    : right(declared.kind(), value).stream())
        .map(number -> attribute + "/" + number);
  }

  /** The number in its one form when its check digit is right. */
  static Optional<String> right(ColumnKind kind, String value) {
    return kind.identifier()
        .filter(identifier -> identifier.read(value, LocalDate.MAX).right().isPresent())
        .map(identifier -> kind.form(value));
  }
}
