package fr.socle.psc.check;

import fr.socle.bench.check.Check;
import fr.socle.bench.check.Findings;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import fr.socle.psc.service.Asked;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** What is demanded of every call a relying party makes without a browser. */
public final class BackChannelChecks {
  private static final Set<String> TOKENS =
      Set.of("code", "code_verifier", "access_token", "refresh_token", "token", "id_token");
  private static final Rule IN_ADDRESS =
      new Rule(
          "PSC-CAN-04",
          RuleSource.NORME,
          "RFC 6749 4.1.3; RFC 7662 2.1; RFC 7009 2.1; RFC 9700 4.3.2",
          List.of("PSC-RP-16"),
          "Aucun code ni jeton n'est dans l'adresse d'un appel direct.");

  private BackChannelChecks() {}

  /** TLS 1.2 or 1.3. */
  public static <M> Check<M> tls() {
    return Check.of(
        new Rule(
            "PSC-CAN-01",
            RuleSource.TEXTE,
            "psc.md 1.4 (S: TRANSPORT)",
            List.of("PSC-RP-20"),
            "Les appels à Pro Santé Connect emploient TLS 1.2 ou 1.3."),
        (exchange, findings) -> {
          String protocol = exchange.request().tls().protocol();
          if (!protocol.equals("TLSv1.2") && !protocol.equals("TLSv1.3")) {
            findings.add(
                "TLS",
                "TLS 1.2 ou 1.3",
                protocol,
                "Activez TLS 1.2 et 1.3 et désactivez les versions antérieures.");
          }
        });
  }

  static <M> Check<M> noBrowserScript() {
    return Check.of(
        new Rule(
            "PSC-CAN-02",
            RuleSource.TEXTE,
            "psc.md 1.1 (EXI PSC 22, S: DOC-TECH)",
            List.of("PSC-RP-04"),
            "Aucun appel à Pro Santé Connect ne part d'un script de navigateur."),
        (exchange, findings) -> {
          if (ofBrowser(exchange.request())) {
            tellOrigin(exchange.request(), findings);
          }
        });
  }

  static <M> Check<M> noOrigin() {
    return Check.of(
        new Rule(
            "PSC-CAN-05",
            RuleSource.CONNU,
            "psc.md 4.2 (K); EXI PSC 22",
            List.of("PSC-RP-04"),
            "Un appel direct ne porte pas l'en-tête Origin des navigateurs."),
        (exchange, findings) -> {
          if (!ofBrowser(exchange.request())) {
            tellOrigin(exchange.request(), findings);
          }
        });
  }

  // Origin alone may come from a server, and so may Sec-Fetch-Mode: the fetch of Node writes it.
  // Sec-Fetch-Site says whence a page asks, which only a browser knows (W3C Fetch Metadata)
  private static boolean ofBrowser(IncomingRequest request) {
    return request.headers().first("Sec-Fetch-Mode").isPresent()
        && request.headers().first("Sec-Fetch-Site").isPresent();
  }

  private static void tellOrigin(IncomingRequest request, Findings findings) {
    request
        .headers()
        .first("Origin")
        .ifPresent(
            origin ->
                findings.add(
                    "en-tête Origin",
                    "absent",
                    origin,
                    "Faites cet appel depuis votre serveur : un script de navigateur ne doit tenir"
                        + " ni le secret ni les jetons."));
  }

  /** No client secret in the query. */
  public static <M> Check<M> noSecretInAddress(Function<M, Asked> query) {
    return Check.of(
        new Rule(
            "PSC-CAN-03",
            RuleSource.NORME,
            "RFC 6749 2.3.1",
            List.of("PSC-RP-04"),
            "Le secret du client n'est jamais dans une adresse."),
        (exchange, findings) -> {
          if (query.apply(exchange.message()).values().containsKey("client_secret")) {
            findings.add(
                "client_secret",
                "absent de l'adresse",
                "présent dans l'adresse",
                "Envoyez le secret dans l'en-tête Authorization ou dans le corps.");
          }
        });
  }

  /** No code nor token in the query of a call of an OAuth endpoint. */
  public static <M> Check<M> noTokenInAddress(Function<M, Asked> query) {
    return notInAddress(query, TOKENS);
  }

  /**
   * No access token in the query of a business call. Its other parameters are the API's own: {@code
   * code} is one of FHIR. RFC 6750 2.3 reserves {@code access_token} alone.
   */
  public static <M> Check<M> noAccessTokenInAddress(Function<M, Asked> query) {
    return notInAddress(query, Set.of("access_token"));
  }

  private static <M> Check<M> notInAddress(Function<M, Asked> query, Set<String> names) {
    return Check.of(
        IN_ADDRESS,
        (exchange, findings) ->
            query.apply(exchange.message()).values().keySet().stream()
                .filter(names::contains)
                .forEach(
                    name ->
                        findings.add(
                            name,
                            "absent de l'adresse",
                            "présent dans l'adresse",
                            "Envoyez "
                                + name
                                + " dans le corps de la requête, ou le jeton d'accès dans"
                                + " l'en-tête Authorization.")));
  }
}
