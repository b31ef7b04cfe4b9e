package fr.socle.psc.protocol;

import fr.socle.psc.service.Asked;
import fr.socle.psc.service.ClientProof;
import fr.socle.psc.service.Jwt;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the journal shows of an exchange: parameters with secrets masked, tokens taken apart. */
public final class DecodedView {
  private static final Set<String> SECRETS =
      Set.of(
          "client_secret",
          "client_assertion",
          "code",
          "code_verifier",
          "access_token",
          "refresh_token",
          "id_token",
          "id_token_hint",
          "token",
          "password",
          "auth_req_id",
          "subject_token",
          "actor_token",
          "session_code",
          "ticket");

  private static final int LONGEST = 2_000;

  private final Map<String, Object> view = new LinkedHashMap<>();

  /** Shows a value, if there is one. */
  public DecodedView put(String name, @Nullable Object value) {
    if (value != null) {
      view.put(name, value);
    }
    return this;
  }

  /** Shows the parameters of a request. */
  public DecodedView parameters(Asked asked) {
    Map<String, Object> shown = new LinkedHashMap<>();
    asked
        .values()
        .forEach(
            (name, values) -> {
              List<String> masked = values.stream().map(value -> show(name, value)).toList();
              shown.put(name, masked.size() == 1 ? masked.get(0) : masked);
            });
    return put("parametres", shown);
  }

  /** Shows how a client authenticated. */
  public DecodedView proof(ClientProof proof) {
    put("client", proof.clientId());
    put("authentification", proof.methods().stream().map(DecodedView::label).sorted().toList());
    if (proof.certificate() != null) {
      put("certificat", proof.certificate().getName());
    }
    return this;
  }

  /** Shows a token by its header and claims, never by its text. */
  public DecodedView token(String name, @Nullable String value) {
    if (value == null) {
      return this;
    }
    return Jwt.read(value)
        .map(
            jwt -> {
              Map<String, Object> parts = new LinkedHashMap<>();
              parts.put("entete", jwt.headerValues());
              parts.put("claims", jwt.claimValues());
              return put(name, parts);
            })
        .orElseGet(() -> put(name, mask(value)));
  }

  /** Shows that a secret was given, and how long it is. */
  DecodedView secret(String name, @Nullable Object value) {
    return value == null ? this : put(name, mask(value.toString()));
  }

  /** The view. */
  public Map<String, Object> asMap() {
    return view;
  }

  private static String show(String name, String value) {
    if (SECRETS.contains(name)) {
      return mask(value);
    }
    return value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value;
  }

  private static String mask(String value) {
    return value.isEmpty() ? "" : "masqué (" + value.length() + " caractères)";
  }

  private static String label(ClientProof.Method method) {
    return switch (method) {
      case BASIC -> "client_secret_basic";
      case POST -> "client_secret_post";
      case ASSERTION -> "client_assertion";
      case CERTIFICATE -> "certificat";
    };
  }
}
