package org.citylake.dashboard.compile;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.contract.DataContract;
import org.citylake.core.contract.DirectoryEntry;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.Origin;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.declaration.TableDeclaration;
import org.jspecify.annotations.Nullable;

/** {@code catalogue.json}: what sources and tables there are and what each column means. */
final class CatalogueDocument {
  private CatalogueDocument() {}

  static Map<String, @Nullable Object> of(DeclarationLibrary library) {
    return new Document()
        .with(
            "sources",
            library.sources().stream()
                .sorted(Comparator.comparing(SourceDeclaration::id))
                .map(CatalogueDocument::source)
                .toList())
        .with(
            "tables",
            library.tables().stream()
                .map(TableDeclaration::contract)
                .sorted(Comparator.comparing(DataContract::id))
                .map(contract -> entry(contract).build())
                .toList())
        .build();
  }

  private static Map<String, @Nullable Object> source(SourceDeclaration source) {
    DirectoryEntry directory = source.contract().directory().orElse(null);
    Origin origin = source.origin().orElse(null);
    String publisher = origin == null ? null : origin.producer();
    return entry(source.contract())
        .with("domain", source.domain())
        .with("provider_zh", directory == null ? publisher : directory.providerZh())
        .with("provider_en", directory == null ? publisher : directory.providerEn())
        .with("authoritative", directory != null && directory.authoritative())
        .with("licence", origin == null ? null : origin.licenceName())
        .build();
  }

  private static Document entry(DataContract contract) {
    return new Document()
        .with("id", contract.id())
        .with("name_zh", contract.nameZh())
        .with("name_en", contract.nameEn())
        .with("description", contract.description())
        .with("classification", contract.classification())
        .with("personal", contract.properties().stream().anyMatch(ContractProperty::personal))
        .with("columns", contract.properties().stream().map(CatalogueDocument::column).toList());
  }

  private static List<String> column(ContractProperty property) {
    return List.of(
        property.name(), property.nameZh(), property.description(), property.classification());
  }
}
