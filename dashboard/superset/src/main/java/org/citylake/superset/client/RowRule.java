package org.citylake.superset.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A condition that Superset adds to every query of some datasets by the members of some roles.
 *
 * @param name unique in this Superset
 * @param description why it is there; null when it is not asked for
 * @param kind for whom it holds
 * @param groupKey conditions with one key are joined by OR, others by AND; empty for none
 * @param clause SQL that a WHERE takes
 * @param tables numbers of the datasets
 * @param roles numbers of the roles
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RowRule(
    @JsonProperty("name") String name,
    @JsonProperty("description") @Nullable String description,
    @JsonProperty("filter_type") Kind kind,
    @JsonProperty("group_key") String groupKey,
    @JsonProperty("clause") String clause,
    @JsonProperty("tables") List<Integer> tables,
    @JsonProperty("roles") List<Integer> roles) {
  public RowRule {
    tables = List.copyOf(tables);
    roles = List.copyOf(roles);
  }

  /** For whom a rule holds. */
  public enum Kind {
    /** The members of its roles. */
    REGULAR,
    /** Everybody but the members of its roles. */
    BASE;

    /** As Superset writes it. */
    @JsonValue
    public String text() {
      return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }
  }
}
