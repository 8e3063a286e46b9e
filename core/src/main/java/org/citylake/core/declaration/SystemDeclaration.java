package org.citylake.core.declaration;

import java.util.List;
import java.util.Optional;

/**
 * One system of a city that delivers by a source's contract.
 *
 * @param id the file's name, such as {@code S093}
 * @param nameZh Chinese name
 * @param nameEn English name
 * @param plannedBy sentences of plans that name it, such as {@code 003 三(一) L40}; empty for a
 *     system that no plan names
 * @param district GB/T 2260 code of the area that it serves
 * @param ownerZh the unit that answers for it
 * @param ownerEn the same in English
 * @param cadence how often it delivers
 * @param contract id of the source whose contract it delivers by
 * @param need what the platform needs of it
 * @param fields columns of the contract that answer the need
 * @param gap what of the need no column answers
 * @param assumed which of owner, cadence and contract rest on no document
 */
public record SystemDeclaration(
    String id,
    String nameZh,
    String nameEn,
    List<String> plannedBy,
    String district,
    String ownerZh,
    String ownerEn,
    String cadence,
    String contract,
    String need,
    List<String> fields,
    Optional<String> gap,
    List<String> assumed) {
  public SystemDeclaration {
    plannedBy = List.copyOf(plannedBy);
    fields = List.copyOf(fields);
    assumed = List.copyOf(assumed);
  }

  /** Codes of the plans that name it, in order. */
  public List<String> plans() {
    return plannedBy.stream().map(SystemDeclaration::plan).distinct().toList();
  }

  /** The plan of a sentence: what stands before the first space. */
  static String plan(String sentence) {
    return sentence.substring(0, Math.max(0, sentence.indexOf(' ')));
  }
}
