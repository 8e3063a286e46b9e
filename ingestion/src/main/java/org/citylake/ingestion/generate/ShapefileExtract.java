package org.citylake.ingestion.generate;

import com.linuxense.javadbf.DBFDataType;
import com.linuxense.javadbf.DBFField;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.contract.LogicalType;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.ingestion.format.ShapefileWriter;
import org.jspecify.annotations.Nullable;

/** An extract as a zipped shapefile in CGCS2000, which is written when it is whole. */
final class ShapefileExtract implements ExtractFile {
  private static final String GEOMETRY = "geometry";
  private static final int TEXT = 100;
  private static final int DIGITS = 18;
  private static final int DECIMALS = 4;

  private final Path file;
  private final List<ContractProperty> columns;
  private final ShapefileWriter shapefile;

  ShapefileExtract(SourceDeclaration source, Path file) {
    this.file = file;
    this.columns = source.contract().properties();
    String encoding = source.format().encoding();
    String charset = encoding.startsWith("GB18030") ? "GB18030" : encoding;
    this.shapefile =
        new ShapefileWriter(
                charset,
                columns.stream()
                    .filter(c -> !c.physicalName().equals(GEOMETRY))
                    .map(ShapefileExtract::field)
                    .toArray(DBFField[]::new))
            .note("prj", ShapefileWriter.CHINA_2000)
            .note("cpg", charset);
  }

  @Override
  public void row(List<@Nullable String> texts) {
    String geometry = null;
    List<@Nullable Object> values = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      String text = texts.get(i);
      if (columns.get(i).physicalName().equals(GEOMETRY)) {
        geometry = text;
      } else {
        values.add(text != null && number(columns.get(i)) ? new BigDecimal(text) : text);
      }
    }
    shapefile.feature(geometry, values.toArray());
  }

  @Override
  public int linesBefore() {
    return 0;
  }

  @Override
  public void close() throws IOException {
    Files.write(file, shapefile.zip());
  }

  private static DBFField field(ContractProperty column) {
    return number(column)
        ? new DBFField(column.physicalName(), DBFDataType.NUMERIC, DIGITS, DECIMALS)
        : new DBFField(column.physicalName(), DBFDataType.CHARACTER, TEXT);
  }

  private static boolean number(ContractProperty column) {
    return column.type() == LogicalType.NUMBER || column.type() == LogicalType.INTEGER;
  }
}
