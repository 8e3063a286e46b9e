package org.citylake.core.declaration;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A system that plans name, a row of the code list {@code planned_system}.
 *
 * @param id such as {@code S093}
 * @param nameZh Chinese name
 * @param nameEn English name
 * @param role {@code SOURCE} when the platform takes its records in; else OWN, SINK or CONTEXT
 * @param domain domain of its data
 * @param plannedBy the sentences that name it, plan first
 */
public record PlannedSystem(
    String id, String nameZh, String nameEn, String role, String domain, List<String> plannedBy) {
  /** The code list of the systems. */
  public static final String LIST = "planned_system";

  /** The code list of the plans. */
  public static final String PLANS = "plan";

  public PlannedSystem {
    plannedBy = List.copyOf(plannedBy);
  }

  /** From a row of the code list; sentences are parted by semicolons. */
  public static PlannedSystem of(Map<String, String> row) {
    return new PlannedSystem(
        row.getOrDefault("id", ""),
        row.getOrDefault("name_zh", ""),
        row.getOrDefault("name_en", ""),
        row.getOrDefault("role", ""),
        row.getOrDefault("domain", ""),
        Stream.of(row.getOrDefault("planned_by", "").split(";")).map(String::strip).toList());
  }

  /** Whether the platform takes its records in. */
  public boolean isSource() {
    return role.equals("SOURCE");
  }

  /** Codes of the plans that name it, in order. */
  public List<String> plans() {
    return plannedBy.stream().map(SystemDeclaration::plan).distinct().toList();
  }
}
