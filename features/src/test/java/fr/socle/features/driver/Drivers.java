package fr.socle.features.driver;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Drivers and JSON as tests need them. */
final class Drivers {
  static final String RECORD =
      """
      {"dossier":"d1","statutIdentite":"provisoire","attributs":[],"traits":{"nomNaissance":"MOQUETTE",\
      "premierPrenom":"ALIX","sexe":"F","dateNaissance":"1988-02-29"},"verrouille":false,\
      "historique":[],"messages":[]}""";

  private Drivers() {}

  static LpsDriver http(URI url, Duration limit) {
    return new LpsConfiguration(
            new Capabilities.LpsIdentity("LPS", "1", null),
            LpsConfiguration.DriverKind.HTTP,
            List.of(url),
            List.of(),
            Path.of(""),
            limit,
            null,
            Map.of())
        .open(0);
  }

  static ObjectNode json(String text) {
    try {
      return (ObjectNode) JsonMapper.builder().build().readTree(text);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  static String done(String seen) {
    return "{\"statut\":\"fait\",\"vu\":" + seen + ",\"etapes\":2}";
  }
}
