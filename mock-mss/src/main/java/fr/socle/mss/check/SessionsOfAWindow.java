package fr.socle.mss.check;

import static fr.socle.mss.check.MailRules.rule;

import fr.socle.bench.check.SequenceCheck;
import fr.socle.bench.check.SequenceCheck.SequenceFindings;
import fr.socle.bench.check.WindowTraffic;
import fr.socle.bench.check.WindowTraffic.Observed;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import fr.socle.mss.protocol.mail.MailCommand;
import fr.socle.mss.protocol.mail.MailExchange;
import fr.socle.mss.protocol.mail.SubmittedMail;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is demanded of the sessions and the messages of a window together: mssante.md 1.4, 2.1. */
final class SessionsOfAWindow {
  private SessionsOfAWindow() {}

  static List<SequenceCheck> all() {
    return List.of(
        new Judge(
            rule(
                "MSS-SE-07",
                "MSS-T08",
                RuleSource.NORME,
                "1.4 ; RFC 3207 4.2 ; RFC 5321 4.1.4",
                "Une session SMTP dit EHLO à nouveau après STARTTLS."),
            SessionsOfAWindow::helloAgain),
        new Judge(
            rule(
                "MSS-SE-08",
                "MSS/CONF.07",
                RuleSource.TEXTE,
                "1.4 (S: REG, ECO.1.2.1)",
                "Une session envoie ses messages une fois authentifiée."),
            SessionsOfAWindow::authenticated),
        new Judge(
            rule(
                "MSS-SE-09",
                "MSS-T09",
                RuleSource.SUPPOSE,
                "1.4 (A)",
                "Un jeton que l'opérateur a refusé n'est pas présenté à nouveau."),
            SessionsOfAWindow::refusedAgain),
        new Judge(
            rule(
                "MSS-SE-10",
                "MSS-T09",
                RuleSource.SUPPOSE,
                "1.4 (A)",
                "Un logiciel n'ouvre pas connexion sur connexion quand l'opérateur refuse."),
            SessionsOfAWindow::storm),
        new Judge(
            rule(
                "MSS-EN-30",
                "MSS/va1.12",
                RuleSource.NORME,
                "2.1 ; RFC 5322 3.6.4",
                "Deux messages n'ont pas le même Message-ID."),
            SessionsOfAWindow::sameIdentifier));
  }

  /** What a check on the traffic of the mail does. */
  @FunctionalInterface
  private interface OnWindow {
    void judge(List<Observed<MailExchange>> exchanges, SequenceFindings findings);
  }

  private record Judge(Rule rule, OnWindow judge) implements SequenceCheck {
    @Override
    public void judge(WindowTraffic traffic, SequenceFindings findings) {
      judge.judge(
          traffic.exchanges().stream()
              .filter(each -> each.message() instanceof MailExchange)
              .map(each -> new Observed<>(each.exchange(), (MailExchange) each.message()))
              .toList(),
          findings);
    }
  }

  /** The commands of a window, with their sequence. */
  private interface OnCommand {
    void judge(long sequence, MailCommand command);
  }

  private static void commands(List<Observed<MailExchange>> exchanges, OnCommand judge) {
    for (Observed<MailExchange> each : exchanges) {
      if (each.message() instanceof MailCommand command) {
        judge.judge(each.exchange().sequence(), command);
      }
    }
  }

  private static void helloAgain(List<Observed<MailExchange>> all, SequenceFindings findings) {
    Set<String> silent = new HashSet<>();
    commands(
        all,
        (sequence, command) -> {
          String session = command.session().id();
          if (!command.session().protocol().equals("smtp")) {
            return;
          }
          if (command.verb().equals("STARTTLS") && command.refusal().isEmpty()) {
            silent.add(session);
          } else if (Set.of("EHLO", "HELO").contains(command.verb())) {
            silent.remove(session);
          } else if (Set.of("AUTH", "MAIL").contains(command.verb()) && silent.remove(session)) {
            findings.add(
                sequence,
                command.verb(),
                "EHLO, sous TLS, avant " + command.verb(),
                command.verb() + " aussitôt après TLS",
                "Dites EHLO à nouveau après STARTTLS : ce que le serveur offre a changé.");
          }
        });
  }

  private static void authenticated(List<Observed<MailExchange>> all, SequenceFindings findings) {
    commands(
        all,
        (sequence, command) -> {
          if (command.verb().equals("MAIL")
              && command.refusal().equals("authentification-requise")) {
            findings.add(
                sequence,
                "MAIL",
                "AUTH, accepté, avant MAIL",
                "MAIL sans authentification",
                "Authentifiez-vous avant d'envoyer, et attendez la réponse.");
          }
        });
  }

  private static void refusedAgain(List<Observed<MailExchange>> all, SequenceFindings findings) {
    Set<String> refused = new HashSet<>();
    commands(
        all,
        (sequence, command) -> {
          String token = command.attempt().digest();
          if (!token.isEmpty() && command.refusal().equals("jeton-refuse") && !refused.add(token)) {
            findings.add(
                sequence,
                "AUTH",
                "un autre jeton, ou une autre connexion à Pro Santé Connect",
                "le jeton déjà refusé",
                "Demandez un nouveau jeton à Pro Santé Connect quand l'opérateur refuse le vôtre.");
          }
        });
  }

  private static final int MOST_REFUSED = 10;
  private static final long SECONDS = 10;

  private static void storm(List<Observed<MailExchange>> all, SequenceFindings findings) {
    List<Observed<MailExchange>> refused =
        all.stream()
            .filter(
                each ->
                    each.message() instanceof MailCommand command
                        && command.isAuthentication()
                        && !command.refusal().isEmpty())
            .toList();
    for (int i = MOST_REFUSED; i < refused.size(); i++) {
      if (refused
          .get(i)
          .exchange()
          .startedAt()
          .isBefore(refused.get(i - MOST_REFUSED).exchange().startedAt().plusSeconds(SECONDS))) {
        findings.add(
            refused.get(i).exchange().sequence(),
            "connexions",
            "quelques essais, de plus en plus espacés",
            "plus de " + MOST_REFUSED + " refus en " + SECONDS + " s",
            "Espacez les essais après un refus, et prévenez l'utilisateur.");
        return;
      }
    }
  }

  // Sent again as it was, or after an answer that was lost, it is the same message.
  private static void sameIdentifier(List<Observed<MailExchange>> all, SequenceFindings findings) {
    Map<String, SubmittedMail> before = new HashMap<>();
    for (Observed<MailExchange> each : all) {
      if (each.message() instanceof SubmittedMail mail
          && mail.accepted()
          && each.exchange().faults().isEmpty()
          && !mail.messageId().isBlank()) {
        SubmittedMail former = before.putIfAbsent(mail.messageId(), mail);
        if (former != null && !former.digest().equals(mail.digest())) {
          findings.add(
              each.exchange().sequence(),
              "en-tête Message-ID",
              "un identifiant nouveau",
              mail.messageId() + ", d'un autre message",
              "Donnez à chaque nouveau message un Message-ID que rien d'autre n'a.");
        }
      }
    }
  }
}
