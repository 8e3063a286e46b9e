package org.citylake.entities.location;

/**
 * The systems in which Chinese agencies and maps give longitude and latitude. Inside CityLake
 * coordinates are WGS 84; GCJ-02 and BD-09 are converted on the way in.
 */
public enum CoordinateSystem {
  /** EPSG:4326. */
  WGS84 {
    @Override
    public Position toWgs84(Position position) {
      return position;
    }

    @Override
    public Position fromWgs84(Position position) {
      return position;
    }
  },
  /** EPSG:4490, taken for WGS 84: the two differ by decimetres. */
  CGCS2000 {
    @Override
    public Position toWgs84(Position position) {
      return position;
    }

    @Override
    public Position fromWgs84(Position position) {
      return position;
    }
  },
  /** WGS 84 shifted by some hundred metres, as Chinese web maps are; outside of China the same. */
  GCJ02 {
    @Override
    public Position toWgs84(Position position) {
      return ChinaShift.isShifted(position) ? Inverse.of(ChinaShift::shifted, position) : position;
    }

    @Override
    public Position fromWgs84(Position position) {
      return ChinaShift.isShifted(position) ? ChinaShift.shifted(position) : position;
    }
  },
  /** GCJ-02 shifted again, as Baidu's maps are; outside of China WGS 84. */
  BD09 {
    @Override
    public Position toWgs84(Position position) {
      return ChinaShift.isShifted(position)
          ? GCJ02.toWgs84(Inverse.of(BaiduShift::shifted, position))
          : position;
    }

    @Override
    public Position fromWgs84(Position position) {
      return ChinaShift.isShifted(position)
          ? BaiduShift.shifted(ChinaShift.shifted(position))
          : position;
    }
  };

  /**
   * Converts a position of this system into WGS 84: the position which {@link #fromWgs84} gives
   * back, to less than 1e-9 degrees (0.1 mm). No standard that could be seen describes the shifts;
   * they are the ones in common use.
   *
   * @param position finite, in degrees
   */
  public abstract Position toWgs84(Position position);

  /** Converts a position of WGS 84 into this system. */
  public abstract Position fromWgs84(Position position);
}
