package org.citylake.dashboard.compile;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.citylake.core.contract.DataContract;
import org.citylake.core.contract.DirectoryEntry;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.Origin;
import org.citylake.core.declaration.SourceDeclaration;
import org.jspecify.annotations.Nullable;

/** {@code loads.json}: what each delivery brought: arrived = accepted + quarantined + duplicate. */
final class LoadDocument {
  private static final List<String> COUNTS =
      List.of("arrived", "accepted", "quarantined", "duplicate", "missing", "ended");

  private LoadDocument() {}

  static Map<String, @Nullable Object> of(List<Row> loads, DeclarationLibrary library) {
    Comparator<Row> order =
        Comparator.comparing((Row r) -> r.text("source_id"))
            .thenComparing(r -> r.text("arrived_at"))
            .thenComparing(r -> r.text("load_id"));
    Map<String, Object> total = new TreeMap<>();
    COUNTS.forEach(c -> total.put(c, loads.stream().mapToLong(r -> r.number(c)).sum()));
    return new Document()
        .with("total", total)
        .with("loads", loads.stream().sorted(order).map(r -> load(r, library)).toList())
        .build();
  }

  private static Map<String, @Nullable Object> load(Row row, DeclarationLibrary library) {
    String source = row.text("source_id");
    Document document =
        new Document()
            .with("load_id", row.text("load_id"))
            .with("source_id", source)
            .with("title", origin(library, source, Origin::title, source))
            .with("name_zh", name(library, source, DataContract::nameZh))
            .with("name_en", name(library, source, DataContract::nameEn))
            .with("provider_zh", provider(library, source, DirectoryEntry::providerZh))
            .with("provider_en", provider(library, source, DirectoryEntry::providerEn))
            .with("producer", origin(library, source, Origin::producer, ""))
            .with("licence", origin(library, source, Origin::licenceName, ""))
            .with("file", row.text("file"))
            .with("snapshot_date", row.text("snapshot_date"))
            .with("arrived_at", row.text("arrived_at"))
            .with("status", row.text("status"))
            .with("reasons", new TreeMap<>(row.counts("reasons")));
    COUNTS.forEach(c -> document.with(c, row.number(c)));
    return document.build();
  }

  private static String name(
      DeclarationLibrary library, String source, Function<DataContract, String> part) {
    return library.findSource(source).map(SourceDeclaration::contract).map(part).orElse("");
  }

  /** The agency of the source's directory entry; empty for published data. */
  private static String provider(
      DeclarationLibrary library, String source, Function<DirectoryEntry, String> part) {
    return library
        .findSource(source)
        .flatMap(found -> found.contract().directory())
        .map(part)
        .orElse("");
  }

  private static String origin(
      DeclarationLibrary library, String source, Function<Origin, String> part, String otherwise) {
    return library
        .findSource(source)
        .flatMap(SourceDeclaration::origin)
        .map(part)
        .orElse(otherwise);
  }
}
