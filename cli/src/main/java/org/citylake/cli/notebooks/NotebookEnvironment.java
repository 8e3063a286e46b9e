package org.citylake.cli.notebooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.citylake.cli.python.ProgramFolder;
import org.citylake.cli.python.PythonEnvironment;
import org.citylake.cli.python.PythonRange;
import org.citylake.cli.python.PythonServer;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Services;
import org.citylake.cli.state.Settings;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.json.ContentHash;
import org.citylake.core.json.Json;

/**
 * The notebooks' Python: its packages, and where SQL answers and who reads, which the notebooks
 * take from the environment. They read as the user {@code notebooks}, an analyst.
 *
 * @param folder what the home keeps for them
 * @param files the notebooks
 * @param python the environment
 */
record NotebookEnvironment(ProgramFolder folder, NotebookFiles files, PythonEnvironment python) {
  private static final String ENVIRONMENT = "CITYLAKE_NOTEBOOKS_ENVIRONMENT";
  private static final String USER = "notebooks";
  private static final PythonRange PYTHONS = new PythonRange(11, 13);

  /**
   * Installs what is not there yet.
   *
   * @throws CityLakeException of kind USER when nothing serves SQL on the home, of kind EXTERNAL
   *     when the packages cannot be had
   */
  static NotebookEnvironment ensure(Settings settings, NotebookFiles files, Output output) {
    String jdbc = Services.find(settings.home()).map(Services::jdbc).orElse("");
    if (jdbc.isEmpty()) {
      throw new CityLakeException(
          Kind.USER,
          "Nothing serves SQL on "
              + settings.home().root()
              + ", through which notebooks read: start ./citylake serve first, and leave it running");
    }
    ProgramFolder folder = new ProgramFolder(settings.home(), "notebooks");
    folder.sqlToken(USER);
    Path environment =
        Optional.ofNullable(settings.environment().get(ENVIRONMENT))
            .map(Path::of)
            .orElse(folder.root().resolve("python"));
    Map<String, String> variables = new HashMap<>();
    variables.put("CITYLAKE_ROOT", settings.root().toString());
    variables.put("CITYLAKE_HOME", settings.home().root().toString());
    variables.put("CITYLAKE_SQL_USER", USER);
    variables.put("CITYLAKE_SQL_TOKEN_FILE", folder.sqlTokenFile().toString());
    variables.put("PYTHONPATH", files.folder().toString());
    variables.put("PYTHONDONTWRITEBYTECODE", "1");
    // What the person has set up for other notebooks has no say here.
    for (String name : List.of("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "IPYTHONDIR")) {
      variables.put(name, folder.root().resolve("jupyter").toString());
    }
    NotebookEnvironment made =
        new NotebookEnvironment(
            folder,
            files,
            new PythonEnvironment(
                "The notebooks",
                environment,
                settings.home().logs().resolve("notebooks.log"),
                variables));
    made.install("requirements.txt", output);
    return made;
  }

  private void install(String requirements, Output output) {
    Path file = files.requirements(requirements);
    String mark = ContentHash.of(file).substring(0, 16);
    python.install(mark, PYTHONS, List.of("-r", file.toString()), "", output::progress);
  }

  /**
   * Runs notebooks, each in a kernel of its own.
   *
   * @param told called with each result when it is there
   * @throws CityLakeException of kind EXTERNAL when Python itself fails
   */
  List<NotebookResult> execute(List<Path> notebooks, Path out, Consumer<NotebookResult> told) {
    Path script = folder.root().resolve("execute.py");
    write(script, resource("execute.py"));
    List<String> command = new ArrayList<>(List.of(python.bin("python"), script.toString()));
    command.add(out.toString());
    notebooks.forEach(file -> command.add(file.toString()));
    Process process = python.startPiped(command);
    List<NotebookResult> results = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        NotebookResult result = parse(line);
        results.add(result);
        told.accept(result);
      }
      int code = process.waitFor();
      if (code != 0 || results.size() != notebooks.size()) {
        throw python.failed("ended with exit code " + code);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read what the notebooks say", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CityLakeException(Kind.EXTERNAL, "Interrupted while notebooks ran", e);
    } finally {
      process.destroy();
    }
    return results;
  }

  /** Serves JupyterLab over a folder until this process ends or the server does. */
  void serve(Path notebooks, int port, Output output, Runnable ready) {
    install("requirements-lab.txt", output);
    // The token's file is read by the server: an argument or variable would show it to others.
    folder.secret("jupyter-token");
    Path configuration = folder.root().resolve("jupyter_config.py");
    write(configuration, resource("jupyter_config.py"));
    URI health = URI.create("http://127.0.0.1:" + port + "/login");
    PythonServer.serve(
        python,
        List.of(
            python.bin("jupyter-lab"),
            "--config=" + configuration,
            "--ServerApp.port=" + port,
            "--ServerApp.root_dir=" + notebooks),
        health,
        ready);
  }

  private static NotebookResult parse(String line) {
    try {
      return Json.mapper().readValue(line, NotebookResult.class);
    } catch (JsonProcessingException e) {
      throw new CityLakeException(Kind.EXTERNAL, "The notebooks' Python said: " + line, e);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = NotebookEnvironment.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name, e);
    }
  }
}
