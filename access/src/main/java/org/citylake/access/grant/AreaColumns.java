package org.citylake.access.grant;

import java.util.List;
import java.util.Optional;
import org.citylake.core.contract.DataContract;
import org.citylake.core.contract.LogicalType;

/**
 * By which columns a table's rows belong to an area. The codes of subdistricts, and of what lies in
 * them, begin with the code of their district (GB/T 2260, statistical division codes), so the
 * beginning of a code tells.
 */
final class AreaColumns {
  private static final List<String> DISTRICT =
      List.of("ref_area", "district_code", "subdistrict_code", "street_code");
  private static final List<String> SUBDISTRICT =
      List.of("subdistrict_code", "street_code", "ref_area");

  private AreaColumns() {}

  static Optional<String> district(DataContract contract) {
    return first(contract, DISTRICT);
  }

  static Optional<String> subdistrict(DataContract contract) {
    return first(contract, SUBDISTRICT);
  }

  private static Optional<String> first(DataContract contract, List<String> names) {
    return names.stream()
        .filter(
            name ->
                contract
                    .findProperty(name)
                    .filter(p -> p.type() == LogicalType.STRING && !p.personal())
                    .isPresent())
        .findFirst();
  }
}
