package org.citylake.ingestion.generate;

import java.util.Map;

/** Addresses as they were written before districts were merged or renamed. */
final class OldDivision {
  private static final Map<String, String> EARLIER =
      Map.of("静安区", "闸北区", "黄浦区", "卢湾区", "浦东新区", "南汇区", "崇明区", "崇明县", "奉贤区", "奉贤县", "青浦区", "青浦县");

  private OldDivision() {}

  /** The address with a district of before; with the road's old name where there was none. */
  static String of(String address) {
    for (Map.Entry<String, String> name : EARLIER.entrySet()) {
      if (address.contains(name.getKey())) {
        return address.replace(name.getKey(), name.getValue());
      }
    }
    return address.replace("路", "旧路");
  }
}
