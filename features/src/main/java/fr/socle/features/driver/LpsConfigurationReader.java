package fr.socle.features.driver;

import fr.socle.exigences.RequirementCatalogue;
import fr.socle.exigences.UnknownRequirementException;
import fr.socle.features.driver.LpsConfiguration.DriverKind;
import fr.socle.features.yaml.YamlFile;
import fr.socle.features.yaml.YamlMap;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code lps.yaml}. The file is only composed into nodes, never built into objects, and what
 * it does not know it refuses with the line.
 */
public final class LpsConfigurationReader {

  /**
   * Reads a file.
   *
   * @throws LpsConfigurationException with the file, the line and the mend
   */
  public LpsConfiguration read(Path file) {
    return configuration(new YamlFile(file, LpsConfigurationException::new).read(), file);
  }

  private static LpsConfiguration configuration(YamlMap root, Path file) {
    root.onlyKnows("lps", "pilote", "url", "commande", "delai", "profil", "instances", "reglages");
    YamlMap lps = root.requiredMap("lps");
    lps.onlyKnows("nom", "version", "editeur");
    Capabilities.LpsIdentity identity =
        new Capabilities.LpsIdentity(
            lps.requiredText("nom"), lps.requiredText("version"), lps.text("editeur"));
    DriverKind kind = kind(root);
    return new LpsConfiguration(
        identity,
        kind,
        kind == DriverKind.HTTP ? urls(root) : refuse(root, kind, "url", "instances"),
        kind == DriverKind.COMMANDE ? command(root) : refuse(root, kind, "commande"),
        directory(file),
        limit(root),
        profile(root),
        settings(root));
  }

  private static DriverKind kind(YamlMap root) {
    String label = root.requiredText("pilote");
    return Stream.of(DriverKind.values())
        .filter(kind -> kind.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                root.wrong(
                    "pilote",
                    "« %s » n'est pas un genre de pilote ; attendu : %s."
                        .formatted(
                            label,
                            Stream.of(DriverKind.values())
                                .map(DriverKind::label)
                                .collect(Collectors.joining(", ")))));
  }

  private static List<URI> urls(YamlMap root) {
    refuse(root, DriverKind.HTTP, "commande");
    List<String> texts = new ArrayList<>();
    String url = root.text("url");
    if (url != null) {
      texts.add(url);
    }
    String member = texts.isEmpty() ? "instances" : "url";
    if (root.has("instances")) {
      if (url != null) {
        throw root.wrong(
            "instances",
            "donnez « url » pour une instance ou « instances » pour plusieurs, pas les deux.");
      }
      texts.addAll(root.texts("instances"));
    }
    if (texts.isEmpty()) {
      throw root.missing("url");
    }
    return texts.stream().map(text -> url(root, member, text)).toList();
  }

  private static URI url(YamlMap root, String member, String text) {
    try {
      URI uri = new URI(text);
      if (("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
          && uri.getHost() != null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      throw root.wrong(member, "« " + text + " » n'est pas une adresse.");
    }
    throw root.wrong(member, "« " + text + " » n'est pas une adresse http ou https.");
  }

  private static List<String> command(YamlMap root) {
    List<String> command = root.texts("commande");
    if (command.isEmpty()) {
      throw root.missing("commande");
    }
    return command;
  }

  private static <T> List<T> refuse(YamlMap root, DriverKind kind, String... members) {
    for (String member : members) {
      if (root.has(member)) {
        throw root.wrong(
            member, "« %s » ne va pas avec le pilote « %s ».".formatted(member, kind.label()));
      }
    }
    return List.of();
  }

  private static Duration limit(YamlMap root) {
    String text = root.text("delai");
    if (text == null) {
      return LpsConfiguration.DEFAULT_LIMIT;
    }
    if (!text.matches("[1-9][0-9]{0,3}")) {
      throw root.wrong("delai", "attendu un nombre de secondes, de 1 à 9999.");
    }
    return Duration.ofSeconds(Long.parseLong(text));
  }

  private static @Nullable String profile(YamlMap root) {
    String name = root.text("profil");
    if (name == null) {
      return null;
    }
    try {
      RequirementCatalogue.load().ofProfile(name);
    } catch (UnknownRequirementException e) {
      throw root.wrong("profil", String.valueOf(e.getMessage()));
    }
    return name;
  }

  private static Map<String, String> settings(YamlMap root) {
    YamlMap settings = root.map("reglages");
    return settings == null ? Map.of() : settings.allTexts();
  }

  private static Path directory(Path file) {
    @Nullable Path parent = file.toAbsolutePath().getParent();
    return parent == null ? Path.of("").toAbsolutePath() : parent;
  }
}
