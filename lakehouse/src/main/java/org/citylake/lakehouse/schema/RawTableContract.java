package org.citylake.lakehouse.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.contract.DataContract;
import org.citylake.core.contract.LogicalType;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.declaration.SourceDeclaration.Unpivot;

/**
 * The contract of a source's raw table {@code raw.SOURCE}: the agency's columns, then where each
 * row came from. The agency's columns are optional there, whatever its contract says: what is
 * required is judged when a row arrives, and a row that records an end has no values of its own. A
 * personal column holds tokens, see docs/adr/0002; its values stand in {@code vault.SOURCE}.
 */
public final class RawTableContract {
  private static final int FIRST_PLATFORM_ID = 10_001;
  private static final int VARIABLE_ID = 10_101;
  private static final int VALUE_ID = 10_102;

  private RawTableContract() {}

  /**
   * The raw table's contract; an unpivoted source has {@code variable} (10101) and {@code value}
   * (10102) in place of its wide columns.
   *
   * @throws CityLakeException of kind DATA when a column of the source has a name of the platform's
   */
  public static DataContract of(SourceDeclaration source) {
    List<ContractProperty> columns = new ArrayList<>(agencyColumns(source));
    columns.addAll(platformColumns());
    Set<String> names = new HashSet<>();
    for (ContractProperty column : columns) {
      if (!names.add(column.name())) {
        throw new CityLakeException(
            Kind.DATA,
            "Cannot make raw."
                + source.id()
                + ": the platform fills a column '"
                + column.name()
                + "' there; name the source's column otherwise (physicalName keeps its header)");
      }
    }
    DataContract contract = source.contract();
    return new DataContract(
        "raw." + source.id(),
        contract.version(),
        contract.nameZh(),
        contract.nameEn(),
        contract.description(),
        columns,
        List.of(),
        Map.of());
  }

  private static List<ContractProperty> agencyColumns(SourceDeclaration source) {
    Optional<Unpivot> unpivot = source.format().unpivot();
    List<String> wide = unpivot.map(Unpivot::columns).orElse(List.of());
    List<ContractProperty> columns = new ArrayList<>();
    for (ContractProperty column : source.contract().properties()) {
      if (!wide.contains(column.name())) {
        columns.add(optional(column));
      }
    }
    if (!wide.isEmpty()) {
      ContractProperty first = source.contract().findProperty(wide.get(0)).orElseThrow();
      columns.add(
          column(VARIABLE_ID, "variable", LogicalType.STRING, "string", "变量", "wide column"));
      columns.add(
          column(VALUE_ID, "value", first.type(), first.physicalType(), "值", "value of the cell"));
    }
    return columns;
  }

  private static List<ContractProperty> platformColumns() {
    int id = FIRST_PLATFORM_ID;
    return List.of(
        key(
            id++,
            1,
            "source_key",
            LogicalType.STRING,
            "string",
            "来源键",
            "business key, parts joined by a slash"),
        key(
            id++,
            2,
            "revision",
            LogicalType.INTEGER,
            "int",
            "修订号",
            "1 for the first version of the key; the highest is current"),
        required(
            id++,
            "load_id",
            LogicalType.STRING,
            "string",
            "装载号",
            "load that brought it, see audit.load"),
        required(
            id++, "delivery", LogicalType.STRING, "string", "交付", "SHA-256 of the delivered file"),
        column(id++, "file", LogicalType.STRING, "string", "文件", "name of the delivered file"),
        column(
            id++,
            "line",
            LogicalType.INTEGER,
            "long",
            "行号",
            "physical line in the file, from 1; null for an end"),
        required(
            id++,
            "occurrence",
            LogicalType.INTEGER,
            "int",
            "出现次数",
            "n-th identical row of its delivery, from 1"),
        required(
            id++,
            "operation",
            LogicalType.STRING,
            "string",
            "操作",
            "new, version, confirmed or ended"),
        required(
            id++,
            "snapshot_date",
            LogicalType.DATE,
            "date",
            "快照日期",
            "day whose state the delivery tells"),
        required(
            id++,
            "known_from",
            LogicalType.TIMESTAMP,
            "timestamptz",
            "获知时间",
            "when the platform learned it"),
        column(
            id++,
            "warnings",
            LogicalType.ARRAY,
            "list<string>",
            "提示",
            "what rules that only warn found in it, as rule: message; null when nothing"),
        required(
            id++,
            "content_hash",
            LogicalType.STRING,
            "string",
            "内容哈希",
            "hash of the agency's columns, by which versions are told apart"));
  }

  static ContractProperty key(
      int id,
      int position,
      String name,
      LogicalType type,
      String physical,
      String zh,
      String text) {
    return property(id, name, type, physical, zh, text, true, position);
  }

  static ContractProperty required(
      int id, String name, LogicalType type, String physical, String zh, String text) {
    return property(id, name, type, physical, zh, text, true, 0);
  }

  static ContractProperty column(
      int id, String name, LogicalType type, String physical, String zh, String text) {
    return property(id, name, type, physical, zh, text, false, 0);
  }

  private static ContractProperty optional(ContractProperty column) {
    if (column.personal()) {
      return column(
          column.fieldId(),
          column.name(),
          LogicalType.STRING,
          "string",
          column.nameZh(),
          "token of: " + column.description());
    }
    return property(
        column.fieldId(),
        column.name(),
        column.type(),
        column.physicalType(),
        column.nameZh(),
        column.description(),
        false,
        0);
  }

  private static ContractProperty property(
      int id,
      String name,
      LogicalType type,
      String physical,
      String zh,
      String text,
      boolean required,
      int keyPosition) {
    return new ContractProperty(
        name,
        name,
        id,
        type,
        physical,
        required,
        keyPosition,
        zh,
        text,
        "general-1",
        "",
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Map.of());
  }
}
