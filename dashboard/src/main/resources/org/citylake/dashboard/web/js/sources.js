import { pick } from "./i18n.js";

/** A load's source by the title of what was published, else by its contract's name. */
export function sourceName(load) {
  return load.title && load.title !== load.source_id ? load.title : pick(load, "name") || load.source_id;
}

/** Who gave it: the publisher, or the agency of the directory. */
export function agency(load) {
  return load.producer || pick(load, "provider") || sourceName(load);
}
