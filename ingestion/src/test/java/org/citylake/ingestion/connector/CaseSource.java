package org.citylake.ingestion.connector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.ingestion.Shipped;

/** A small source of cases, with a connector, in a city directory of its own. */
final class CaseSource {
  static final String ID = "sample_case";

  private CaseSource() {}

  private static String contract(String format) {
    return """
    apiVersion: v3.1.0
    kind: DataContract
    id: sample_case
    name: Sample cases
    version: 1.0.0
    status: active
    domain: city_management
    schema:
      - name: sample_case
        physicalName: sample_case
        physicalType: file
        businessName: Sample cases
        description: Each row is one invented case.
        properties:
          - name: case_number
            physicalName: case_no
            logicalType: integer
            physicalType: long
            required: true
            primaryKey: true
            classification: general-1
            description: number of the case
            customProperties:
              - {property: fieldId, value: 1}
              - {property: nameZh, value: 案件号}
          - name: title
            physicalName: title
            logicalType: string
            physicalType: string
            classification: general-1
            description: title
            customProperties:
              - {property: fieldId, value: 2}
              - {property: nameZh, value: 标题}
          - name: amount
            physicalName: amount
            logicalType: number
            physicalType: decimal(12,2)
            classification: general-1
            description: amount in yuan
            customProperties:
              - {property: fieldId, value: 3}
              - {property: nameZh, value: 金额}
          - name: reported_on
            physicalName: reported_on
            logicalType: date
            physicalType: date
            classification: general-1
            description: day of the report
            customProperties:
              - {property: fieldId, value: 4}
              - {property: nameZh, value: 上报日期}
          - name: changed_at
            physicalName: changed_at
            logicalType: timestamp
            physicalType: timestamptz
            classification: general-1
            description: when the row was changed
            customProperties:
              - {property: fieldId, value: 5}
              - {property: nameZh, value: 更新时间}
        customProperties:
          - {property: nameZh, value: 样例案件}
          - {property: format, value: %s}
          - property: directory
            value:
              resource-code: 000000/1
              provider-zh: 样例
              provider-en: Sample
              sharing: withheld
              sharing-condition: invented
              opening: withheld
              update-cycle: daily
              basis: invented
              security-level: general-1
              authoritative: false
    """
        .formatted(format);
  }

  /** The source with that format and connector. */
  static SourceDeclaration of(Path folder, String format, String connector) throws IOException {
    Path source = folder.resolve("city/ingestion/sources/city_management").resolve(ID);
    Path test = source.resolve("tests/one");
    Files.createDirectories(test);
    Files.writeString(source.resolve("contract.odcs.yaml"), contract(format));
    Files.writeString(source.resolve("connector.yaml"), connector);
    Files.writeString(test.resolve("input.csv"), "case_no,title,amount,reported_on,changed_at\n");
    return Shipped.libraryWith(folder.resolve("city")).findSource(ID).orElseThrow();
  }
}
