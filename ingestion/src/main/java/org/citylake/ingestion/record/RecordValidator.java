package org.citylake.ingestion.record;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.declaration.StreamDeclaration;
import org.citylake.ingestion.mapping.MappedRow;
import org.citylake.ingestion.mapping.RowMapper;
import org.citylake.ingestion.quality.Finding;
import org.citylake.ingestion.quality.RowRule;
import org.jspecify.annotations.Nullable;

/**
 * Judges parsed records by the contract: types, required values, ranges, patterns, code lists,
 * quality rules of columns and of the row, and whether the row can be mapped. Every reason is kept.
 * Cheap to build; not safe for several threads.
 *
 * <p>Rules are named {@code control-character, length, type, required, range, pattern, codelist,
 * mapping, period, range-text, time} and by the ids of quality rules; the parser adds {@code
 * encoding, malformed, ragged}.
 */
public final class RecordValidator {
  private final Map<String, ColumnValidator> columns = new LinkedHashMap<>();
  private final Map<String, ColumnValidator> wideColumns = new HashMap<>();
  private final List<RowRule> rowRules;
  private final Optional<RowMapper> mapper;

  /** A judge of the source's records. */
  public RecordValidator(SourceDeclaration source, DeclarationLibrary library) {
    ZoneId zone = source.stream().map(StreamDeclaration::zone).orElse(RowMapper.DEFAULT_ZONE);
    Set<String> wide =
        new HashSet<>(source.format().unpivot().map(u -> u.columns()).orElse(List.of()));
    for (ContractProperty property : source.contract().properties()) {
      (wide.contains(property.name()) ? wideColumns : columns)
          .put(property.name(), new ColumnValidator(property, zone, source.format(), library));
    }
    this.rowRules =
        source.contract().quality().stream()
            .flatMap(rule -> RowRule.of(rule, source.contract()).stream())
            .toList();
    this.mapper = source.mapping().map(m -> new RowMapper(source, library));
  }

  /** The record with typed values and all findings; a line that was not parsed stays as it is. */
  public SourceRecord validate(SourceRecord record) {
    return validateAndMap(record).record();
  }

  /** The same, and the target's row, which is made to judge the record anyway. */
  public MappedRecord validateAndMap(SourceRecord record) {
    if (record.values().isEmpty()) {
      return new MappedRecord(record, Map.of());
    }
    List<Finding> findings = new ArrayList<>(record.findings());
    Set<String> failed = new HashSet<>();
    Map<String, @Nullable Object> typed = new LinkedHashMap<>();
    record
        .values()
        .forEach(
            (name, text) -> {
              ColumnValidator column = columns.get(name);
              if (name.equals(SourceRecord.VALUE) && record.variable().isPresent()) {
                column = wideColumns.get(record.variable().get());
              }
              if (column == null) {
                typed.put(name, text);
                return;
              }
              int before = findings.size();
              typed.put(name, column.validate((String) text, findings));
              if (findings.size() > before) {
                failed.add(name);
              }
            });
    rowRules.forEach(rule -> rule.judge(typed).ifPresent(findings::add));
    Map<String, @Nullable Object> row = Map.of();
    if (mapper.isPresent()) {
      MappedRow mapped = mapper.get().tryMap(typed, failed);
      findings.addAll(mapped.findings());
      row = mapped.values();
    }
    return new MappedRecord(
        new SourceRecord(record.line(), record.variable(), record.bytes(), typed, findings), row);
  }
}
