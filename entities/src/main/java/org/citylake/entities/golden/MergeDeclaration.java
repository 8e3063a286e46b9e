package org.citylake.entities.golden;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citylake.entities.linkage.comparison.AddressParts;
import org.citylake.entities.linkage.configuration.ColumnKind;
import org.citylake.entities.linkage.configuration.LinkageDeclaration;

/**
 * How records of several sources become golden records of one entity; a table folder's {@code
 * merge.yaml} and, where entities are not told apart by keys, {@code linkage.yaml}.
 *
 * @param entity such as {@code person}; the tables' names and the id's column begin with it
 * @param idPrefix what ids begin with, such as {@code P}
 * @param anchors attributes with a strong identifier that a city id is made from, the best first
 * @param sources in order of priority
 * @param attributes by name, in order
 * @param columns the golden table's columns that say an attribute
 * @param keys attributes that each tell an entity, the strongest first; empty when records are
 *     linked by the linkage
 * @param linkage how records are linked, its columns are attributes; empty with keys
 */
public record MergeDeclaration(
    String entity,
    String idPrefix,
    List<String> anchors,
    List<Source> sources,
    Map<String, Attribute> attributes,
    Map<String, Column> columns,
    List<String> keys,
    Optional<LinkageDeclaration> linkage) {
  public MergeDeclaration {
    keys = List.copyOf(keys);
    anchors = List.copyOf(anchors);
    sources = List.copyOf(sources);
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
  }

  /**
   * A source and what of it is merged.
   *
   * @param id its id
   * @param firstSeen its column with the day that it first knew of a record
   * @param updated its column with the time of a record's last change
   * @param where by column the values of records that count; all records when empty
   * @param foundedBy with keys: those with which a record of it tells of an entity that no other
   *     has; with none it only refers to entities
   * @param fields attribute to field
   */
  public record Source(
      String id,
      Optional<String> firstSeen,
      Optional<String> updated,
      Map<String, Set<String>> where,
      List<String> foundedBy,
      Map<String, Field> fields) {
    public Source {
      where = Map.copyOf(where);
      foundedBy = List.copyOf(foundedBy);
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
  }

  /**
   * A source's column that says an attribute.
   *
   * @param column its name
   * @param codes the source's word to the common one; a word that is not listed says nothing; empty
   *     when words are taken as they are
   * @param part what of the word says it
   */
  public record Field(String column, Map<String, String> codes, Part part) {
    public Field {
      codes = Map.copyOf(codes);
    }

    /** The common word for a source's word; empty when it says nothing. */
    public Optional<String> read(String word) {
      Optional<String> common =
          codes.isEmpty() ? Optional.of(word) : Optional.ofNullable(codes.get(word));
      return common.flatMap(part::of);
    }
  }

  /** The part of a text that says an attribute; empty when it has none. */
  public interface Part {
    /** The whole text. */
    Part WHOLE = Optional::of;

    /** Of an address what tells the house: {@code road/lane/number/building}. */
    Part HOUSE = address -> AddressParts.parse(address).house();

    /** Of an address what tells the dwelling: the house and the room. */
    Part DWELLING = address -> AddressParts.parse(address).dwelling();

    /** The part of a text. */
    Optional<String> of(String text);

    /** The first so many characters; a shorter text has no such part. */
    static Part first(int characters) {
      return text ->
          text.length() < characters
              ? Optional.empty()
              : Optional.of(text.substring(0, characters));
    }
  }

  /**
   * An attribute of the entity.
   *
   * @param kind what it holds
   * @param by the rules that narrow the values down, in order
   * @param priority sources in the order that counts for it; the merge's order when empty
   */
  public record Attribute(ColumnKind kind, List<Reason> by, List<String> priority) {
    public Attribute {
      by = List.copyOf(by);
      priority = List.copyOf(priority);
    }
  }

  /** How a column of the golden table says an attribute. */
  public enum Form {
    /** As it is; for what does not identify. */
    VALUE,
    /** The first four characters. */
    YEAR,
    /** A token in its place. */
    TOKEN
  }

  /**
   * A column of the golden table.
   *
   * @param attribute the attribute
   * @param form how it is said
   * @param domain the tokens' domain; of the form token
   */
  public record Column(String attribute, Form form, Optional<String> domain) {}
}
