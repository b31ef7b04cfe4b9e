package fr.socle.psc.exchange.check;

import fr.socle.bench.check.SequenceCheck;
import fr.socle.bench.check.WindowTraffic;
import fr.socle.bench.check.WindowTraffic.Observed;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import fr.socle.psc.exchange.protocol.ApiTransactions;
import fr.socle.psc.exchange.protocol.ExchangeMessage;
import fr.socle.psc.exchange.service.SubjectStanding;
import fr.socle.psc.protocol.TokenMessage;
import fr.socle.psc.protocol.Transactions;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.x500.X500Principal;

/** What the exchanges of a window show together. */
final class ExchangeSequences {
  private ExchangeSequences() {}

  static List<SequenceCheck> all() {
    return List.of(new OncePerApi(), new CertificateOfTheSoftware());
  }

  /** The token of Pro Santé Connect serves once at each API, whose token serves afterwards. */
  private static final class OncePerApi implements SequenceCheck {
    // "Meant to be used once" is said of the principle, not as an obligation: the weaker tag
    private static final Rule RULE =
        new Rule(
            "API-SUI-01",
            RuleSource.VU,
            "psc.md 2.6 (S: TRANSPORT)",
            List.of("PSC-PX-09"),
            "Un jeton de Pro Santé Connect n'est échangé qu'une fois par API.");

    @Override
    public Rule rule() {
      return RULE;
    }

    @Override
    public void judge(WindowTraffic traffic, SequenceFindings findings) {
      Set<String> seen = new HashSet<>();
      for (Observed<ExchangeMessage> each : exchanges(traffic)) {
        ExchangeMessage message = each.message();
        if (message != null
            && message.succeeded()
            && !seen.add(message.outcome().api().name() + message.outcome().subjectDigest())) {
          findings.add(
              each.exchange().sequence(),
              "subject_token",
              "un jeton qui n'a pas encore servi à cette API",
              "un jeton déjà échangé",
              "Gardez le jeton d'API (1 à 4 h) et servez-vous-en pour les appels suivants.");
        }
      }
    }
  }

  /** A proxy that serves several softwares takes the certificate of the one that is connected. */
  private static final class CertificateOfTheSoftware implements SequenceCheck {
    private static final Rule RULE =
        new Rule(
            "API-SUI-02",
            RuleSource.VU,
            "psc.md 2.7 (S: PROXY)",
            List.of("PSC-PX-03"),
            "Le certificat de l'échange est celui du logiciel qui s'est connecté.");

    @Override
    public Rule rule() {
      return RULE;
    }

    @Override
    public void judge(WindowTraffic traffic, SequenceFindings findings) {
      for (Observed<ExchangeMessage> each : exchanges(traffic)) {
        ExchangeMessage message = each.message();
        SubjectStanding subject = message == null ? null : message.outcome().subject();
        X500Principal shown = message == null ? null : message.proof().certificate();
        if (subject == null || subject.clientId() == null || shown == null) {
          continue;
        }
        declared(traffic, subject.clientId())
            .filter(dn -> !dn.equals(shown))
            .ifPresent(
                dn ->
                    findings.add(
                        each.exchange().sequence(),
                        "certificat client",
                        dn.getName(),
                        shown.getName(),
                        "Choisissez le certificat sortant d'après le client_id du logiciel de la"
                            + " session."));
      }
    }

    private static Optional<X500Principal> declared(WindowTraffic traffic, String clientId) {
      return traffic.of(Transactions.TOKEN, TokenMessage.class).stream()
          .map(Observed::message)
          .flatMap(message -> Optional.ofNullable(message).map(TokenMessage::client).stream())
          .filter(client -> client.clientId().equals(clientId))
          .flatMap(client -> Optional.ofNullable(client.subject()).stream())
          .findFirst();
    }
  }

  private static List<Observed<ExchangeMessage>> exchanges(WindowTraffic traffic) {
    return traffic.of(ApiTransactions.TOKEN, ExchangeMessage.class).stream()
        .filter(each -> each.message() != null && each.message().isExchange())
        .toList();
  }
}
