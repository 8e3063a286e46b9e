package org.citylake.cli.registry;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.contract.DataContract;
import org.citylake.core.contract.DirectoryEntry;
import org.citylake.core.declaration.SourceDeclaration;
import org.jspecify.annotations.Nullable;

/**
 * The directory of government information resources (政务信息资源目录) of the declared sources, under the
 * names that the guide of 2017 (发改高技〔2017〕1272号) gives its metadata.
 *
 * @param sources those with an entry
 */
record ResourceDirectory(List<SourceDeclaration> sources) {
  private static final List<String> RESOURCE =
      List.of(
          "信息资源代码", "信息资源名称", "信息资源提供方", "提供方代码", "信息资源摘要", "信息资源格式", "共享类型", "共享条件", "开放类型",
          "开放条件", "更新周期", "采集依据", "安全分级", "一数一源", "数据源标识", "合同版本");

  private static final List<String> ITEM =
      List.of("信息资源代码", "信息项名称", "信息项标识", "数据类型", "是否主键", "是否必填", "计量单位", "安全分级", "说明");

  ResourceDirectory {
    sources = sources.stream().filter(s -> s.contract().directory().isPresent()).toList();
  }

  /** Writes {@code resources.csv} and {@code items.csv}. */
  void write(Path folder) {
    try {
      Files.createDirectories(folder);
      write(folder.resolve("resources.csv"), RESOURCE, resources());
      write(folder.resolve("items.csv"), ITEM, items());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the directory to " + folder, e);
    }
  }

  private static void write(Path file, List<String> header, List<List<String>> lines)
      throws IOException {
    try (CsvWriter csv = CsvWriter.builder().build(file)) {
      csv.writeRecord(header);
      lines.forEach(csv::writeRecord);
    }
  }

  private List<List<String>> resources() {
    List<List<String>> lines = new ArrayList<>();
    for (SourceDeclaration source : sources) {
      DataContract contract = source.contract();
      DirectoryEntry entry = contract.directory().orElseThrow();
      lines.add(
          List.of(
              entry.resourceCode(),
              contract.nameZh(),
              entry.providerZh(),
              entry.providerCode().orElse(""),
              contract.description(),
              source.format().type(),
              entry.sharing().zh() + "共享",
              entry.sharingCondition().orElse(""),
              entry.opening().zh() + "开放",
              entry.openingCondition().orElse(""),
              entry.updateCycle().zh(),
              entry.basis(),
              entry.securityLevel(),
              entry.authoritative() ? "是" : "否",
              source.id(),
              contract.version()));
    }
    return lines;
  }

  private List<List<String>> items() {
    List<List<String>> lines = new ArrayList<>();
    for (SourceDeclaration source : sources) {
      String code = source.contract().directory().orElseThrow().resourceCode();
      for (ContractProperty property : source.contract().properties()) {
        lines.add(
            List.of(
                code,
                property.nameZh(),
                property.physicalName(),
                property.physicalType(),
                property.primaryKeyPosition() > 0 ? "是" : "否",
                property.required() ? "是" : "否",
                property.unit(),
                property.classification(),
                property.description()));
      }
    }
    return lines;
  }

  /** An entry as {@code sources --json} shows it; null for a source without one. */
  static @Nullable Map<String, Object> object(SourceDeclaration source) {
    return source.contract().directory().map(ResourceDirectory::object).orElse(null);
  }

  private static Map<String, Object> object(DirectoryEntry entry) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("resource_code", entry.resourceCode());
    object.put("provider_zh", entry.providerZh());
    object.put("provider_en", entry.providerEn());
    object.put("sharing", entry.sharing().name().toLowerCase(java.util.Locale.ROOT));
    object.put("opening", entry.opening().name().toLowerCase(java.util.Locale.ROOT));
    object.put(
        "update_cycle",
        entry.updateCycle().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    object.put("security_level", entry.securityLevel());
    object.put("authoritative", entry.authoritative());
    return object;
  }
}
