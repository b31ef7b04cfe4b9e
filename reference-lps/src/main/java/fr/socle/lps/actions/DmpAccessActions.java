package fr.socle.lps.actions;

import fr.socle.lps.actions.DmpViews.AccessView;
import fr.socle.lps.actions.DmpViews.ChoicesView;
import fr.socle.lps.actions.DmpViews.ExistenceView;
import fr.socle.lps.actions.DmpViews.KnownView;
import fr.socle.lps.actions.DmpViews.PatientsView;
import fr.socle.lps.dmp.client.Existence;
import fr.socle.lps.dmp.client.Existence.Access;
import fr.socle.lps.dmp.client.KnownDmp;
import fr.socle.lps.dmp.record.Choices;
import fr.socle.lps.dmp.record.PatientDmp;
import fr.socle.lps.dmp.soap.DmpRefused;
import fr.socle.lps.dmp.soap.DmpUnreachable;
import fr.socle.lps.dmp.vihf.Mode;
import fr.socle.lps.dmp.vihf.Purpose;
import fr.socle.lps.identite.Dossier;
import fr.socle.lps.identite.Dossiers;
import fr.socle.lps.identite.Ins;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import fr.socle.lps.pilote.Input;
import fr.socle.lps.pilote.InputRefused;
import fr.socle.lps.pilote.Outcome;
import fr.socle.lps.pilote.UserAction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The choices of the patient, the existence of the DMP, and the right to consult it. */
final class DmpAccessActions {

  private static final DateTimeFormatter DIGITS =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withZone(ZoneOffset.UTC);
  private static final Duration USUAL_DEPTH = Duration.ofDays(30);

  private final Dossiers dossiers;
  private final DmpVisit visit;
  private final DmpCaller caller;
  private final Clock clock;
  private final Defects defects;

  DmpAccessActions(
      Dossiers dossiers, DmpVisit visit, DmpCaller caller, Clock clock, Defects defects) {
    this.dossiers = dossiers;
    this.visit = visit;
    this.caller = caller;
    this.clock = clock;
    this.defects = defects;
  }

  List<UserAction> all() {
    return List.of(
        UserAction.of("noter-choix-patient", this::note),
        UserAction.of("tester-existence-dmp", this::test),
        UserAction.of("declarer-autorisation-dmp", this::declare),
        UserAction.of("lister-patients-dmp", this::patients));
  }

  private UserAction.Prepared note(Input input) {
    Dossier dossier = RecordActions.dossier(dossiers, input);
    Optional<Boolean> consultation = choice(input, "consultation");
    Optional<Boolean> feeding = choice(input, "alimentation");
    boolean saysSecret = input.has("connexionSecrete");
    boolean secret = input.flag("connexionSecrete", false);
    return () -> {
      PatientDmp dmp = visit.of(dossier);
      Choices before = dmp.choices();
      boolean kept = before.refuses() && defects.has(Mutant.DMP_OPPOSITION_GARDEE);
      dmp.choose(
          new Choices(
              (consultation.isPresent() && !kept) ? consultation.get() : before.consultation(),
              feeding.orElse(before.feeding()),
              saysSecret ? secret : before.secret()));
      return Outcome.done(view(dmp.choices()), 1);
    };
  }

  private static Optional<Boolean> choice(Input input, String member) {
    return input
        .optionalText(member)
        .map(
            word ->
                switch (word) {
                  case "accepte" -> true;
                  case "refuse" -> false;
                  default -> throw new InputRefused("« " + member + " » vaut accepte ou refuse.");
                });
  }

  private static ChoicesView view(Choices choices) {
    String consultation = choices.accepts() ? "accepte" : choices.refuses() ? "refuse" : "inconnu";
    return new ChoicesView(
        consultation, choices.feeding() ? "accepte" : "refuse", choices.secret(), List.of());
  }

  private UserAction.Prepared test(Input input) {
    Dossier dossier = RecordActions.dossier(dossiers, input);
    Mode asked = DmpMode.read(input);
    return () -> {
      Mode mode = asked == null ? caller.toConsult() : asked;
      try {
        Existence found = visit.test(dossier, mode);
        return Outcome.done(ExistenceView.of(found), 1);
      } catch (DmpVisit.Obstacle e) {
        return Outcome.refused(ExistenceView.of(Existence.UNKNOWN, e.told()), 1, e.told());
      } catch (DmpUnreachable e) {
        String told = unreachable(e);
        return Outcome.failed(ExistenceView.of(Existence.UNKNOWN, told), 1, told);
      } catch (DmpRefused e) {
        return Outcome.failed(ExistenceView.of(Existence.UNKNOWN, e.told()), 1, e.told());
      }
    };
  }

  private UserAction.Prepared declare(Input input) {
    Dossier dossier = RecordActions.dossier(dossiers, input);
    Mode asked = DmpMode.read(input);
    String motive = input.optionalText("motif").orElse("normal");
    String reason = input.optionalText("raison").orElse("");
    if (!List.of("normal", "medecin-traitant", "bris-de-glace", "supprimer").contains(motive)) {
      throw new InputRefused(
          "« motif » vaut normal, medecin-traitant, bris-de-glace ou supprimer.");
    }
    return () -> {
      try {
        return declared(dossier, asked == null ? caller.toConsult() : asked, motive, reason);
      } catch (DmpVisit.Obstacle e) {
        return Outcome.refused(view(visit.of(dossier), e.told()), 1, e.told());
      } catch (DmpUnreachable e) {
        String told = unreachable(e);
        return Outcome.failed(view(visit.of(dossier), told), 1, told);
      } catch (DmpRefused e) {
        return Outcome.failed(view(visit.of(dossier), e.told()), 1, e.told());
      }
    };
  }

  private Outcome declared(Dossier dossier, Mode mode, String motive, String reason)
      throws DmpVisit.Obstacle, DmpUnreachable, DmpRefused, InterruptedException {
    PatientDmp dmp = visit.of(dossier);
    if (motive.equals("bris-de-glace")) {
      if (reason.isBlank()) {
        throw new DmpVisit.Obstacle("Écrivez pourquoi vous accédez en urgence à ce DMP.");
      }
      visit.qualified(dossier);
      dmp.purpose(Purpose.emergency(reason));
      visit.test(dossier, mode);
      if (defects.has(Mutant.DMP_URGENCE_AUTORISEE)) {
        visit.client(mode).authorise(visit.about(dossier), true, false);
      }
      return Outcome.done(
          view(dmp, "Accès en urgence (bris de glace) : il sera signalé au patient."), 2);
    }
    dmp.purpose(Purpose.NORMAL);
    boolean adds = !motive.equals("supprimer");
    if (adds && !dmp.choices().accepts()) {
      throw new DmpVisit.Obstacle(
          dmp.choices().refuses()
              ? "Le patient s'oppose à la consultation de son DMP."
              : "Demandez au patient s'il accepte la consultation de son DMP, et notez sa"
                  + " réponse.");
    }
    Existence existence = visit.known(dossier, mode);
    if (!existence.open()) {
      throw new DmpVisit.Obstacle("Ce patient n'a pas de DMP ouvert.");
    }
    boolean treating =
        motive.equals("medecin-traitant") && !defects.has(Mutant.DMP_TRAITANT_OUBLIE);
    visit
        .client(mode)
        .authorise(
            visit.about(dossier), adds || defects.has(Mutant.DMP_RENONCEMENT_OUBLIE), treating);
    dmp.tested(existence.with(adds ? Access.AUTORISE : Access.AUCUN), mode);
    return Outcome.done(view(dmp), 1);
  }

  private static AccessView view(PatientDmp dmp, String... told) {
    return new AccessView(dmp.existence().access().wire(), List.of(told));
  }

  private UserAction.Prepared patients(Input input) {
    Mode asked = DmpMode.read(input);
    Instant since =
        input
            .optionalText("depuis")
            .map(day -> DocumentInput.day(day, 0))
            .orElseGet(() -> clock.instant().minus(USUAL_DEPTH));
    boolean byDocument = input.optionalText("tri").orElse("autorisation").equals("document");
    return () -> {
      try {
        Mode mode = asked == null ? caller.toConsult() : asked;
        List<KnownView> known =
            visit.client(mode).patients(DIGITS.format(since), byDocument).stream()
                .map(one -> view(one, dossierOf(one)))
                .filter(one -> !defects.has(Mutant.DMP_LISTE_PATIENTS_VIDE))
                .toList();
        return Outcome.done(new PatientsView(known, List.of()), 1);
      } catch (DmpVisit.Obstacle e) {
        return Outcome.refused(nobody(e.told()), 1, e.told());
      } catch (DmpUnreachable e) {
        return Outcome.failed(nobody(unreachable(e)), 1, unreachable(e));
      } catch (DmpRefused e) {
        return Outcome.failed(nobody(e.told()), 1, e.told());
      }
    };
  }

  private static PatientsView nobody(String told) {
    return new PatientsView(List.of(), List.of(told));
  }

  private @Nullable String dossierOf(KnownDmp one) {
    return dossiers.all().stream()
        .filter(
            dossier -> {
              Ins ins = dossier.ins();
              return ins != null && (ins.matricule() + ins.key()).equals(one.ins());
            })
        .map(Dossier::id)
        .findFirst()
        .orElse(null);
  }

  private static KnownView view(KnownDmp one, @Nullable String dossier) {
    return new KnownView(
        one.ins(), one.familyName(), one.firstName(), one.birthDate(), one.treating(), dossier);
  }

  static String unreachable(DmpUnreachable e) {
    return "Le DMP ne répond pas (" + e.reason() + ") : recommencez plus tard.";
  }
}
