package org.citylake.access.grant;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.contract.DataContract;
import org.citylake.core.contract.DirectoryEntry;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.declaration.SourceDeclaration.Unpivot;
import org.citylake.lakehouse.schema.RawTableContract;

/**
 * Every table with its columns' classifications. A raw table's contract knows its columns as the
 * platform keeps them; their classifications are those of the agency's contract.
 *
 * @param contract of the table
 * @param classifications by column
 */
record ReadableColumns(DataContract contract, Map<String, String> classifications) {
  private static final String VAULT = "vault.";

  /** By full name; the vault is left out, as nobody is granted it. */
  static Map<String, ReadableColumns> of(DeclarationLibrary library) {
    Map<String, ReadableColumns> tables = new TreeMap<>();
    library.tables().stream()
        .filter(table -> !table.fullName().startsWith(VAULT))
        .forEach(table -> tables.put(table.fullName(), of(table.contract())));
    library.sources().forEach(source -> tables.putIfAbsent("raw." + source.id(), of(source)));
    return tables;
  }

  private static ReadableColumns of(DataContract contract) {
    Map<String, String> classifications = new LinkedHashMap<>();
    contract.properties().forEach(p -> classifications.put(p.name(), p.classification()));
    return new ReadableColumns(contract, classifications);
  }

  private static ReadableColumns of(SourceDeclaration source) {
    DataContract raw = RawTableContract.of(source);
    ReadableColumns columns = of(raw);
    for (ContractProperty property : source.contract().properties()) {
      columns.classifications.computeIfPresent(
          property.name(), (name, of) -> property.classification());
    }
    source
        .format()
        .unpivot()
        .ifPresent(
            unpivot -> columns.classifications.put("value", highest(source.contract(), unpivot)));
    return columns;
  }

  /** The cells of all wide columns stand in one. */
  private static String highest(DataContract contract, Unpivot unpivot) {
    return contract.properties().stream()
        .filter(p -> unpivot.columns().contains(p.name()))
        .map(ContractProperty::classification)
        .max(Comparator.comparingInt(DirectoryEntry::height))
        .orElseThrow();
  }
}
