package fr.socle.lps.mss.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.socle.lps.reseau.Answer;
import fr.socle.lps.reseau.Wire;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks up addresses in the Annuaire Santé (mssante.md 3.2). Immutable. */
public final class HealthDirectory {

  private static final String TYPE =
      "https://hl7.fr/ig/fhir/core/StructureDefinition/fr-core-contact-point-email-type";
  private static final String METADATA =
      "https://interop.esante.gouv.fr/ig/fhir/annuaire/StructureDefinition/as-ext-mailbox-mss-metadata";
  private static final int MOST_PAGES = 5;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Wire wire;
  private final URI base;
  private final String key;

  public HealthDirectory(Wire wire, URI base, String key) {
    this.wire = wire;
    this.base = base;
    this.key = key;
  }

  /**
   * An address that the directory publishes.
   *
   * @param kind code of the kind of mailbox
   * @param name whose it is
   */
  public record Listed(String address, String kind, String name) {}

  /**
   * Looks for professionals.
   *
   * @param criteria search parameters of the directory, by name
   */
  public List<Listed> professionals(Map<String, String> criteria)
      throws MailFailure, InterruptedException {
    return search("Practitioner", criteria);
  }

  /** Looks for organisations. */
  public List<Listed> organisations(Map<String, String> criteria)
      throws MailFailure, InterruptedException {
    return search("Organization", criteria);
  }

  private List<Listed> search(String type, Map<String, String> criteria)
      throws MailFailure, InterruptedException {
    Map<String, String> all = new LinkedHashMap<>(criteria);
    all.put("mailbox-mss:contains", "@");
    StringBuilder query = new StringBuilder();
    all.forEach(
        (name, value) ->
            query
                .append(query.isEmpty() ? "?" : "&")
                .append(URLEncoder.encode(name, UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, UTF_8)));
    List<Listed> found = new ArrayList<>();
    String next = base + "/" + type + query;
    for (int page = 0; page < MOST_PAGES && !next.isEmpty(); page++) {
      JsonNode bundle = get(URI.create(next));
      bundle.path("entry").forEach(entry -> addresses(entry.path("resource"), found));
      next = next(bundle);
    }
    return found;
  }

  private static String next(JsonNode bundle) {
    for (JsonNode link : bundle.path("link")) {
      if (link.path("relation").asText().equals("next")) {
        return link.path("url").asText();
      }
    }
    return "";
  }

  private JsonNode get(URI address) throws MailFailure, InterruptedException {
    try {
      Answer answer =
          wire.send(
              HttpRequest.newBuilder(address)
                  .header("ESANTE-API-KEY", key)
                  .header("Accept", "application/fhir+json")
                  .GET()
                  .build());
      if (answer.status() != 200) {
        throw new MailFailure(
            "L'annuaire a répondu par une erreur ("
                + answer.status()
                + "). Réessayez dans un instant.",
            true,
            String.valueOf(answer.status()));
      }
      return JSON.readTree(answer.body());
    } catch (Wire.Unreachable e) {
      throw new MailFailure("L'annuaire ne répond pas : " + e.getMessage() + ".", true, "");
    } catch (IOException e) {
      throw new MailFailure("L'annuaire a répondu ce qui ne se lit pas.", true, "");
    }
  }

  /** Only addresses of MSSanté, and none of the red list. */
  private static void addresses(JsonNode resource, List<Listed> found) {
    for (JsonNode telecom : resource.path("telecom")) {
      boolean secure = false;
      boolean hidden = false;
      String kind = "";
      for (JsonNode extension : telecom.path("extension")) {
        secure =
            secure
                || (extension.path("url").asText().equals(TYPE)
                    && extension.path("valueCoding").path("code").asText().equals("MSSANTE"));
        if (extension.path("url").asText().equals(METADATA)) {
          for (JsonNode inner : extension.path("extension")) {
            hidden =
                hidden
                    || (inner.path("url").asText().equals("listeRouge")
                        && inner.path("valueBoolean").asBoolean());
            if (inner.path("url").asText().equals("type")) {
              kind = inner.at("/valueCodeableConcept/coding/0/code").asText();
            }
          }
        }
      }
      if (secure && !hidden && telecom.path("system").asText().equals("email")) {
        found.add(new Listed(telecom.path("value").asText(), kind, name(resource)));
      }
    }
  }

  private static String name(JsonNode resource) {
    JsonNode name = resource.path("name");
    return name.isTextual()
        ? name.asText()
        : (name.at("/0/given/0").asText() + " " + name.at("/0/family").asText()).strip();
  }
}
