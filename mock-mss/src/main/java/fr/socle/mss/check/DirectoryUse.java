package fr.socle.mss.check;

import static fr.socle.mss.check.MailRules.rule;

import fr.socle.bench.check.SequenceCheck;
import fr.socle.bench.check.SequenceCheck.SequenceFindings;
import fr.socle.bench.check.WindowTraffic;
import fr.socle.bench.check.WindowTraffic.Observed;
import fr.socle.bench.client.api.Exchange;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import fr.socle.mss.directory.protocol.fhir.DirectoryCall;
import fr.socle.mss.directory.protocol.files.AutoconfigDoor;
import fr.socle.mss.directory.protocol.ldap.LdapCall;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the directory and the autoconfiguration are used: mssante.md 1.4, 3. What a text says of them
 * does not tell why software does otherwise: a key may not be settled yet. Nothing here blocks, and
 * what correct software does beside a bench that forgets everything between two scenarios only
 * informs: an identifier kept from before, a file that is read again and not tried at once.
 */
final class DirectoryUse {
  private static final String DIRECTORY = "ANN/va1.05";
  private static final Set<String> PEOPLE = Set.of("Practitioner", "PractitionerRole");
  private static final Duration AT_ONCE = Duration.ofMillis(200);

  /** A page that failed is asked for again some times. */
  private static final int MOST_OF_A_PAGE = 10;

  private DirectoryUse() {}

  static List<SequenceCheck> all() {
    return List.of(
        new Judge(
            rule(
                "MSS-AN-01",
                DIRECTORY,
                RuleSource.SUPPOSE,
                "3.2 (A)",
                "Un appel refusé faute de clé n'est pas répété sans clé."),
            DirectoryUse::keyless),
        new Judge(
            rule(
                "MSS-AN-02",
                DIRECTORY,
                RuleSource.SUPPOSE,
                "3.2 (A)",
                "Un appel refusé pour son débit n'est pas répété aussitôt."),
            DirectoryUse::hasty),
        new Judge(
            rule(
                "MSS-AN-03",
                DIRECTORY,
                RuleSource.SUPPOSE,
                "3.2 (A)",
                "Un professionnel se retrouve par son identifiant national, non par l'identifiant technique."),
            DirectoryUse::technical),
        new Judge(
            rule(
                "MSS-AN-04",
                DIRECTORY,
                RuleSource.VU,
                "3.2 (S: DOCANN)",
                "Une recherche que l'annuaire refuse est refaite avec les critères qu'il prend."),
            DirectoryUse::refused),
        new Judge(
            rule(
                "MSS-AN-05",
                DIRECTORY,
                RuleSource.CONNU,
                "5 (K)",
                "Une page qui mène à elle-même n'est pas suivie sans fin."),
            DirectoryUse::loop),
        new Judge(
            rule(
                "MSS-AN-06",
                DIRECTORY,
                RuleSource.SUPPOSE,
                "3.1 (A)",
                "Une liaison LDAP refusée n'est pas répétée."),
            DirectoryUse::bind),
        new Judge(
            rule(
                "MSS-AN-07",
                "MSS/CONF.04",
                RuleSource.SUPPOSE,
                "1.4 (A)",
                "Le fichier d'autoconfiguration lu, la connexion est essayée."),
            DirectoryUse::triedOut));
  }

  @FunctionalInterface
  private interface OnTraffic {
    void judge(List<Observed<?>> exchanges, SequenceFindings findings);
  }

  private record Judge(Rule rule, OnTraffic judge) implements SequenceCheck {
    @Override
    public void judge(WindowTraffic traffic, SequenceFindings findings) {
      judge.judge(traffic.exchanges(), findings);
    }
  }

  private static Instant end(Exchange exchange) {
    return exchange.startedAt().plus(exchange.durationMicros(), ChronoUnit.MICROS);
  }

  private static boolean has(Exchange exchange, int status) {
    Integer answered = exchange.status();
    return answered != null && answered == status;
  }

  // Calls that were under way together, and software that tries without a key first, pass.
  private static void keyless(List<Observed<?>> all, SequenceFindings findings) {
    Instant refused = null;
    for (Observed<?> each : all) {
      if (!(each.message() instanceof DirectoryCall call)) {
        continue;
      }
      Exchange exchange = each.exchange();
      if (call.keyed()) {
        refused = null;
      } else if (refused != null && exchange.startedAt().isAfter(refused)) {
        findings.add(
            exchange.sequence(),
            "en-tête ESANTE-API-KEY",
            "la clé de votre logiciel",
            "absent, après un premier refus",
            "Mettez votre clé dans l'en-tête ESANTE-API-KEY de chaque appel à l'annuaire.");
        return;
      } else if (refused == null && has(exchange, 401) && exchange.faults().isEmpty()) {
        refused = end(exchange);
      }
    }
  }

  private static void hasty(List<Observed<?>> all, SequenceFindings findings) {
    Map<String, Instant> refused = new HashMap<>();
    for (Observed<?> each : all) {
      if (!(each.message() instanceof DirectoryCall call)) {
        continue;
      }
      Exchange exchange = each.exchange();
      Instant before = refused.remove(call.below());
      if (before != null
          && exchange.startedAt().isAfter(before)
          && exchange.startedAt().isBefore(before.plus(AT_ONCE))) {
        findings.add(
            exchange.sequence(),
            "débit",
            "une attente, puis le même appel",
            "le même appel, moins de " + AT_ONCE.toMillis() + " ms après le refus",
            "Attendez avant de rappeler l'annuaire qui répond 429.");
        return;
      }
      if (has(exchange, 429)) {
        refused.put(call.below(), end(exchange));
      }
    }
  }

  private static void technical(List<Observed<?>> all, SequenceFindings findings) {
    for (Observed<?> each : all) {
      if (each.message() instanceof DirectoryCall call
          && call.interaction().equals("read")
          && PEOPLE.contains(call.type())
          && each.exchange().faults().isEmpty()
          && (has(each.exchange(), 404) || has(each.exchange(), 410))) {
        findings.add(
            each.exchange().sequence(),
            call.below(),
            "une recherche par identifier",
            "un identifiant technique que l'annuaire n'a pas",
            "Cherchez un professionnel par son identifiant national : son identifiant technique"
                + " change d'une version de l'API à l'autre.");
      }
    }
  }

  private static void refused(List<Observed<?>> all, SequenceFindings findings) {
    @Nullable Exchange last = null;
    for (Observed<?> each : all) {
      if (each.message() instanceof DirectoryCall call && call.interaction().equals("search")) {
        if (has(each.exchange(), 400) && each.exchange().faults().isEmpty()) {
          last = each.exchange();
        } else if (has(each.exchange(), 200)) {
          last = null;
        }
      }
    }
    if (last != null) {
      findings.add(
          last.sequence(),
          "critères",
          "les critères que documente l'annuaire",
          "une recherche refusée, et aucune autre qui aboutisse ensuite",
          "Ne cherchez que par les critères que l'annuaire prend : lisez l'OperationOutcome de sa"
              + " réponse.");
    }
  }

  private static void loop(List<Observed<?>> all, SequenceFindings findings) {
    Map<String, Integer> asked = new HashMap<>();
    for (Observed<?> each : all) {
      if (each.message() instanceof DirectoryCall call
          && call.interaction().equals("page")
          && asked.merge(call.below(), 1, Integer::sum) == MOST_OF_A_PAGE + 1) {
        findings.add(
            each.exchange().sequence(),
            "lien next",
            "chaque page une fois",
            "la même page plus de " + MOST_OF_A_PAGE + " fois",
            "Arrêtez-vous quand le lien next mène à une page déjà lue.");
      }
    }
  }

  private static void bind(List<Observed<?>> all, SequenceFindings findings) {
    Instant refused = null;
    for (Observed<?> each : all) {
      if (!(each.message() instanceof LdapCall call) || !call.operation().equals("bind")) {
        continue;
      }
      if (call.result() == 0) {
        refused = null;
      } else if (refused != null && each.exchange().startedAt().isAfter(refused)) {
        findings.add(
            each.exchange().sequence(),
            "liaison",
            "une liaison simple anonyme",
            "une liaison refusée, après une autre",
            "Liez-vous sans nom ni mot de passe : l'annuaire est public.");
        return;
      } else if (refused == null) {
        refused = end(each.exchange());
      }
    }
  }

  private static void triedOut(List<Observed<?>> all, SequenceFindings findings) {
    @Nullable Exchange read = null;
    for (Observed<?> each : all) {
      Exchange exchange = each.exchange();
      if (AutoconfigDoor.TRANSACTION.equals(exchange.transaction())
          && has(exchange, 200)
          && exchange.faults().isEmpty()) {
        read = exchange;
      } else if (Set.of("mss.smtp", "mss.imap").contains(exchange.listener())) {
        read = null;
      }
    }
    if (read != null) {
      findings.add(
          read.sequence(),
          "autoconfiguration",
          "un essai de connexion ensuite",
          "aucune connexion à l'opérateur",
          "Après avoir lu le fichier d'autoconfiguration, essayez la connexion à l'opérateur.");
    }
  }
}
