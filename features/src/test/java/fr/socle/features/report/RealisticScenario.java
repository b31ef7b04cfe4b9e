package fr.socle.features.report;

import static fr.socle.features.report.RealisticRun.INS_MEND;
import static fr.socle.features.report.SampleRun.START;
import static fr.socle.features.report.SampleRun.scenario;

import fr.socle.exigences.Basis;
import fr.socle.exigences.Verdict;
import fr.socle.features.model.ActionCall;
import fr.socle.features.model.Cause;
import fr.socle.features.model.ExpectationResult;
import fr.socle.features.model.Indetermination;
import fr.socle.features.model.ScenarioResult;
import fr.socle.features.model.StepText;
import fr.socle.features.model.StepText.Outcome;
import fr.socle.features.model.TimelineEvent;
import java.util.List;

/** One scenario of a {@link RealisticRun}: its text, what it expected, what happened around it. */
final class RealisticScenario {
  private static final List<String> NAMES =
      List.of(
          "une identité contrôlée et retrouvée par INSi devient qualifiée",
          "une identité seulement récupérée ne transmet pas l'INS",
          "le patient inconnu d'INSi garde une identité validée, sans matricule",
          "Pro Santé Connect en panne n'empêche pas de consulter le dossier",
          "la session expirée est renouvelée sans perdre la saisie en cours",
          "un homonyme né le même jour n'est jamais rapproché sans contrôle de ses autres traits");

  private RealisticScenario() {}

  /** What becomes of the scenario of a number. */
  record Kind(int number) {
    boolean bad() {
      return number % 5 == 0;
    }

    boolean disturbed() {
      return number == 3;
    }

    boolean reserved() {
      return number == 4;
    }

    boolean uncovered() {
      return number == 7;
    }

    boolean undecided() {
      return number == 8;
    }

    String id() {
      return "insi/qualification:" + (12 + 9 * number);
    }

    String name() {
      return NAMES.get(number % NAMES.size());
    }

    Verdict verdict() {
      return switch (number) {
        case 4 -> Verdict.RESERVE;
        case 7 -> Verdict.NON_COUVERT;
        case 8 -> Verdict.INDETERMINE;
        case 9 -> Verdict.CONFORME_DECLARE;
        default -> bad() ? Verdict.NON_CONFORME : Verdict.CONFORME;
      };
    }
  }

  static ScenarioResult of(Kind kind, RealisticFindings found, RealisticTraffic traffic) {
    SampleRun.ScenarioBuilder builder =
        scenario(kind.id(), kind.name(), kind.verdict())
            .requirements("INS/va1.17", "INS/va1.03", "PSC/RP-04")
            .steps(steps(kind))
            .expectations(expectations(kind, found))
            .exchanges(kind.uncovered() ? List.of() : traffic.exchanges())
            .evidence(kind.uncovered() ? List.of() : traffic.files())
            .actions(actions(kind))
            .timeline(timeline(kind));
    if (kind.bad()) {
      builder
          .findings(found.emetteur())
          .annexes(found.nonce(), found.couverture(), found.supposed());
    }
    if (kind.uncovered()) {
      builder.reason("Le pilote ne propose pas l'action envoyer-mss.");
    }
    if (kind.undecided()) {
      builder.cause(
          new Indetermination(
              Cause.PILOTE,
              "Le pilote n'a pas répondu en 30 s à creer-dossier : vérifiez qu'il tourne encore."));
    }
    return builder.build();
  }

  private static StepText[] steps(Kind kind) {
    return new StepText[] {
      new StepText(
          "Étant donné", "un médecin connecté avec Pro Santé Connect", 6, true, Outcome.JOUE),
      new StepText(
          "Étant donné",
          "une patiente née à Ajaccio, connue d'INSi sous trois prénoms",
          13,
          false,
          Outcome.JOUE),
      new StepText(
          "Quand",
          "le médecin crée son dossier, contrôle sa carte d'identité et appelle INSi",
          14,
          false,
          Outcome.JOUE),
      new StepText("Alors", "INSi a reçu une seule recherche pour elle", 15, false, Outcome.JOUE),
      new StepText(
          "Et",
          "le courrier que le médecin envoie ensuite porte son INS",
          16,
          false,
          kind.uncovered() ? Outcome.ARRETE : Outcome.JOUE),
      new StepText(
          "Et",
          "ses traits y sont ceux d'INSi",
          17,
          false,
          kind.uncovered() ? Outcome.NON_JOUE : Outcome.JOUE)
    };
  }

  private static ExpectationResult[] expectations(Kind kind, RealisticFindings found) {
    return new ExpectationResult[] {
      new ExpectationResult(
          "INSi a reçu une seule recherche pour elle",
          Basis.TRAFIC,
          true,
          List.of("INS/va1.03"),
          15,
          null,
          null,
          List.of(found.base() + 4)),
      new ExpectationResult(
          "Le courrier porte le matricule INS de la patiente",
          Basis.TRAFIC,
          !kind.bad(),
          List.of("INS/va1.03"),
          16,
          kind.bad() ? "aucun matricule dans le courrier" : null,
          kind.bad() ? INS_MEND : null,
          List.of(found.base() + 4)),
      new ExpectationResult(
          "Le dossier montre le statut qualifié",
          Basis.DECLARE,
          true,
          List.of("INS/va1.12"),
          17,
          null,
          null,
          List.of())
    };
  }

  private static ActionCall[] actions(Kind kind) {
    return new ActionCall[] {
      new ActionCall(
          "authentifier-ps",
          START.plusMillis(20),
          START.plusMillis(280),
          "fait",
          null,
          3,
          null,
          null),
      new ActionCall(
          "creer-dossier",
          START.plusMillis(1000),
          START.plusMillis(1180),
          "fait",
          null,
          6,
          null,
          null),
      new ActionCall(
          "rechercher-ins-traits",
          START.plusMillis(1190),
          START.plusMillis(1480),
          kind.disturbed() ? "refuse" : "fait",
          kind.disturbed()
              ? "Pro Santé Connect ne répond pas, réessayez dans quelques minutes"
              : null,
          1,
          null,
          null)
    };
  }

  private static TimelineEvent[] timeline(Kind kind) {
    if (kind.disturbed()) {
      return new TimelineEvent[] {
        new TimelineEvent(
            START,
            TimelineEvent.Kind.MONDE,
            "Marie-Ange SANTUCCI, née à Ajaccio, est connue d'INSi",
            "insi"),
        new TimelineEvent(
            START.plusMillis(500),
            TimelineEvent.Kind.PANNE,
            "indisponible sur Pro Santé Connect, une fois",
            "psc"),
        new TimelineEvent(
            START.plusMillis(1300),
            TimelineEvent.Kind.VIEILLISSEMENT,
            "les sessions ont deux heures de plus",
            "psc")
      };
    }
    return new TimelineEvent[] {
      new TimelineEvent(
          START,
          TimelineEvent.Kind.MONDE,
          "Marie-Ange SANTUCCI, née à Ajaccio, est connue d'INSi",
          "insi"),
      new TimelineEvent(
          START.plusMillis(10),
          TimelineEvent.Kind.AILLEURS,
          "la professionnelle s'authentifiera à la page de connexion par e-CPS, puis acceptera sur son téléphone",
          "psc")
    };
  }
}
