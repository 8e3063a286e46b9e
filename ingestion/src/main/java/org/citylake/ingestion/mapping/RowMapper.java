package org.citylake.ingestion.mapping;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.contract.DataContract;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.declaration.SourceMapping;
import org.citylake.core.declaration.SourceMapping.Assignment;
import org.citylake.core.declaration.StreamDeclaration;
import org.citylake.ingestion.codelist.CodelistLookup;
import org.citylake.ingestion.quality.Finding;
import org.citylake.ingestion.type.ShownValue;
import org.citylake.ingestion.type.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * Turns a row of a source into a row of its target table by mapping.yaml. Values have the types of
 * {@link ValueType}. Cheap to build; not safe for several threads.
 *
 * <p>Columns that the platform fills ({@link #PLATFORM_COLUMNS}) are copied from the source row
 * where it has them; {@code source_id} is the source's. They are not demanded, so the mapper also
 * judges rows that are not loaded yet.
 */
public final class RowMapper {
  /** Columns that no mapping fills. */
  public static final Set<String> PLATFORM_COLUMNS =
      Set.of(
          "source_id",
          "source_key",
          "revision",
          "load_id",
          "delivery",
          "line",
          "known_from",
          "ref_area_valid_from");

  /** Where hours and days are local unless stream.yaml says otherwise. */
  public static final ZoneId DEFAULT_ZONE = ZoneId.of("Asia/Shanghai");

  private final String sourceId;
  private final SourceMapping mapping;
  private final List<TargetColumn> targets = new ArrayList<>();

  /**
   * A mapper for a source that has a mapping.
   *
   * @throws CityLakeException of kind DATA when the mapping or its target is missing
   */
  public RowMapper(SourceDeclaration source, DeclarationLibrary library) {
    this.sourceId = source.id();
    this.mapping =
        source
            .mapping()
            .orElseThrow(
                () ->
                    new CityLakeException(
                        Kind.DATA, "The source " + source.id() + " has no mapping.yaml"));
    DataContract contract =
        library
            .findTable(mapping.to())
            .orElseThrow(
                () ->
                    new CityLakeException(
                        Kind.DATA,
                        "Cannot find the table "
                            + mapping.to()
                            + " that "
                            + source.id()
                            + " maps to"))
            .contract();
    ZoneId zone = source.stream().map(StreamDeclaration::zone).orElse(DEFAULT_ZONE);
    Map<String, CodelistLookup> codelists = new HashMap<>();
    for (ContractProperty property : contract.properties()) {
      Assignment assignment = mapping.columns().get(property.name());
      ShownValue shown = shown(source, assignment);
      targets.add(
          new TargetColumn(
              property,
              ValueType.of(property, zone, shown),
              assignment,
              assignment == null ? null : transform(assignment, library, codelists, zone, shown)));
    }
  }

  /** What is made of a personal value is shown as little as that. */
  private static ShownValue shown(SourceDeclaration source, @Nullable Assignment assignment) {
    if (assignment == null) {
      return ShownValue.PLAIN;
    }
    boolean personal =
        assignment.from().stream()
            .flatMap(name -> source.contract().findProperty(name).stream())
            .anyMatch(ContractProperty::personal);
    return personal ? ShownValue.PERSONAL : ShownValue.PLAIN;
  }

  private static Transform transform(
      Assignment assignment,
      DeclarationLibrary library,
      Map<String, CodelistLookup> codelists,
      ZoneId zone,
      ShownValue shown) {
    CodelistLookup codelist = null;
    if (assignment.codelist().isPresent()) {
      codelist =
          codelists.computeIfAbsent(
              assignment.codelist().get(), id -> new CodelistLookup(library.loadCodelist(id)));
      codelist.requireColumn(assignment.codelistColumn());
    }
    return new Transform(assignment, codelist, zone, shown);
  }

  /** The target table, {@code namespace.table}. */
  public String target() {
    return mapping.to();
  }

  /**
   * Maps a row that passed validation.
   *
   * @param row column to value, typed or text
   * @throws CityLakeException of kind DATA when the row cannot be mapped, which validation excludes
   *     as long as the code lists stay as they were
   */
  public Map<String, @Nullable Object> map(Map<String, ? extends @Nullable Object> row) {
    MappedRow mapped = tryMap(row, Set.of());
    if (!mapped.findings().isEmpty()) {
      throw new CityLakeException(
          Kind.DATA,
          "Cannot map a row of "
              + sourceId
              + " ("
              + row.get("source_key")
              + ") to "
              + mapping.to()
              + ": "
              + mapped.findings().get(0).reason());
    }
    return mapped.values();
  }

  /**
   * Maps as much as can be mapped and says what cannot.
   *
   * @param row column to value, typed or text
   * @param failed source columns already found wrong; what depends on them is left out silently
   */
  public MappedRow tryMap(Map<String, ? extends @Nullable Object> row, Set<String> failed) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    List<Finding> findings = new ArrayList<>();
    Map<String, String> constants =
        mapping.variables().getOrDefault(String.valueOf(row.get("variable")), Map.of());
    for (TargetColumn target : targets) {
      String name = target.name();
      if (!target.assigned() && PLATFORM_COLUMNS.contains(name)) {
        values.put(name, name.equals("source_id") ? sourceId : row.get(name));
        continue;
      }
      if (target.dependsOn(failed)) {
        values.put(name, null);
        continue;
      }
      try {
        Object value = target.value(constants.get(name), row);
        values.put(name, value);
        if (value == null && target.required()) {
          findings.add(
              Finding.error(
                  "mapping", mapping.to() + " needs " + name + ", and the row gives none"));
        }
      } catch (Unmappable e) {
        values.put(name, null);
        findings.add(e.finding());
      }
    }
    return new MappedRow(
        values, findings.isEmpty() ? List.of() : findings.stream().distinct().toList());
  }
}
