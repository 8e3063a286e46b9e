import { loadFile } from "./api.js";

/** Places of the map's tiles, code to [column, row]; null where the city has no map: tiles flow. */
export async function tilesOf(map) {
  return map ? loadFile(map.tiles) : null;
}

/** The map's outlines; null where it has none, or where this server does not show them. */
export async function outlinesOf(map) {
  if (!map || !map.geometry) return null;
  try {
    return await loadFile(map.geometry);
  } catch (error) {
    if (error.status === 404) return null;
    throw error;
  }
}
