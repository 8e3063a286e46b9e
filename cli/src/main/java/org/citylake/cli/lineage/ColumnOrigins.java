package org.citylake.cli.lineage;

import io.openlineage.client.OpenLineage;
import io.openlineage.client.OpenLineage.ColumnLineageDatasetFacet;
import io.openlineage.client.OpenLineage.ColumnLineageDatasetFacetFieldsBuilder;
import io.openlineage.client.OpenLineage.InputField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.contract.DataContract;
import org.citylake.core.contract.LogicalType;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.declaration.SourceDeclaration.Unpivot;
import org.citylake.core.declaration.SourceMapping;

/**
 * Which column comes from which: of raw and vault tables by contract, of city tables by mapping.
 */
final class ColumnOrigins {
  private static final String DIRECT = "DIRECT";
  private static final String IDENTITY = "IDENTITY";
  private static final String TRANSFORMATION = "TRANSFORMATION";

  /** The transform of a mapping that changes nothing. */
  private static final String AS_IS = "identity";

  private final OpenLineage facets;
  private final Map<String, List<InputField>> columns = new LinkedHashMap<>();

  ColumnOrigins(OpenLineage facets) {
    this.facets = facets;
  }

  /** The columns of a raw table from the columns of the delivered file. */
  ColumnOrigins raw(SourceDeclaration source, String namespace, String file) {
    DataContract contract = source.contract();
    List<String> wide = source.format().unpivot().map(Unpivot::columns).orElse(List.of());
    for (ContractProperty column : contract.properties()) {
      if (wide.contains(column.name())) {
        add("variable", namespace, file, column.physicalName(), TRANSFORMATION, "unpivoted", false);
        add("value", namespace, file, column.physicalName(), TRANSFORMATION, "unpivoted", false);
      } else if (column.personal()) {
        add(column.name(), namespace, file, column.physicalName(), TRANSFORMATION, "token", true);
      } else {
        boolean text = column.type() == LogicalType.STRING;
        add(
            column.name(),
            namespace,
            file,
            column.physicalName(),
            text ? IDENTITY : TRANSFORMATION,
            text ? "as it came" : "read as " + column.physicalType(),
            false);
      }
    }
    for (ContractProperty key : contract.primaryKey()) {
      add(
          "source_key",
          namespace,
          file,
          key.physicalName(),
          TRANSFORMATION,
          "part of the key",
          key.personal());
    }
    return this;
  }

  /** The sealed columns of a vault table from the columns of the delivered file. */
  ColumnOrigins vault(SourceDeclaration source, String namespace, String file) {
    for (ContractProperty column : source.contract().personalColumns()) {
      add(column.name(), namespace, file, column.physicalName(), TRANSFORMATION, "sealed", true);
    }
    return this;
  }

  /** The columns of a table that a stream fills, from the columns of the delivered file. */
  ColumnOrigins streamed(
      SourceDeclaration source, SourceMapping mapping, String namespace, String file) {
    return mapped(mapping, namespace, file, column -> delivered(source, column));
  }

  /** The columns of a city table from those of the raw table of a source that maps to it. */
  ColumnOrigins mapped(String source, SourceMapping mapping, String namespace) {
    return mapped(mapping, namespace, "raw." + source, List::of);
  }

  private ColumnOrigins mapped(
      SourceMapping mapping,
      String namespace,
      String dataset,
      Function<String, List<String>> fields) {
    mapping
        .columns()
        .forEach(
            (column, assignment) -> {
              String transform = assignment.transform();
              String subtype = transform.equals(AS_IS) ? IDENTITY : TRANSFORMATION;
              for (String from : assignment.from()) {
                for (String field : fields.apply(from)) {
                  add(column, namespace, dataset, field, subtype, transform, false);
                }
              }
            });
    return this;
  }

  /** The file's columns of a column: of an unpivoted file's variable and value all wide ones. */
  private static List<String> delivered(SourceDeclaration source, String column) {
    List<String> names =
        source.contract().findProperty(column).isPresent()
            ? List.of(column)
            : source.format().unpivot().map(Unpivot::columns).orElse(List.of());
    return names.stream()
        .map(n -> source.contract().findProperty(n).orElseThrow().physicalName())
        .toList();
  }

  private void add(
      String column,
      String namespace,
      String dataset,
      String field,
      String subtype,
      String description,
      boolean masking) {
    columns
        .computeIfAbsent(column, c -> new ArrayList<>())
        .add(
            facets.newInputField(
                namespace,
                dataset,
                field,
                List.of(
                    facets.newInputFieldTransformations(DIRECT, subtype, description, masking))));
  }

  /** The facet. */
  ColumnLineageDatasetFacet facet() {
    ColumnLineageDatasetFacetFieldsBuilder fields =
        facets.newColumnLineageDatasetFacetFieldsBuilder();
    columns.forEach(
        (column, from) ->
            fields.put(
                column, facets.newColumnLineageDatasetFacetFieldsAdditional(from, null, null)));
    return facets.newColumnLineageDatasetFacet(fields.build(), List.of());
  }
}
