package org.citylake.entities.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.citylake.core.CityLakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestMergeFile {
  private static void write(Path folder, String merge) throws IOException {
    Files.writeString(folder.resolve("merge.yaml"), merge);
    Files.writeString(
        folder.resolve("linkage.yaml"), "fields:\n  - {column: name, kind: chinese-name}\n");
  }

  @Test
  void aMergeIsReadWithItsLinkage(@TempDir Path folder) throws IOException {
    write(
        folder,
        """
        entity: person
        id-prefix: P
        anchors: [number]
        sources:
          - source: police
            where: {kind: ['1']}
            fields:
              number: {column: no}
              name: {column: xm}
              sex: {column: xb, codes: {男: '1'}}
        attributes:
          number: {kind: identity-number, by: [validity, priority]}
          name: {kind: chinese-name, by: [agreement]}
          sex: {kind: category, by: [priority]}
        columns:
          name_token: {attribute: name, as: token, domain: person-name}
        """);
    MergeDeclaration merge = MergeFile.read(folder);
    assertThat(merge.attributes().keySet()).containsExactly("number", "name", "sex");
    MergeDeclaration.Field sex = merge.sources().get(0).fields().get("sex");
    assertThat(sex).isNotNull();
    assertThat(sex.read("男")).contains("1");
    assertThat(sex.read("女")).isEmpty();
    assertThat(merge.linkage().orElseThrow().fields()).hasSize(1);
  }

  @Test
  void everyProblemIsToldAtOnceWithItsLine(@TempDir Path folder) throws IOException {
    write(
        folder,
        """
        entity: person
        id-prefix: P
        anchors: [nummer]
        sources:
          - source: police
            fields: {nam: {column: xm}}
          - source: police
            fields: {name: {column: xm}}
        attributes:
          number: {kind: identity-number, by: [validity]}
          name: {kind: chinese-name, by: [agreement]}
        columns:
          name_token: {attribute: name, as: token}
        """);
    assertThatThrownBy(() -> MergeFile.read(folder))
        .isInstanceOf(CityLakeException.class)
        .hasMessageContaining("4 problems")
        .hasMessageContaining("merge.yaml:3")
        .hasMessageContaining("number")
        .hasMessageContaining("The source is listed twice")
        .hasMessageContaining("has a 'domain'");
  }

  @Test
  void entitiesOfKeysNeedNoLinkage(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("merge.yaml"),
        """
        entity: house
        id-prefix: H
        anchors: [unit]
        keys: [unit, address]
        sources:
          - source: rights
            founded-by: [unit]
            fields:
              unit: {column: no, characters: 4}
              address: {column: place, address: house}
          - source: letters
            founded-by: []
            fields: {address: {column: place, address: dwelling}}
        attributes:
          unit: {kind: code, by: [priority]}
          address: {kind: code, by: [priority]}
        columns:
          unit: {attribute: unit, as: value}
        """);

    MergeDeclaration merge = MergeFile.read(folder);

    assertThat(merge.linkage()).isEmpty();
    MergeDeclaration.Source rights = merge.sources().get(0);
    assertThat(rights.foundedBy()).containsExactly("unit");
    assertThat(field(rights, "unit").read("12345678")).contains("1234");
    assertThat(field(rights, "unit").read("123")).isEmpty();
    assertThat(field(rights, "address").read("样例路1弄2号3室")).contains("样例路/1/2/");
    MergeDeclaration.Source letters = merge.sources().get(1);
    assertThat(letters.foundedBy()).isEmpty();
    assertThat(field(letters, "address").read("样例路1弄2号3室")).contains("样例路/1/2//3");
  }

  private static MergeDeclaration.Field field(MergeDeclaration.Source source, String attribute) {
    return Objects.requireNonNull(source.fields().get(attribute));
  }
}
