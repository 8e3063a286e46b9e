package org.citylake.ingestion.custody;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.ingestion.Shipped;

/** A small source with personal columns, in a city directory of its own. */
final class ResidentSource {
  static final String ID = "sample_resident";

  private static final String CONTRACT =
      """
      apiVersion: v3.1.0
      kind: DataContract
      id: sample_resident
      name: Sample residents
      version: 1.0.0
      status: active
      domain: population
      schema:
        - name: sample_resident
          physicalName: sample_resident
          physicalType: file
          businessName: Sample residents
          description: Each row is one invented resident.
          properties:
            - name: resident_number
              physicalName: RYBH
              logicalType: string
              physicalType: string
              required: true
              primaryKey: true
              classification: general-2
              description: number that the agency gives
              customProperties:
                - {property: fieldId, value: 1}
                - {property: nameZh, value: 人员编号}
            - name: identity_number
              physicalName: SFZH
              logicalType: string
              physicalType: string
              classification: general-3-personal
              description: identity number
              quality:
                - id: right-number
                  type: library
                  metric: invalidValues
                  arguments: {identifier: resident-identity-number}
                  mustBe: 0
                  severity: error
              customProperties:
                - {property: fieldId, value: 2}
                - {property: nameZh, value: 身份号码}
                - {property: token, value: resident-identity-number}
            - name: born_on
              physicalName: CSRQ
              logicalType: date
              physicalType: date
              classification: general-3-personal
              description: day of birth
              customProperties:
                - {property: fieldId, value: 3}
                - {property: nameZh, value: 出生日期}
            - name: district
              physicalName: QX
              logicalType: string
              physicalType: string
              classification: general-1
              description: district
              customProperties:
                - {property: fieldId, value: 4}
                - {property: nameZh, value: 区}
          customProperties:
            - {property: nameZh, value: 样例居民}
            - {property: format, value: {type: csv, encoding: UTF-8, delivery: full}}
            - property: personalData
              value: {basis: statutory-duty, law: invented for tests, purposes: [stewardship], retention: P1Y}
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
                security-level: general-3
                authoritative: false
      """;

  private ResidentSource() {}

  /** Numbers of nobody, with right check digits. */
  static final String HEADER = "RYBH,SFZH,CSRQ,QX";

  static final String ANNA = "1,11010519491231002X,1949-12-31,310101";

  static final String ANNA_MOVED = "1,11010519491231002X,1949-12-31,310104";

  static final String WRONG_NUMBER = "2,110105194912310021,1949-12-31,310101";

  /** The shipped declarations with this source over them. */
  static DeclarationLibrary library(Path folder) throws IOException {
    Path source = folder.resolve("city/ingestion/sources/population").resolve(ID);
    Path test = source.resolve("tests/one");
    Files.createDirectories(test);
    Files.writeString(source.resolve("contract.odcs.yaml"), CONTRACT);
    Files.writeString(test.resolve("input.csv"), HEADER + "\n" + ANNA + "\n");
    return Shipped.libraryWith(folder.resolve("city"));
  }
}
