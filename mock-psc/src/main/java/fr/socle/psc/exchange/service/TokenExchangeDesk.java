package fr.socle.psc.exchange.service;

import fr.socle.psc.exchange.service.ApiTokens.Presented;
import fr.socle.psc.exchange.service.PscIntrospection.PscUnreachableException;
import fr.socle.psc.exchange.service.SubjectStanding.State;
import fr.socle.psc.service.Asked;
import fr.socle.psc.service.ClientProof;
import fr.socle.psc.service.Digests;
import fr.socle.psc.service.OidcError;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The token endpoint of the APIs. It looks, in this order, at the certificate and the client, at
 * the subject token, at the scopes, psc.md 2.6 (S: TRANSPORT). Thread-safe.
 */
public final class TokenExchangeDesk {
  private final ApiSettings settings;
  private final ApiClientGate gate;
  private final PscIntrospection psc;
  private final ApiTokens tokens;
  private final ApiTokenMint mint;

  TokenExchangeDesk(
      ApiSettings settings,
      ApiClientGate gate,
      PscIntrospection psc,
      ApiTokens tokens,
      ApiTokenMint mint) {
    this.settings = settings;
    this.gate = gate;
    this.psc = psc;
    this.tokens = tokens;
    this.mint = mint;
  }

  /** Answers a token request. */
  public ExchangeOutcome answer(
      ProtectedApi api, Asked form, ClientProof proof, ApiFaultPlan faults) {
    Progress met = new Progress(api);
    met.subjectDigest =
        form.first("subject_token").map(Digests::sha256).map(Digests::base64Url).orElse(null);
    met.confirmation = form.first("cnf").map(Confirmation::parse).orElse(null);
    try {
      ApiClientGate.Entry entry = gate.admit(proof);
      met.client = entry.client(); // known also to a server that is down: it is the caller's merit
      if (faults.strikes(ApiFault.SERVEUR_INDISPONIBLE)) {
        throw unavailable("Le serveur d'autorisation est indisponible (panne armée).");
      }
      String thumbprint = proof.thumbprint();
      ApiClient client = entry.client();
      if (entry.error() != null || client == null || thumbprint == null) {
        return met.refused(entry.error());
      }
      return switch (form.first("grant_type").orElse("")) {
        case ExchangeParameters.GRANT -> exchange(met, client, thumbprint, form, faults);
        case "refresh_token" -> refresh(met, client, thumbprint, form, faults);
        case "" ->
            throw new RefusedExchange(
                OidcError.invalidRequest(
                    "Missing form parameter: grant_type", "La requête n'a pas de grant_type."));
        default ->
            throw new RefusedExchange(
                new OidcError(
                    400,
                    "unsupported_grant_type",
                    "Unsupported grant_type",
                    "Ce serveur d'autorisation ne fait que l'échange de jetons ("
                        + ExchangeParameters.GRANT
                        + ") et le rafraîchissement."));
      };
    } catch (RefusedExchange refused) {
      return met.refused(refused.error());
    }
  }

  private ExchangeOutcome exchange(
      Progress met, ApiClient client, String thumbprint, Asked form, ApiFaultPlan faults) {
    ExchangeParameters parameters = ExchangeParameters.read(form, settings);
    if (faults.strikes(ApiFault.EMETTEUR_INCONNU)) {
      throw ExchangeParameters.unknownIssuer("psc");
    }
    target(met.api, form);
    confirm(parameters.confirmation(), thumbprint);
    SubjectStanding subject = introspect(parameters.subjectToken(), faults);
    met.subject = subject;
    String nationalId = subject.nationalId();
    if (subject.state() != State.ACTIVE || nationalId == null) {
      throw new RefusedExchange(
          OidcError.invalidRequest("Invalid subject_token", reason(subject.state())));
    }
    String scope = scope(met.api, client, parameters.scopes(), faults);
    return met.issued(
        mint.mint(
            new ApiTokenMint.Order(
                met.api,
                client,
                nationalId,
                subject.clientId(),
                subject.sessionState(),
                scope,
                thumbprint,
                parameters.actor()),
            faults));
  }

  // Psc.md 2.6: the Keycloak flavour hands out refresh tokens; bound to the certificate (A)
  private ExchangeOutcome refresh(
      Progress met, ApiClient client, String thumbprint, Asked form, ApiFaultPlan faults) {
    Presented presented = tokens.present(form.first("refresh_token").orElse(""));
    ApiToken known = presented.token();
    boolean ours =
        known != null
            && known.kind() == ApiToken.Kind.REFRESH
            && known.api().equals(met.api.name())
            && known.clientId().equals(client.clientId())
            && known.thumbprint().equals(thumbprint);
    if (known == null || !ours || presented.state() != ApiTokens.State.VALID) {
      throw new RefusedExchange(
          new OidcError(
              400,
              "invalid_grant",
              ours ? "Token is not active" : "Invalid refresh token",
              ours
                  ? "Le jeton de rafraîchissement de l'API n'est plus bon : refaites un échange."
                  : "Ce n'est pas un jeton de rafraîchissement remis par cette API à ce client et"
                      + " à ce certificat."));
    }
    return met.issued(
        mint.mint(
            new ApiTokenMint.Order(
                met.api,
                client,
                known.nationalId(),
                known.pscClientId(),
                known.sessionState(),
                known.scope(),
                thumbprint,
                null),
            faults));
  }

  private static void target(ProtectedApi api, Asked form) {
    List<String> audiences = form.values().getOrDefault("audience", List.of());
    List<String> resources = form.values().getOrDefault("resource", List.of());
    boolean here =
        audiences.stream().allMatch(api.name()::equals)
            && resources.stream().allMatch(one -> one.contains(api.resourcePath()));
    if (!here) {
      throw new RefusedExchange(
          new OidcError(
              400,
              "invalid_target",
              "Unknown audience or resource",
              "Ce serveur ne remet de jetons que pour « "
                  + api.name()
                  + " » : retirez audience et resource, ou nommez cette API."));
    }
  }

  private static void confirm(@Nullable Confirmation sent, String thumbprint) {
    if (sent != null && !thumbprint.equals(sent.thumbprint())) {
      throw new RefusedExchange(
          OidcError.invalidRequest(
              "cnf does not match the client certificate",
              sent.form() == Confirmation.Form.UNREADABLE
                  ? "cnf est illisible : envoyez {\"x5t#S256\":\"…\"}, l'empreinte SHA-256 du"
                      + " certificat client en base64url sans remplissage (RFC 8705 3.1)."
                  : "cnf n'est pas l'empreinte du certificat présenté : employez pour cnf le"
                      + " certificat de la connexion."));
    }
  }

  private SubjectStanding introspect(String token, ApiFaultPlan faults) {
    if (faults.strikes(ApiFault.INTROSPECTION_INACTIVE)) {
      return SubjectStanding.inactive();
    }
    try {
      return psc.introspect(token);
    } catch (PscUnreachableException e) {
      throw unavailable("Pro Santé Connect ne répond pas à l'introspection : " + e.getMessage());
    }
  }

  private static String reason(State state) {
    return switch (state) {
      case EXPIRED ->
          "Le jeton de Pro Santé Connect a expiré : rafraîchissez-le puis refaites l'échange.";
      case NOT_AN_ACCESS_TOKEN ->
          "subject_token n'est pas un jeton d'accès : envoyez l'access_token de Pro Santé"
              + " Connect.";
      default ->
          "Pro Santé Connect dit ce jeton inactif : session finie, jeton révoqué ou inconnu."
              + " Demandez une nouvelle connexion.";
    };
  }

  private static String scope(
      ProtectedApi api, ApiClient client, Set<String> asked, ApiFaultPlan faults) {
    Set<String> granted = new LinkedHashSet<>(asked.isEmpty() ? api.scopes() : asked);
    if (asked.isEmpty()) {
      granted.retainAll(client.scopes());
    }
    boolean allowed =
        !granted.isEmpty()
            && api.scopes().containsAll(granted)
            && client.scopes().containsAll(granted);
    if (!allowed || faults.strikes(ApiFault.SCOPE_REFUSE)) {
      throw new RefusedExchange(
          new OidcError(
              400,
              "invalid_scope",
              "Invalid scopes",
              "Scopes permis à « "
                  + client.clientId()
                  + " » sur cette API : "
                  + String.join(
                      " ", api.scopes().stream().filter(client.scopes()::contains).toList())
                  + ". Demandez ceux-là seulement."));
    }
    return String.join(" ", granted);
  }

  private static RefusedExchange unavailable(String reason) {
    return new RefusedExchange(
        new OidcError(503, "temporarily_unavailable", "Service unavailable", reason));
  }

  /** What was met so far. */
  private static final class Progress {
    private final ProtectedApi api;
    private @Nullable ApiClient client;
    private @Nullable SubjectStanding subject;
    private @Nullable String subjectDigest;
    private @Nullable Confirmation confirmation;

    Progress(ProtectedApi api) {
      this.api = api;
    }

    ExchangeOutcome refused(@Nullable OidcError error) {
      return new ExchangeOutcome(
          api, client, subject, subjectDigest, confirmation, null, Map.of(), error);
    }

    ExchangeOutcome issued(ApiTokenMint.Minted minted) {
      return new ExchangeOutcome(
          api, client, subject, subjectDigest, confirmation, minted.access(), minted.body(), null);
    }
  }
}
