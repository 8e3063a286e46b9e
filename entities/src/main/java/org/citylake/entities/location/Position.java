package org.citylake.entities.location;

/**
 * A place by its coordinates.
 *
 * @param longitude in degrees, east positive
 * @param latitude in degrees, north positive
 */
public record Position(double longitude, double latitude) {
  Position plus(double east, double north) {
    return new Position(longitude + east, latitude + north);
  }
}
