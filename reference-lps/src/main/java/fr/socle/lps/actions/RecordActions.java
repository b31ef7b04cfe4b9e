package fr.socle.lps.actions;

import fr.socle.lps.identite.Access;
import fr.socle.lps.identite.Dossier;
import fr.socle.lps.identite.Dossiers;
import fr.socle.lps.identite.IdentityAttribute;
import fr.socle.lps.identite.IdentityDocument;
import fr.socle.lps.identite.IdentityEvent;
import fr.socle.lps.identite.IdentityStatus;
import fr.socle.lps.identite.Practice;
import fr.socle.lps.identite.Right;
import fr.socle.lps.identite.Traits;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import fr.socle.lps.pilote.Input;
import fr.socle.lps.pilote.InputRefused;
import fr.socle.lps.pilote.Outcome;
import fr.socle.lps.pilote.UserAction;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a user does to a record with the record alone: open, create, change, check a document. */
final class RecordActions {

  private static final ZoneId PRACTICE = ZoneId.of("Europe/Paris");

  private final Dossiers dossiers;
  private final Practice practice;
  private final Screen screen;
  private final Opening opening;
  private final Clock clock;
  private final Defects defects;

  /** What is shown at the opening of a record besides the record itself. */
  @FunctionalInterface
  interface Opening {
    DossierView shown(Dossier dossier, DossierView view) throws InterruptedException;
  }

  RecordActions(
      Dossiers dossiers,
      Practice practice,
      Screen screen,
      Opening opening,
      Clock clock,
      Defects defects) {
    this.dossiers = dossiers;
    this.practice = practice;
    this.screen = screen;
    this.opening = opening;
    this.clock = clock;
    this.defects = defects;
  }

  List<UserAction> all() {
    return List.of(
        UserAction.of("creer-dossier", this::create),
        UserAction.of("ouvrir-dossier", this::open),
        UserAction.of("modifier-identite", this::change),
        UserAction.of("controler-piece-identite", this::check),
        UserAction.of("valider-identite", this::validate));
  }

  /** Finds the record an input names. */
  static Dossier dossier(Dossiers dossiers, Input input) {
    String id = input.text("dossier");
    return dossiers
        .find(id)
        .orElseThrow(
            () ->
                new InputRefused(
                    "Aucun dossier « " + id + " » : créez-le d'abord avec creer-dossier."));
  }

  private UserAction.Prepared create(Input input) {
    TraitsInput typed = TraitsInput.read(input);
    Set<IdentityAttribute> attributes = TraitsInput.attributes(input).orElse(Set.of());
    if (!IdentityAttribute.compatible(attributes)) {
      throw new InputRefused(incompatible());
    }
    int steps = typed.fields() + attributes.size() + 1;
    return () -> {
      Optional<String> missing = typed.missing(); // INS/va1.21
      boolean placeOnly = typed.sex().isPresent() && typed.birthDate().isPresent();
      boolean waived = placeOnly && defects.has(Mutant.INS_CREATION_INCOMPLETE);
      if (missing.isPresent() && !waived) {
        return Outcome.refused(
            null,
            steps,
            "Un dossier ne se crée pas sans " + missing.get() + " : complétez la saisie.");
      }
      if (typed.firstNames().isEmpty() && defects.has(Mutant.INS_CHAMP_DE_TROP)) {
        return Outcome.refused(null, steps, "La liste des prénoms est obligatoire.");
      }
      Dossier dossier = dossiers.create(typed.complete(), attributes);
      screen.log(dossier, Access.Kind.CREATION, "Dossier créé");
      return Outcome.done(created(dossier), steps);
    };
  }

  private UserAction.Prepared open(Input input) {
    Dossier dossier = dossier(dossiers, input);
    return () -> {
      screen.log(dossier, Access.Kind.CONSULTATION, "Identité consultée");
      return Outcome.done(opening.shown(dossier, view(dossier)), 1);
    };
  }

  private UserAction.Prepared change(Input input) {
    Dossier dossier = dossier(dossiers, input);
    Optional<TraitsInput> typed = input.optionalObject("traits").map(TraitsInput::read);
    Optional<Set<IdentityAttribute>> attributes = TraitsInput.attributes(input);
    return () -> {
      int steps =
          1 + typed.map(TraitsInput::fields).orElse(0) + attributes.map(Set::size).orElse(0);
      Traits wanted = typed.map(t -> over(t, dossier.traits())).orElse(dossier.traits());
      boolean strict =
          defects.has(Mutant.INS_TRAITS_LIBRES_VERROUILLES)
              ? !wanted.equals(dossier.traits())
              : !wanted.sameStrictTraits(dossier.traits());
      boolean unlocks =
          attributes.orElse(Set.of()).stream().anyMatch(IdentityAttribute::forbidsIns);
      if (attributes.isPresent() && !IdentityAttribute.compatible(attributes.get())) {
        return Outcome.refused(view(dossier), steps, incompatible());
      }
      if (strict && dossier.locked() && !unlocks && !mayUnlock()) { // INS/va1.18, 1.47
        return Outcome.refused(
            view(dossier),
            steps,
            "Les traits stricts de cette identité viennent d'INSi et sont verrouillés : seuls le"
                + " premier prénom, le nom et le prénom utilisés peuvent être modifiés.");
      }
      attributes.ifPresent(marks -> dossier.mark(marks, clock.instant()));
      dossier.rewrite(wanted, clock.instant());
      screen.log(dossier, Access.Kind.MODIFICATION, "Identité modifiée");
      return Outcome.done(view(dossier), steps);
    };
  }

  private UserAction.Prepared check(Input input) {
    Dossier dossier = dossier(dossiers, input);
    String word = input.text("piece");
    IdentityDocument document =
        IdentityDocument.byWire(word)
            .orElseThrow(
                () -> new InputRefused("Pièce d'identité inconnue du contrat : « " + word + " »."));
    return () -> {
      Optional<String> obstacle = obstacle(dossier, document);
      if (obstacle.isPresent()) {
        return Outcome.refused(view(dossier), 2, obstacle.get());
      }
      dossier.note(
          defects.has(Mutant.INS_JUSTIFICATIF_CONFONDU) ? IdentityDocument.PASSEPORT : document);
      boolean later = !dossier.locked() && defects.has(Mutant.INS_VALIDEE_DIFFEREE);
      if (!later && (practice.validatesByItself() || defects.has(Mutant.INS_VALIDATION_IMPOSEE))) {
        dossier.apply(IdentityEvent.PIECE_CONTROLEE, clock.instant());
      }
      screen.log(dossier, Access.Kind.MODIFICATION, "Pièce d'identité contrôlée");
      return Outcome.done(view(dossier), 2);
    };
  }

  /** The user validates by himself what a trusted document has shown (INS/va1.55). */
  private UserAction.Prepared validate(Input input) {
    Dossier dossier = dossier(dossiers, input);
    return () -> {
      IdentityDocument document = dossier.checkedWith();
      Optional<String> obstacle =
          document == null
              ? Optional.of("Contrôlez d'abord une pièce d'identité.")
              : obstacle(dossier, document);
      if (obstacle.isPresent()) {
        return Outcome.refused(view(dossier), 1, obstacle.get());
      }
      if (!defects.has(Mutant.INS_VALIDATION_SANS_EFFET)) {
        dossier.apply(IdentityEvent.PIECE_CONTROLEE, clock.instant());
        screen.log(dossier, Access.Kind.MODIFICATION, "Identité validée par l'utilisateur");
      }
      return Outcome.done(view(dossier), 1);
    };
  }

  private Traits over(TraitsInput typed, Traits old) {
    Traits changed = typed.over(old);
    return defects.has(Mutant.INS_PRENOM_UTILISE_PERDU) ? changed.withoutUsedFirstName() : changed;
  }

  private boolean mayUnlock() {
    return practice.allows(Right.MODIFIER_TRAITS_VERROUILLES)
        || defects.has(Mutant.INS_VERROU_IGNORE);
  }

  private boolean trusted(IdentityDocument document) {
    return defects.has(Mutant.INS_JUSTIFICATIFS_FIGES)
        ? document.highConfidence()
        : practice.trusts(document);
  }

  private Optional<String> obstacle(Dossier dossier, IdentityDocument document) {
    if (!trusted(document)) {
      return Optional.of(
          "Cette pièce n'est pas un dispositif à haut niveau de confiance : elle ne valide pas"
              + " l'identité.");
    }
    if (dossier.insForbidden()) { // insi.md 5.7: only provisional allowed
      return Optional.of(
          "Une identité douteuse ou fictive reste provisoire : retirez d'abord cet attribut.");
    }
    if (document.minorsOnly() && adult(dossier.traits().birthDate())) {
      return Optional.of(
          "Un livret de famille ou un extrait d'acte de naissance ne valide que l'identité d'un"
              + " mineur accompagné : demandez une autre pièce.");
    }
    return Optional.empty();
  }

  private boolean adult(String birthDate) {
    try {
      LocalDate today = LocalDate.ofInstant(clock.instant(), PRACTICE);
      return !LocalDate.parse(birthDate).plusYears(18).isAfter(today);
    } catch (DateTimeException e) {
      return false; // a date out of the calendar: the user decides with the document in hand
    }
  }

  private DossierView created(Dossier dossier) {
    return defects.has(Mutant.INS_CREEE_VALIDEE)
        ? screen.as(IdentityStatus.VALIDEE, dossier)
        : view(dossier);
  }

  private DossierView view(Dossier dossier) {
    return screen.show(dossier);
  }

  private static String incompatible() {
    return "Seuls les attributs douteux et homonyme peuvent être réunis.";
  }
}
