package org.citylake.superset.provision;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.citylake.superset.asset.AssetUuid;
import org.citylake.superset.client.ResourceKind;
import org.citylake.superset.client.SupersetClient;
import org.citylake.superset.client.SupersetResource;

/**
 * What a site made in a Superset, which gives each thing a number of its own.
 *
 * @param client of the Superset
 * @param uuids of the site
 */
record MadeHere(SupersetClient client, AssetUuid uuids) {
  /** The things of a kind. */
  List<SupersetResource> of(ResourceKind kind) {
    return client.list(kind).stream().filter(r -> uuids.made(r.uuid())).toList();
  }

  /** How the Superset numbers the things of a kind. */
  Numbering numbering(ResourceKind kind) {
    Map<UUID, Integer> numbers = new HashMap<>();
    Map<Integer, String> names = new HashMap<>();
    for (SupersetResource resource : client.list(kind)) {
      boolean ours = uuids.made(resource.uuid());
      names.put(resource.id(), ours ? resource.name() : resource.name() + " #" + resource.id());
      if (ours) {
        numbers.put(resource.uuid(), resource.id());
      }
    }
    return new Numbering(numbers, names);
  }

  /**
   * Numbers of things.
   *
   * @param numbers of what the site made
   * @param names of everything; with its number what others made, whose names may be the same
   */
  record Numbering(Map<UUID, Integer> numbers, Map<Integer, String> names) {
    /** The name of a thing of the site; its uuid when it is not there. */
    String name(UUID uuid) {
      Integer number = numbers.get(uuid);
      return number == null ? uuid.toString() : name(number);
    }

    /** The name of the thing with that number; the number when there is none. */
    String name(int number) {
      return names.getOrDefault(number, String.valueOf(number));
    }
  }
}
