package org.citylake.superset.provision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.citylake.superset.asset.AssetUuid;
import org.citylake.superset.asset.FieldDifference;

/**
 * Things that Superset knows by name, each brought to what is declared by calls of its own. Of this
 * site are those whose name it gives.
 *
 * @param <D> what is declared
 */
abstract class NamedPart<D> implements ProvisionedPart {
  private final String kind;
  private final AssetUuid uuids;
  private final List<D> declared;
  private final Function<D, String> name;

  /**
   * The things of one kind.
   *
   * @param kind what they are, as people are told
   * @param name of what is declared
   */
  NamedPart(String kind, AssetUuid uuids, List<D> declared, Function<D, String> name) {
    this.kind = kind;
    this.uuids = uuids;
    this.declared = List.copyOf(declared);
    this.name = name;
  }

  /**
   * One look at the Superset and what it numbers how, for one plan or one apply.
   *
   * @param <D> what is declared
   */
  interface Look<D> {
    /** Where the thing with that number departs from what is declared. */
    List<FieldDifference> differences(int id, D declared);

    /** Makes a thing. */
    void create(D declared);

    /** Makes the thing with that number what is declared. */
    void update(int id, D declared);
  }

  /** Names of everything there, of whosever, by number. */
  abstract Map<Integer, String> names();

  /** Looks at the Superset. */
  abstract Look<D> look();

  /** Deletes the thing with that number. */
  abstract void delete(int id);

  @Override
  public final List<Change> plan() {
    Map<String, Integer> there = there();
    List<Change> changes = new ArrayList<>();
    if (!declared.isEmpty()) {
      Look<D> look = look();
      for (D one : declared) {
        Integer id = there.remove(name.apply(one));
        List<FieldDifference> differences = id == null ? List.of() : look.differences(id, one);
        ChangeAction action = id == null ? ChangeAction.CREATE : Change.toMend(differences);
        changes.add(change(action, name.apply(one), differences));
      }
    }
    there.keySet().forEach(stale -> changes.add(change(ChangeAction.STALE, stale, List.of())));
    return List.copyOf(changes);
  }

  @Override
  public final void apply(List<Change> plan) {
    Map<String, Integer> there = there();
    Look<D> look = look();
    Set<String> departing =
        plan.stream().filter(Change::departs).map(Change::name).collect(Collectors.toSet());
    for (D one : declared) {
      if (departing.contains(name.apply(one))) {
        Integer id = there.get(name.apply(one));
        if (id == null) {
          look.create(one);
        } else {
          look.update(id, one);
        }
      }
    }
  }

  @Override
  public final List<Change> prune() {
    Set<String> kept = declared.stream().map(name).collect(Collectors.toSet());
    List<Change> removed = new ArrayList<>();
    there()
        .forEach(
            (stale, id) -> {
              if (!kept.contains(stale)) {
                delete(id);
                removed.add(change(ChangeAction.STALE, stale, List.of()));
              }
            });
    return List.copyOf(removed);
  }

  private Change change(ChangeAction action, String named, List<FieldDifference> differences) {
    return Change.named(action, kind, named, differences);
  }

  private Map<String, Integer> there() {
    Map<String, Integer> there = new TreeMap<>();
    names()
        .forEach(
            (id, named) -> {
              if (uuids.gave(named)) {
                there.put(named, id);
              }
            });
    return there;
  }
}
