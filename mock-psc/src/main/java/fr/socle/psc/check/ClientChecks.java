package fr.socle.psc.check;

import fr.socle.bench.check.Check;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import fr.socle.psc.protocol.ClientCall;
import fr.socle.psc.service.ClientProof.Method;
import fr.socle.psc.service.OidcError;
import fr.socle.psc.service.RelyingParty;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a client authenticates (psc.md 1.5) and forms its requests. */
final class ClientChecks {
  private static final List<String> STANDARD = List.of("EXI-PSC-15");
  private static final Set<Method> SHOWN_IN_REQUEST =
      Set.of(Method.BASIC, Method.POST, Method.ASSERTION);

  private ClientChecks() {}

  static <M extends ClientCall> List<Check<M>> all() {
    return List.of(
        form(),
        nothingRepeated(),
        shown(),
        accepted(),
        certificate(),
        oneMethod(),
        secretOrCertificate());
  }

  private static <M extends ClientCall> Check<M> form() {
    return Check.of(
        rule(
            "PSC-CLI-01",
            RuleSource.NORME,
            "RFC 6749 3.2 et annexe B; RFC 7662 2.1; RFC 7009 2.1",
            "Les paramètres sont dans un corps application/x-www-form-urlencoded."),
        (exchange, findings) -> {
          if (!exchange.message().isForm()) {
            findings.add(
                "en-tête Content-Type",
                "application/x-www-form-urlencoded",
                exchange.request().headers().first("Content-Type").orElse("absent"),
                "Envoyez les paramètres comme un formulaire, dans le corps.");
          }
        });
  }

  private static <M extends ClientCall> Check<M> nothingRepeated() {
    return Check.of(
        rule(
            "PSC-CLI-02",
            RuleSource.NORME,
            "RFC 6749 3.2",
            "Aucun paramètre n'est envoyé deux fois."),
        (exchange, findings) ->
            exchange
                .message()
                .form()
                .repeated()
                .forEach(
                    name ->
                        findings.add(
                            name,
                            "une seule fois",
                            "plusieurs fois",
                            "Envoyez le paramètre " + name + " une seule fois.")));
  }

  private static <M extends ClientCall> Check<M> shown() {
    return Check.of(
        rule(
            "PSC-CLI-03",
            RuleSource.NORME,
            "RFC 6749 3.2.1",
            "Le client s'authentifie, par secret ou par certificat."),
        (exchange, findings) -> {
          M call = exchange.message();
          boolean nothing = call.proof().secret() == null && !byAssertion(call);
          if (!byCertificate(call.client()) && nothing) {
            findings.add(
                "en-tête Authorization",
                "le secret du client (en-tête ou corps), ou son certificat avec client_id",
                "rien",
                "Authentifiez le client avec client_secret_basic, client_secret_post ou un"
                    + " certificat.");
          }
        });
  }

  private static <M extends ClientCall> Check<M> accepted() {
    return Check.of(
        rule(
            "PSC-CLI-04",
            RuleSource.NORME,
            "RFC 6749 3.2.1",
            "Le client et son secret sont ceux qui sont déclarés."),
        (exchange, findings) -> {
          M call = exchange.message();
          OidcError error = call.error();
          boolean secretShown = call.proof().secret() != null;
          if (error != null
              && call.refusedAsClient()
              && secretShown
              && !byCertificate(call.client())
              && !certificateWrong(call)) {
            findings.add(
                "client_id",
                "un client déclaré et son secret",
                String.valueOf(call.proof().clientId()),
                "Vérifiez client_id et secret de cet environnement : " + error.reason());
          }
        });
  }

  private static <M extends ClientCall> Check<M> certificate() {
    return Check.of(
        new Rule(
            "PSC-CLI-05",
            RuleSource.TEXTE,
            "psc.md 1.5 (S: TRANSPORT, FAQ-EDC)",
            List.of("PSC-RP-19"),
            "Un client déclaré par certificat présente le certificat déclaré."),
        (exchange, findings) -> {
          M call = exchange.message();
          RelyingParty client = call.client();
          if (client != null && certificateWrong(call) && call.refusedAsClient()) {
            findings.add(
                "certificat client",
                client.subject() == null
                    ? "un certificat d'organisation"
                    : client.subject().getName(),
                call.proof().certificate() == null ? "aucun" : call.proof().certificate().getName(),
                "Présentez le certificat d'organisation dont le nom (DN) est déclaré pour ce"
                    + " client.");
          }
        });
  }

  private static <M extends ClientCall> Check<M> oneMethod() {
    return Check.of(
        rule(
            "PSC-CLI-06",
            RuleSource.NORME,
            "RFC 6749 2.3",
            "Le client ne s'authentifie que d'une façon par requête."),
        (exchange, findings) -> {
          Set<Method> shown = EnumSet.copyOf(SHOWN_IN_REQUEST);
          shown.retainAll(exchange.message().proof().methods());
          if (shown.size() > 1) {
            findings.add(
                "client_secret",
                "une seule façon de s'authentifier",
                shown.stream().map(ClientChecks::place).collect(Collectors.joining(" et ")),
                "N'envoyez le secret que dans l'en-tête Authorization, ou que dans le corps.");
          }
        });
  }

  private static String place(Method method) {
    return switch (method) {
      case BASIC -> "le secret dans l'en-tête";
      case POST -> "le secret dans le corps";
      case ASSERTION -> "client_assertion";
      case CERTIFICATE -> "le certificat";
    };
  }

  // The discovery document announces assertions too (S: DISC): a remark, no more
  private static <M extends ClientCall> Check<M> secretOrCertificate() {
    return Check.of(
        new Rule(
            "PSC-CLI-07",
            RuleSource.VU,
            "psc.md 1.5 (S: FAQ-EDC)",
            List.of("EXI-PSC-10"),
            "Le client s'authentifie par son secret ou par son certificat."),
        (exchange, findings) -> {
          if (byAssertion(exchange.message())) {
            findings.add(
                "client_assertion",
                "le secret du client, ou son certificat avec client_id",
                "un jeton signé (client_assertion)",
                "Authentifiez le client par client_secret_basic, client_secret_post ou un"
                    + " certificat : ce sont les moyens que l'ANS documente.");
          }
        });
  }

  private static boolean byAssertion(ClientCall call) {
    return call.proof().methods().contains(Method.ASSERTION);
  }

  private static boolean certificateWrong(ClientCall call) {
    RelyingParty client = call.client();
    return client != null
        && client.presentsCertificate()
        && !client.ownsCertificate(call.proof().certificate());
  }

  private static boolean byCertificate(@Nullable RelyingParty client) {
    return client != null && client.method() == RelyingParty.Method.TLS_CLIENT_AUTH;
  }

  private static Rule rule(String id, RuleSource source, String key, String title) {
    return new Rule(id, source, key, STANDARD, title);
  }
}
