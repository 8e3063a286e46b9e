package org.citylake.cli.registry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.contract.DataContract;
import org.citylake.core.contract.DirectoryEntry;
import org.citylake.core.contract.PersonalData;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.Origin;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.declaration.SystemDeclaration;
import org.citylake.core.declaration.TableDeclaration;
import org.citylake.ingestion.type.ShownValue;
import org.jspecify.annotations.Nullable;

/**
 * Sources and systems as JSON objects; keys are lower_snake.
 *
 * @param library what is declared
 */
record RegistryObjects(DeclarationLibrary library) {
  List<SourceDeclaration> sources() {
    return library.sources();
  }

  List<SystemDeclaration> systemsOf(SourceDeclaration source) {
    return library.systems().stream().filter(s -> s.contract().equals(source.id())).toList();
  }

  /** A source without its columns. */
  Map<String, @Nullable Object> source(SourceDeclaration source) {
    DataContract contract = source.contract();
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("id", source.id());
    object.put("domain", source.domain());
    object.put("name_zh", contract.nameZh());
    object.put("name_en", contract.nameEn());
    object.put("contract_version", contract.version());
    object.put("provider_zh", provider(source, DirectoryEntry::providerZh));
    object.put("provider_en", provider(source, DirectoryEntry::providerEn));
    object.put("format", source.format().type());
    object.put("encoding", source.format().encoding());
    object.put(
        "delivery",
        source.format().delivery().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    object.put("classification", contract.classification());
    object.put("personal", !contract.personalColumns().isEmpty());
    object.put("columns", contract.properties().size());
    object.put("systems", systemsOf(source).size());
    object.put("directory", ResourceDirectory.object(source));
    return object;
  }

  /** A source with its columns and the systems that deliver by it. */
  Map<String, @Nullable Object> contract(SourceDeclaration source) {
    Map<String, @Nullable Object> object = source(source);
    object.put("description", source.contract().description());
    object.put(
        "personal_data", source.contract().personalData().map(RegistryObjects::right).orElse(null));
    object.put("fields", source.contract().properties().stream().map(this::field).toList());
    object.put("delivered_by", systemsOf(source).stream().map(this::system).toList());
    return object;
  }

  /** A table of the lakehouse with its columns and checks. */
  Map<String, @Nullable Object> table(TableDeclaration table) {
    DataContract contract = table.contract();
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("id", table.fullName());
    object.put("domain", table.namespace());
    object.put("name_zh", contract.nameZh());
    object.put("name_en", contract.nameEn());
    object.put("description", contract.description());
    object.put("classification", contract.classification());
    object.put("personal", !contract.personalColumns().isEmpty());
    object.put("checks", table.checks().stream().map(TableDeclaration.TableCheck::name).toList());
    object.put("fields", contract.properties().stream().map(this::field).toList());
    return object;
  }

  Map<String, @Nullable Object> system(SystemDeclaration system) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("id", system.id());
    object.put("name_zh", system.nameZh());
    object.put("name_en", system.nameEn());
    object.put("plan", system.plans().stream().findFirst().orElse(null));
    object.put("plans", system.plans());
    object.put("planned_by", system.plannedBy());
    object.put("district", system.district());
    object.put("owner_zh", system.ownerZh());
    object.put("owner_en", system.ownerEn());
    object.put("cadence", system.cadence());
    object.put("contract", system.contract());
    object.put("need", system.need());
    object.put("fields", system.fields());
    object.put("gap", system.gap().orElse(null));
    object.put("assumed", system.assumed());
    return object;
  }

  /** By what right personal data are handled, and for how long they are kept. */
  private static Map<String, Object> right(PersonalData personal) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put(
        "basis", personal.basis().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    object.put("law", personal.law());
    object.put("purposes", personal.purposes().stream().map(PersonalData.Purpose::id).toList());
    object.put("retention", personal.retention().toString());
    return object;
  }

  /** A column; of a personal one's example, invented as it is, the first character and length. */
  private Map<String, @Nullable Object> field(ContractProperty property) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("name", property.name());
    object.put("header", property.physicalName());
    object.put("name_zh", property.nameZh());
    object.put("meaning", property.description());
    object.put("type", property.physicalType());
    object.put("unit", property.unit().isEmpty() ? null : property.unit());
    object.put("key", property.primaryKeyPosition() > 0);
    object.put("required", property.required());
    object.put("classification", property.classification());
    object.put("personal", property.personal());
    object.put(
        "example",
        property.examples().stream()
            .findFirst()
            .map(e -> property.personal() ? ShownValue.of(property).of(e) : e)
            .orElse(null));
    return object;
  }

  /** The agency of the directory's entry; of published data who made them. */
  private static @Nullable String provider(
      SourceDeclaration source, java.util.function.Function<DirectoryEntry, String> name) {
    return source
        .contract()
        .directory()
        .map(name)
        .or(() -> source.origin().map(Origin::producer))
        .orElse(null);
  }
}
