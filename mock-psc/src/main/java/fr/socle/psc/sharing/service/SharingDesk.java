package fr.socle.psc.sharing.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.socle.psc.service.BoundedMap;
import fr.socle.psc.service.IssuedToken;
import fr.socle.psc.service.PresentedToken;
import fr.socle.psc.service.TokenLedger;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one context a professional, and the schemas of contexts (psc.md 2.8, S: CONTEXT). A bag is
 * not put to its schema: whether the real one does is unknown. Thread-safe.
 */
public final class SharingDesk {
  /** The schema that is there from the beginning. */
  public static final String PATIENT_INFO = "patient-info";

  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern SCHEMA_ID = Pattern.compile("[A-Za-z0-9._-]{1,80}");
  private static final int KEPT = 2_000;
  private static final int MOST_SCHEMAS = 200;

  private final TokenLedger tokens;
  private final Map<String, SharedContext> contexts = new BoundedMap<>(KEPT);
  private final Map<String, JsonNode> schemas = new LinkedHashMap<>();

  /** No context yet, and one schema. */
  public SharingDesk(TokenLedger tokens) {
    this.tokens = tokens;
    reset();
  }

  /** The professional of a PSC access token that is good; null when there is none. */
  public @Nullable String whose(@Nullable String bearer) {
    if (bearer == null) {
      return null;
    }
    PresentedToken presented = tokens.present(bearer);
    IssuedToken token = presented.token();
    return token != null
            && token.kind() == IssuedToken.Kind.ACCESS
            && presented.state() == PresentedToken.State.VALID
        ? token.nationalId()
        : null;
  }

  /** {@code PUT /share}. */
  public synchronized SharingOutcome share(String nationalId, @Nullable JsonNode body) {
    String schemaId = body == null ? "" : body.path("schemaId").asText("");
    if (body == null || schemaId.isEmpty() || !body.path("bag").isObject()) {
      return SharingOutcome.refused(
          400, "Envoyez un objet JSON avec schemaId et bag, et psId si vous voulez.");
    }
    String psId = body.path("psId").asText(nationalId);
    if (!psId.equals(nationalId)) {
      return SharingOutcome.refused(
          403,
          "psId n'est pas le professionnel du jeton : retirez psId, ou employez le jeton de ce"
              + " professionnel.");
    }
    if (!schemas.containsKey(schemaId)) {
      return SharingOutcome.refused(
          404, "Le schéma « " + schemaId + " » n'existe pas : déposez-le d'abord sous /discovery.");
    }
    SharedContext context = new SharedContext(schemaId, body.path("bag").deepCopy());
    contexts.put(nationalId, context);
    return SharingOutcome.done(200, written(nationalId, context));
  }

  /** {@code GET /share}. */
  public synchronized SharingOutcome shared(String nationalId) {
    SharedContext context = contexts.get(nationalId);
    return context == null
        ? SharingOutcome.refused(
            404, "Ce professionnel n'a partagé aucun contexte : envoyez-en un par PUT /share.")
        : SharingOutcome.done(200, written(nationalId, context));
  }

  /** {@code GET /discovery}. */
  public synchronized SharingOutcome schemas() {
    return SharingOutcome.done(200, JSON.valueToTree(schemas.values()));
  }

  /** {@code GET /discovery/<schemaId>}. */
  public synchronized SharingOutcome schema(String id) {
    JsonNode schema = schemas.get(id);
    return schema == null
        ? SharingOutcome.refused(
            404,
            "Le schéma « "
                + id
                + " » n'existe pas : lisez les noms sous /discovery, ou créez-le par POST.")
        : SharingOutcome.done(200, schema);
  }

  /** {@code POST /discovery} creates a schema, {@code PUT} replaces one. */
  public synchronized SharingOutcome keep(@Nullable JsonNode schema, boolean create) {
    String id = schema == null ? "" : schema.path("id").asText("");
    if (schema == null || !schema.isObject() || !SCHEMA_ID.matcher(id).matches()) {
      return SharingOutcome.refused(
          400, "Envoyez un schéma JSON (draft-04) dont « id » est le nom.");
    }
    boolean known = schemas.containsKey(id);
    if (create && known) {
      return SharingOutcome.refused(
          409, "Le schéma « " + id + " » existe déjà : remplacez-le par PUT.");
    }
    if (!create && !known) {
      return SharingOutcome.refused(
          404, "Le schéma « " + id + " » n'existe pas : créez-le par POST.");
    }
    if (create && schemas.size() >= MOST_SCHEMAS) {
      return SharingOutcome.refused(
          507,
          "Cet espace garde "
              + MOST_SCHEMAS
              + " schémas au plus : remplacez-en un par PUT, ou remettez l'espace à zéro.");
    }
    schemas.put(id, schema.deepCopy());
    return SharingOutcome.done(create ? 201 : 200, schema);
  }

  /** Forgets everything that was not there at the beginning. */
  public synchronized void reset() {
    contexts.clear();
    schemas.clear();
    schemas.put(PATIENT_INFO, patientInfo());
  }

  private static JsonNode written(String nationalId, SharedContext context) {
    ObjectNode body = JSON.createObjectNode();
    body.put("psId", nationalId);
    body.put("schemaId", context.schemaId());
    body.set("bag", context.bag());
    return body;
  }

  private static JsonNode patientInfo() {
    try (InputStream in =
        Objects.requireNonNull(SharingDesk.class.getResourceAsStream("patient-info.json"))) {
      return JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
