package fr.socle.lps.actions;

import fr.socle.lps.cartes.CardReader;
import fr.socle.lps.cartes.ProfessionalCard;
import fr.socle.lps.cartes.VitaleCard;
import fr.socle.lps.cartes.VitaleCard.Beneficiary;
import fr.socle.lps.identite.Dossier;
import fr.socle.lps.identite.Dossiers;
import fr.socle.lps.insi.CardQuery;
import fr.socle.lps.insi.InsiAnswer;
import fr.socle.lps.insi.InsiClient;
import fr.socle.lps.insi.InsiQuery;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import fr.socle.lps.pilote.Input;
import fr.socle.lps.pilote.InputRefused;
import fr.socle.lps.pilote.NotOffered;
import fr.socle.lps.pilote.Outcome;
import fr.socle.lps.pilote.UserAction;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The cards in the reader, and looking for an INS with the Vitale card of a patient. */
final class VitaleActions {

  private final Dossiers dossiers;
  private final Services services;
  private final CardReader reader;
  private final InsiAccess access;
  private final AnswerDesk desk;
  private final Clock clock;
  private final Defects defects;
  private @Nullable VitaleCard lastRead; // only a mutant looks at it

  VitaleActions(
      Dossiers dossiers,
      Services services,
      CardReader reader,
      InsiAccess access,
      AnswerDesk desk,
      Clock clock,
      Defects defects) {
    this.dossiers = dossiers;
    this.services = services;
    this.reader = reader;
    this.access = access;
    this.desk = desk;
    this.clock = clock;
    this.defects = defects;
  }

  List<UserAction> all() {
    return List.of(
        UserAction.of("inserer-carte", this::insert),
        UserAction.of("retirer-carte", this::remove),
        UserAction.of("rechercher-ins-vitale", this::search));
  }

  private UserAction.Prepared insert(Input input) {
    Optional<VitaleCard> vitale = input.optionalObject("vitale").map(CardInput::vitale);
    Optional<String> keyStore =
        input.optionalObject("professionnelle").map(card -> card.text("magasin"));
    if (vitale.isPresent() == keyStore.isPresent()) {
      throw new InputRefused("Donnez « vitale » ou « professionnelle », l'une des deux.");
    }
    return () -> {
      vitale.ifPresent(reader::insert);
      if (keyStore.isPresent()) {
        try {
          ProfessionalCard card = services.card(keyStore.get());
          reader.insert(card);
        } catch (Services.NotReady e) {
          return Outcome.failed(Outcome.nothing(), 1, String.valueOf(e.getMessage()));
        }
      }
      return Outcome.done(Outcome.nothing(), 1);
    };
  }

  private UserAction.Prepared remove(Input input) {
    String which = input.text("carte");
    if (!which.equals("vitale") && !which.equals("professionnelle")) {
      throw new InputRefused("« carte » vaut vitale ou professionnelle.");
    }
    return () -> {
      if (which.equals("vitale")) {
        reader.removeVitale();
      } else {
        reader.removeProfessional();
      }
      return Outcome.done(Outcome.nothing(), 1);
    };
  }

  private UserAction.Prepared search(Input input) {
    Dossier dossier = RecordActions.dossier(dossiers, input);
    boolean accepts = input.flag("accepter", true);
    InsiMode mode = InsiMode.read(input, InsiMode.CPX);
    if (mode == InsiMode.CERTIFICAT) {
      // insi.md 2.3 (S:18, S:7): the assertion of a Vitale card follows a professional's
      throw new NotOffered(
          "Ce logiciel cherche par carte Vitale avec la carte du professionnel ou sa connexion Pro"
              + " Santé Connect, pas avec le certificat de sa structure.");
    }
    int place = CardInput.place(input);
    Optional<VitaleCard> instead = input.optionalObject("carteRemplacante").map(CardInput::vitale);
    return () -> {
      Optional<Outcome> forbidden = desk.forbidden(dossier);
      return forbidden.isPresent()
          ? forbidden.get()
          : search(dossier, accepts, mode, place, instead);
    };
  }

  private Outcome search(
      Dossier dossier, boolean accepts, InsiMode mode, int place, Optional<VitaleCard> instead)
      throws InterruptedException {
    Optional<VitaleCard> chosenOn = present();
    if (chosenOn.isEmpty()) {
      return desk.refused(dossier, "Mettez la carte Vitale du patient dans le lecteur.");
    }
    boolean firstAlways = defects.has(Mutant.VITALE_PREMIER_BENEFICIAIRE);
    Optional<Beneficiary> beneficiary = chosenOn.get().at(firstAlways ? 1 : place);
    if (beneficiary.isEmpty()) {
      return desk.refused(dossier, "La carte Vitale n'a pas de bénéficiaire à cette place.");
    }
    instead.ifPresent(reader::insert); // somebody's hand, between the choice and the call
    // CNDA case 1.03: the card is read again before the call, and must be the one of the choice
    VitaleCard read = present().orElse(chosenOn.get());
    if (!read.serialNumber().equals(chosenOn.get().serialNumber())) {
      Optional<VitaleCard> unnoticed = unnoticed(chosenOn.get(), read);
      if (unnoticed.isEmpty()) {
        return desk.refused(
            dossier,
            "La carte Vitale n'est plus celle où vous avez choisi le bénéficiaire : choisissez de"
                + " nouveau.");
      }
      read = unnoticed.get();
    }
    return ask(dossier, accepts, mode, new CardQuery(read, beneficiary.get(), clock.instant()));
  }

  private Outcome ask(Dossier dossier, boolean accepts, InsiMode mode, CardQuery query)
      throws InterruptedException {
    InsiAnswer answer;
    try {
      InsiClient insi = access.asProfessional(mode);
      answer =
          defects.has(Mutant.VITALE_PAR_TRAITS)
              ? insi.search(byTraits(dossier, query))
              : insi.search(query);
    } catch (InsiAccess.Lacking e) {
      return desk.refused(dossier, String.valueOf(e.getMessage()));
    } catch (Services.NotReady e) {
      return desk.notReady(dossier, String.valueOf(e.getMessage()));
    }
    dossier.trace(desk.trace(query.readAt(), query.inClear(), answer));
    if (answer instanceof InsiAnswer.Found found) {
      return desk.found(dossier, found, accepts, 3);
    }
    if (answer instanceof InsiAnswer.Unavailable trouble) {
      return desk.unavailable(dossier, trouble, 2);
    }
    return answer instanceof InsiAnswer.Several
        ? desk.told(
            dossier,
            "plusieurs",
            "INSi trouve plusieurs identités avec cette carte : cherchez par les traits.",
            2)
        : desk.told(
            dossier,
            "aucune",
            "INSi ne trouve aucune identité avec cette carte : cherchez par les traits.",
            2);
  }

  /** What a mutant that does not notice a replaced card calls INSi with. */
  private Optional<VitaleCard> unnoticed(VitaleCard chosenOn, VitaleCard present) {
    if (defects.has(Mutant.VITALE_REMPLACEE_IGNOREE)) {
      return Optional.of(chosenOn);
    }
    return defects.has(Mutant.VITALE_REMPLACEE_MELANGEE)
        ? Optional.of(
            new VitaleCard(present.serialNumber(), chosenOn.insured(), chosenOn.beneficiaries()))
        : Optional.empty();
  }

  private static InsiQuery byTraits(Dossier dossier, CardQuery query) {
    return new InsiQuery(
        query.beneficiary().birthName(),
        query.beneficiary().firstName(),
        dossier.traits().sex().name(),
        query.beneficiary().birthDate(),
        null,
        null);
  }

  private Optional<VitaleCard> present() {
    Optional<VitaleCard> present = reader.vitale();
    if (present.isEmpty() && defects.has(Mutant.VITALE_RETIREE_IGNOREE)) {
      return Optional.ofNullable(lastRead);
    }
    lastRead = present.orElse(null);
    return present;
  }
}
