package org.citylake.cli.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The poms that gather Trino have no parent, so what they repeat of it is compared here. */
class TestTrinoAssembly {
  private static final Path ROOT = Path.of(System.getProperty("citylake.root"));

  @ParameterizedTest
  @ValueSource(strings = {"engine", "iceberg-plugin"})
  void repeatsTheVersionsOfTheParent(String module) throws IOException {
    String parent = pom(ROOT.resolve("pom.xml"));
    String gathering = pom(ROOT.resolve("trino-server").resolve(module).resolve("pom.xml"));

    for (String version :
        new String[] {
          "<dep\\.trino\\.version>([^<]+)<",
          "<artifactId>citylake[a-z-]*</artifactId>\\s*<version>([^<]+)<",
          "<artifactId>maven-dependency-plugin</artifactId>\\s*<version>([^<]+)<",
          "<artifactId>maven-clean-plugin</artifactId>\\s*<version>([^<]+)<",
          "<artifactId>maven-install-plugin</artifactId>\\s*<version>([^<]+)<",
          "<artifactId>maven-deploy-plugin</artifactId>\\s*<version>([^<]+)<"
        }) {
      assertThat(first(version, gathering)).as(version).isEqualTo(first(version, parent));
    }
  }

  private static String first(String pattern, String text) {
    Matcher found = Pattern.compile(pattern).matcher(text);
    assertThat(found.find()).as(pattern).isTrue();
    return found.group(1);
  }

  private static String pom(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}
