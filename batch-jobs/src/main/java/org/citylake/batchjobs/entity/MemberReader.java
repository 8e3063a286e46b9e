package org.citylake.batchjobs.entity;

import static org.apache.spark.sql.functions.col;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.citylake.batchjobs.entity.PersonalValues.Content;
import org.citylake.batchjobs.spark.Relations;
import org.citylake.batchjobs.spark.StandingRows;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.entities.golden.Member;
import org.citylake.entities.golden.MergeDeclaration;
import org.jspecify.annotations.Nullable;

/** Reads the current records of a merge's sources. */
final class MemberReader {
  private static final List<String> PLATFORM =
      List.of("source_key", "occurrence", "content_hash", "file", "snapshot_date");
  private static final String SYNTHETIC = "_synthetic";

  private final MergeDeclaration declaration;
  private final DeclarationLibrary library;
  private final PersonalValues values;
  private final List<Member> members = new ArrayList<>();
  private LocalDate newest = LocalDate.MIN;

  MemberReader(MergeDeclaration declaration, DeclarationLibrary library, PersonalValues values) {
    this.declaration = declaration;
    this.library = library;
    this.values = values;
  }

  /**
   * The records.
   *
   * @param members the current ones of all sources
   * @param day the newest day whose state a source has told; LocalDate.MIN without records
   */
  record Members(List<Member> members, LocalDate day) {}

  Members read(Relations relations) {
    for (int rank = 0; rank < declaration.sources().size(); rank++) {
      MergeDeclaration.Source source = declaration.sources().get(rank);
      if (relations.has("raw." + source.id())) {
        read(source, rank, relations);
      }
    }
    return new Members(members, newest);
  }

  private void read(MergeDeclaration.Source source, int rank, Relations relations) {
    SourceDeclaration declared =
        library
            .findSource(source.id())
            .orElseThrow(
                () -> new CityLakeException(Kind.DATA, "There is no source " + source.id()));
    Set<String> columns = columns(source);
    Column[] selected =
        java.util.stream.Stream.concat(PLATFORM.stream(), columns.stream())
            .distinct()
            .map(name -> col(name))
            .toArray(Column[]::new);
    List<Row> rows =
        StandingRows.current(relations.load("raw." + source.id())).select(selected).collectAsList();
    Set<Content> contents = rows.stream().map(Content::of).collect(Collectors.toSet());
    Map<Content, Map<String, @Nullable String>> personal = values.of(declared, contents, columns);
    Set<String> sealed = values.sealed(declared);
    for (Row row : rows) {
      LocalDate day = row.getAs("snapshot_date");
      newest = day != null && day.isAfter(newest) ? day : newest;
      Map<String, String> texts =
          opened(texts(row, columns), sealed, personal.getOrDefault(Content.of(row), Map.of()));
      if (counts(source, texts)) {
        members.add(member(source, rank, row, texts));
      }
    }
  }

  static Set<String> columns(MergeDeclaration.Source source) {
    Set<String> columns = new LinkedHashSet<>(source.where().keySet());
    source.firstSeen().ifPresent(columns::add);
    source.updated().ifPresent(columns::add);
    source.fields().values().forEach(f -> columns.add(f.column()));
    return columns;
  }

  private static Map<String, String> texts(Row row, Set<String> columns) {
    Map<String, String> texts = new HashMap<>();
    for (String column : columns) {
      Object value = row.getAs(column);
      if (value != null && !value.toString().isBlank()) {
        texts.put(column, value.toString());
      }
    }
    return texts;
  }

  /**
   * A row's texts with the values that the vault has in place of tokens. A value that the vault no
   * longer has is none: its token must compare with nothing.
   */
  static Map<String, String> opened(
      Map<String, String> texts, Set<String> sealed, Map<String, @Nullable String> personal) {
    Map<String, String> opened = new HashMap<>(texts);
    opened.keySet().removeAll(sealed);
    personal.forEach(
        (column, text) -> {
          if (text != null) {
            opened.put(column, text);
          }
        });
    return opened;
  }

  private static boolean counts(MergeDeclaration.Source source, Map<String, String> texts) {
    return source.where().entrySet().stream()
        .allMatch(w -> w.getValue().contains(texts.getOrDefault(w.getKey(), "")));
  }

  private static Member member(
      MergeDeclaration.Source source, int rank, Row row, Map<String, String> texts) {
    Map<String, String> attributes = new HashMap<>();
    source
        .fields()
        .forEach(
            (attribute, field) -> {
              String text = texts.get(field.column());
              if (text != null) {
                field.read(text).ifPresent(word -> attributes.put(attribute, word));
              }
            });
    int occurrence = row.<Integer>getAs("occurrence");
    String key = row.getAs("source_key");
    String file = row.getAs("file");
    return new Member(
        source.id(),
        rank,
        occurrence == 1 ? key : key + "#" + occurrence,
        source.firstSeen().map(texts::get).orElse(""),
        source.updated().map(texts::get).orElse(""),
        file != null && file.contains(SYNTHETIC),
        attributes);
  }
}
