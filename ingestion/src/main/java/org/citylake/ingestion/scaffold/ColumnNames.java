package org.citylake.ingestion.scaffold;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.citylake.core.declaration.SourceDeclaration;

/** Names for columns of the lakehouse, none of the platform's own, from an agency's headers. */
final class ColumnNames {
  /** Headers that agencies often use, and what they mean. */
  private static final Map<String, String> KNOWN =
      Map.ofEntries(
          Map.entry("姓名", "person_name"),
          Map.entry("性别", "sex"),
          Map.entry("身份证号", "identity_number"),
          Map.entry("身份证号码", "identity_number"),
          Map.entry("公民身份号码", "identity_number"),
          Map.entry("出生日期", "born_on"),
          Map.entry("民族", "ethnic_group"),
          Map.entry("住址", "address"),
          Map.entry("地址", "address"),
          Map.entry("联系电话", "telephone"),
          Map.entry("手机号", "mobile_phone"),
          Map.entry("统一社会信用代码", "unified_social_credit_code"),
          Map.entry("企业名称", "enterprise_name"),
          Map.entry("单位名称", "unit_name"),
          Map.entry("名称", "name"),
          Map.entry("编号", "number"),
          Map.entry("序号", "serial_number"),
          Map.entry("日期", "day"),
          Map.entry("时间", "time"),
          Map.entry("年份", "year"),
          Map.entry("状态", "state"),
          Map.entry("类型", "kind"),
          Map.entry("区", "district"),
          Map.entry("区县", "district"),
          Map.entry("街道", "subdistrict"),
          Map.entry("经度", "longitude"),
          Map.entry("纬度", "latitude"),
          Map.entry("备注", "remark"));

  private ColumnNames() {}

  /** One name per header, each once: lower_snake, by meaning where it is known, else by pinyin. */
  static List<String> of(List<String> headers) {
    Transliterator latin = Transliterator.getInstance("Han-Latin; Latin-ASCII");
    Set<String> taken = new HashSet<>(SourceDeclaration.RESERVED_COLUMNS);
    List<String> names = new ArrayList<>();
    for (String header : headers) {
      String name = KNOWN.get(header.strip());
      if (name == null) {
        name =
            latin
                .transliterate(header)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_+|_+$", "");
        name = name.matches("[a-z].*") ? name : "column_" + (names.size() + 1);
      }
      String unique = name;
      for (int i = 2; !taken.add(unique); i++) {
        unique = name + "_" + i;
      }
      names.add(unique);
    }
    return names;
  }
}
