package org.citylake.streamingjobs.table;

import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.types.logical.RowType;
import org.apache.iceberg.PartitionKey;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.StructLike;
import org.apache.iceberg.Table;
import org.apache.iceberg.flink.FlinkSchemaUtil;
import org.apache.iceberg.flink.RowDataWrapper;
import org.apache.iceberg.types.JavaHash;
import org.jspecify.annotations.Nullable;

/**
 * The hash of a row's partition. Iceberg's own distribution writes each row's partition as a path
 * to hash it, which costs more than all else in the task.
 */
final class PartitionHash implements KeySelector<RowData, Integer> {
  private static final long serialVersionUID = 1L;

  private final Schema schema;
  private final PartitionSpec spec;
  private final RowType type;
  private transient @Nullable Partitioner partitioner;

  PartitionHash(Table table) {
    this.schema = table.schema();
    this.spec = table.spec();
    this.type = FlinkSchemaUtil.convert(schema);
  }

  @Override
  public Integer getKey(RowData row) {
    Partitioner found = partitioner;
    if (found == null) {
      found = new Partitioner(schema, spec, type);
      partitioner = found;
    }
    return found.hash(row);
  }

  private static final class Partitioner {
    private final PartitionKey key;
    private final RowDataWrapper wrapper;
    private final JavaHash<StructLike> hash;

    Partitioner(Schema schema, PartitionSpec spec, RowType type) {
      this.key = new PartitionKey(spec, schema);
      this.wrapper = new RowDataWrapper(type, schema.asStruct());
      this.hash = JavaHash.forType(spec.partitionType());
    }

    int hash(RowData row) {
      key.partition(wrapper.wrap(row));
      return hash.hash(key);
    }
  }
}
