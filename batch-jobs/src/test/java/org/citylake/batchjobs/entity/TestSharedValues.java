package org.citylake.batchjobs.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citylake.batchjobs.entity.PersonalValues.Content;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.DeclarationReader;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.entities.golden.MergeDeclaration;
import org.citylake.entities.golden.MergeFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TestSharedValues {
  private static final DeclarationLibrary LIBRARY =
      DeclarationReader.load(List.of(Path.of(System.getProperty("citylake.root"))));
  private static final Content RECORD = new Content("31", 1, "c0");

  /** Persons and houses are both made of the police's register, by other columns of it. */
  @Test
  void aSourceOfTwoMergesIsOpenedOnceWithTheColumnsOfBoth() {
    MergeDeclaration person = merge("city.person");
    MergeDeclaration house = merge("city.house");
    SourceDeclaration police = LIBRARY.findSource("household_registration").orElseThrow();
    Opened opened = new Opened();
    SharedValues values = new SharedValues(opened, List.of(person, house));

    Map<Content, Map<String, @Nullable String>> ofPerson =
        values.of(police, Set.of(RECORD), columns(person, police));
    Map<Content, Map<String, @Nullable String>> ofHouse =
        values.of(police, Set.of(RECORD), columns(house, police));

    assertThat(opened.asked).hasSize(1);
    assertThat(opened.asked.get(0))
        .containsAll(columns(person, police))
        .containsAll(columns(house, police));
    assertThat(ofHouse).isEqualTo(ofPerson).containsOnlyKeys(RECORD);
  }

  private static MergeDeclaration merge(String table) {
    return MergeFile.read(LIBRARY.findTable(table).orElseThrow().folder());
  }

  private static Set<String> columns(MergeDeclaration merge, SourceDeclaration source) {
    return merge.sources().stream()
        .filter(s -> s.id().equals(source.id()))
        .map(MemberReader::columns)
        .findFirst()
        .orElseThrow();
  }

  /** Gives each record a value, and keeps which columns it was asked for. */
  private static final class Opened implements PersonalValues {
    private final List<Set<String>> asked = new ArrayList<>();

    @Override
    public Set<String> sealed(SourceDeclaration source) {
      return Set.of();
    }

    @Override
    public Map<Content, Map<String, @Nullable String>> of(
        SourceDeclaration source, Set<Content> contents, Set<String> columns) {
      asked.add(Set.copyOf(columns));
      return Map.of(RECORD, Map.of("street_code", "310106012"));
    }
  }
}
