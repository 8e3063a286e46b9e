package org.citylake.lakehouse.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.contract.DataContract;
import org.citylake.core.contract.LogicalType;
import org.citylake.core.declaration.SourceDeclaration;

/**
 * The contract of a source's vault table {@code vault.SOURCE}: its personal columns, each value
 * sealed, under the key and the content hash of the raw row that they belong to.
 */
public final class VaultTableContract {
  private static final int FIRST_PLATFORM_ID = 10_201;

  private VaultTableContract() {}

  /** The vault table's contract; the source has at least one personal column. */
  public static DataContract of(SourceDeclaration source) {
    int id = FIRST_PLATFORM_ID;
    List<ContractProperty> columns = new ArrayList<>();
    columns.add(
        RawTableContract.key(
            id++,
            1,
            "source_key",
            LogicalType.STRING,
            "string",
            "来源键",
            "key of the raw row, tokens for its personal parts"));
    columns.add(
        RawTableContract.key(
            id++,
            2,
            "occurrence",
            LogicalType.INTEGER,
            "int",
            "出现次数",
            "n-th identical row of its delivery, from 1"));
    columns.add(
        RawTableContract.key(
            id++,
            3,
            "content_hash",
            LogicalType.STRING,
            "string",
            "内容哈希",
            "hash of the raw row's own columns"));
    columns.add(
        RawTableContract.required(
            id++, "load_id", LogicalType.STRING, "string", "装载号", "load that brought it"));
    columns.add(
        RawTableContract.required(
            id++,
            "known_from",
            LogicalType.TIMESTAMP,
            "timestamptz",
            "获知时间",
            "when the platform learned it"));
    for (ContractProperty column : source.contract().personalColumns()) {
      columns.add(
          RawTableContract.column(
              column.fieldId(),
              column.name(),
              LogicalType.STRING,
              "binary",
              column.nameZh(),
              "sealed: " + column.description()));
    }
    DataContract contract = source.contract();
    return new DataContract(
        "vault." + source.id(),
        contract.version(),
        contract.nameZh(),
        contract.nameEn(),
        contract.description(),
        columns,
        List.of(),
        Map.of());
  }
}
