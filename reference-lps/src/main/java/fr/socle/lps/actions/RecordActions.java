package fr.socle.lps.actions;

import fr.socle.lps.identite.Dossier;
import fr.socle.lps.identite.Dossiers;
import fr.socle.lps.identite.FirstNameCoherence;
import fr.socle.lps.identite.IdentityAttribute;
import fr.socle.lps.identite.IdentityDocument;
import fr.socle.lps.identite.Traits;
import fr.socle.lps.pilote.Input;
import fr.socle.lps.pilote.InputRefused;
import fr.socle.lps.pilote.Outcome;
import fr.socle.lps.pilote.UserAction;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a user does to a record with the record alone: open, create, change, check a document. */
final class RecordActions {

  private static final ZoneId PRACTICE = ZoneId.of("Europe/Paris");

  private final Dossiers dossiers;
  private final Clock clock;

  RecordActions(Dossiers dossiers, Clock clock) {
    this.dossiers = dossiers;
    this.clock = clock;
  }

  List<UserAction> all() {
    return List.of(
        UserAction.of("creer-dossier", this::create),
        UserAction.of("ouvrir-dossier", this::open),
        UserAction.of("modifier-identite", this::change),
        UserAction.of("controler-piece-identite", this::check));
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

  /** What a user is always told about a record. */
  static List<String> alerts(Dossier dossier) {
    List<String> alerts = new ArrayList<>();
    Traits traits = dossier.traits();
    if (!FirstNameCoherence.coherent(traits.firstName(), traits.firstNames())) {
      alerts.add(
          "Le premier prénom de naissance « "
              + traits.firstName()
              + " » n'est pas le début de la liste des prénoms « "
              + String.join(" ", traits.firstNames())
              + " » : corrigez-le d'après la pièce d'identité.");
    }
    return alerts;
  }

  private UserAction.Prepared create(Input input) {
    TraitsInput typed = TraitsInput.read(input);
    Traits traits = typed.complete();
    Set<IdentityAttribute> attributes = TraitsInput.attributes(input).orElse(Set.of());
    if (!IdentityAttribute.compatible(attributes)) {
      throw new InputRefused(incompatible());
    }
    int steps = typed.fields() + attributes.size() + 1;
    return () -> {
      if (traits.birthPlace() == null) { // INS/va1.21
        return Outcome.refused(
            null,
            steps,
            "Un dossier ne se crée pas sans le code du lieu de naissance : saisissez-le, ou 99999"
                + " s'il est inconnu.");
      }
      return Outcome.done(view(dossiers.create(traits, attributes)), steps);
    };
  }

  private UserAction.Prepared open(Input input) {
    Dossier dossier = dossier(dossiers, input);
    return () -> Outcome.done(view(dossier), 1);
  }

  private UserAction.Prepared change(Input input) {
    Dossier dossier = dossier(dossiers, input);
    Optional<TraitsInput> typed = input.optionalObject("traits").map(TraitsInput::read);
    Optional<Set<IdentityAttribute>> attributes = TraitsInput.attributes(input);
    return () -> {
      int steps =
          1 + typed.map(TraitsInput::fields).orElse(0) + attributes.map(Set::size).orElse(0);
      Traits wanted = typed.map(t -> t.over(dossier.traits())).orElse(dossier.traits());
      boolean strict = !wanted.sameStrictTraits(dossier.traits());
      boolean unlocks =
          attributes.orElse(Set.of()).stream().anyMatch(IdentityAttribute::forbidsIns);
      if (attributes.isPresent() && !IdentityAttribute.compatible(attributes.get())) {
        return Outcome.refused(view(dossier), steps, incompatible());
      }
      if (strict && dossier.locked() && !unlocks) { // INS/va1.18, 1.47
        return Outcome.refused(
            view(dossier),
            steps,
            "Les traits stricts de cette identité viennent d'INSi et sont verrouillés : seuls le"
                + " premier prénom, le nom et le prénom utilisés peuvent être modifiés.");
      }
      attributes.ifPresent(marks -> dossier.mark(marks, clock.instant()));
      dossier.rewrite(wanted, clock.instant());
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
      dossier.check(document, clock.instant());
      return Outcome.done(view(dossier), 2);
    };
  }

  private Optional<String> obstacle(Dossier dossier, IdentityDocument document) {
    if (!document.highConfidence()) {
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

  private static DossierView view(Dossier dossier) {
    return DossierView.of(dossier, alerts(dossier));
  }

  private static String incompatible() {
    return "Seuls les attributs douteux et homonyme peuvent être réunis.";
  }
}
