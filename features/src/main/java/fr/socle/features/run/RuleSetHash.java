package fr.socle.features.run;

import fr.socle.exigences.Requirement;
import fr.socle.exigences.RequirementCatalogue;
import fr.socle.features.model.RunReport.RuleSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** Names what a run judges against, so that two reports can be known to speak of the same. */
final class RuleSetHash {
  private RuleSetHash() {}

  /** Hashes the rows of the catalogue, and the names and the bytes of the feature files. */
  static RuleSet of(RequirementCatalogue catalogue, SuiteIndex suite, String version) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Requirement requirement : catalogue.all()) {
        digest.update(requirement.toString().getBytes(StandardCharsets.UTF_8));
      }
      // An editor's own file stands elsewhere on another machine, and is the same file.
      Map<String, String> byName = new TreeMap<>();
      suite.files().forEach(file -> byName.put(ScenarioTexts.name(file), file));
      for (Map.Entry<String, String> named : byName.entrySet()) {
        digest.update(named.getKey().getBytes(StandardCharsets.UTF_8));
        digest.update(bytes(named.getValue()));
      }
      return new RuleSet(version, HexFormat.of().formatHex(digest.digest()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(String file) throws IOException {
    try (InputStream resource =
        RuleSetHash.class.getClassLoader().getResourceAsStream(file.replaceFirst("^/", ""))) {
      return resource == null ? Files.readAllBytes(Path.of(file)) : resource.readAllBytes();
    }
  }
}
