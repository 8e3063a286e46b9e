package org.citylake.core.contract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citylake.core.value.OrderedMap;

/**
 * A data contract by the Open Data Contract Standard v3.1 with one schema object.
 *
 * @param id the contract's id: the source's id, or {@code namespace.table}
 * @param version semantic version
 * @param nameZh Chinese name of the schema object (custom property {@code nameZh})
 * @param nameEn English name ({@code businessName})
 * @param description what one row is, starting "Each row is ..."
 * @param properties the columns in order
 * @param quality rules over the whole object
 * @param custom CityLake's own keys, see docs/reference/declarations.md
 */
public record DataContract(
    String id,
    String version,
    String nameZh,
    String nameEn,
    String description,
    List<ContractProperty> properties,
    List<QualityRule> quality,
    Map<String, Object> custom) {
  public DataContract {
    properties = List.copyOf(properties);
    quality = List.copyOf(quality);
    custom = OrderedMap.copyOf(custom);
  }

  /** The columns of the business key in key order; empty when rows have none. */
  public List<ContractProperty> primaryKey() {
    return properties.stream()
        .filter(p -> p.primaryKeyPosition() > 0)
        .sorted(java.util.Comparator.comparingInt(ContractProperty::primaryKeyPosition))
        .toList();
  }

  /** The column of that name, if there is one. */
  public Optional<ContractProperty> findProperty(String name) {
    return properties.stream().filter(p -> p.name().equals(name)).findFirst();
  }

  /** The entry in the directory of government information resources, if an agency delivers it. */
  public Optional<DirectoryEntry> directory() {
    return DirectoryEntry.of(custom);
  }

  /** How often it is updated; empty when nothing is declared or it comes irregularly. */
  public Optional<UpdateRhythm> rhythm() {
    return UpdateRhythm.of(custom);
  }

  /** By what right its personal data are handled, if it has any. */
  public Optional<PersonalData> personalData() {
    return PersonalData.of(custom);
  }

  /** The columns whose values stand in the vault. */
  public List<ContractProperty> personalColumns() {
    return properties.stream().filter(ContractProperty::personal).toList();
  }

  /** The highest level among its columns, such as {@code general-2}; nothing stands behind it. */
  public String classification() {
    return properties.stream()
        .map(p -> DirectoryEntry.level(p.classification()))
        .max(java.util.Comparator.comparingInt(DirectoryEntry::height))
        .orElse("");
  }

  /** Whether it is the contract of a table of the lakehouse, and not of a source. */
  public boolean isTable() {
    return id.indexOf('.') >= 0;
  }

  /** A custom key's text. */
  public Optional<String> customText(String key) {
    return Optional.ofNullable(custom.get(key)).map(Object::toString);
  }
}
