package fr.socle.features.yaml;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;

/**
 * A file of a user. It is only composed into nodes, never built into objects. JSON is YAML too.
 *
 * @param path where it is
 * @param refusal what is thrown when it cannot be used, from a message in French with the file, the
 *     line and the mend
 */
public record YamlFile(Path path, Function<String, RuntimeException> refusal) {

  /** Its members. */
  public YamlMap read() {
    try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
      Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
      if (yaml.compose(reader) instanceof MappingNode mapping) {
        return new YamlMap(this, mapping);
      }
      throw at(1, "attendu des membres « nom: valeur ».");
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw at(line, "ce n'est pas du YAML lisible (" + e.getProblem() + ").");
    } catch (YAMLException e) {
      throw refusal.apply(path + " n'est pas du YAML lisible.");
    } catch (IOException e) {
      throw refusal.apply(
          "Le fichier " + path + " ne se lit pas : vérifiez son chemin et ses droits.");
    }
  }

  /** A refusal of a line. */
  RuntimeException at(int line, String what) {
    return refusal.apply("%s, ligne %d : %s".formatted(path, line, what));
  }
}
