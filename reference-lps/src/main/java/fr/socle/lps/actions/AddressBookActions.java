package fr.socle.lps.actions;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import fr.socle.lps.mss.client.MailFailure;
import fr.socle.lps.mss.client.OpenAccessExtract.Person;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import fr.socle.lps.pilote.Input;
import fr.socle.lps.pilote.InputRefused;
import fr.socle.lps.pilote.Outcome;
import fr.socle.lps.pilote.UserAction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of professionals from the extraction of the Annuaire Santé (ANN/va1.01 to 1.04).
 * Only the user's thread uses it.
 */
final class AddressBookActions {

  private static final int USUAL_HOURS = 24;

  private final Services services;
  private final Clock clock;
  private final Defects defects;
  private final Map<String, Person> people = new LinkedHashMap<>();
  private @Nullable Instant loadedAt;
  private int everyHours = USUAL_HOURS;

  AddressBookActions(Services services, Clock clock, Defects defects) {
    this.services = services;
    this.clock = clock;
    this.defects = defects;
  }

  private record LoadedView(
      @JsonProperty("personnes") int people, @JsonProperty("messages") List<String> messages) {}

  private record RateView(
      @JsonProperty("frequenceHeures") int hours,
      @JsonProperty("messages") List<String> messages) {}

  private record CardView(
      @JsonProperty("identifiantNational") String nationalId,
      @JsonProperty("nom") String familyName,
      @JsonProperty("prenom") String givenName,
      @JsonProperty("profession") String profession,
      @JsonProperty("structures") List<String> places) {

    static CardView of(Person person) {
      return new CardView(
          person.nationalId(),
          person.familyName(),
          person.givenName(),
          person.profession(),
          person.places());
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record FoundView(
      @JsonProperty("fiche") @Nullable CardView card,
      @JsonProperty("messages") List<String> messages) {}

  List<UserAction> all() {
    return List.of(
        UserAction.of("charger-annuaire", this::load),
        UserAction.of("regler-annuaire", this::rate),
        UserAction.of("lire-fiche-annuaire", this::card));
  }

  void forgetAll() {
    people.clear();
    loadedAt = null;
    everyHours = USUAL_HOURS;
  }

  private UserAction.Prepared load(Input input) {
    return () -> {
      try {
        loadNow();
        return Outcome.done(new LoadedView(people.size(), List.of()), 1);
      } catch (MailFailure e) {
        return Outcome.failed(new LoadedView(people.size(), List.of(e.told())), 1, e.told());
      } catch (Services.NotReady e) {
        return Outcome.refused(null, 1, String.valueOf(e.getMessage()));
      }
    };
  }

  private void loadNow() throws Services.NotReady, MailFailure, InterruptedException {
    if (defects.has(Mutant.MSS_EXTRACTION_NON_CHARGEE)) {
      return;
    }
    Map<String, Person> loaded = services.extract();
    if (defects.has(Mutant.MSS_FICHES_FIGEES)) {
      loaded.forEach(people::putIfAbsent);
    } else {
      people.putAll(loaded);
    }
    loadedAt = clock.instant();
  }

  private UserAction.Prepared rate(Input input) {
    int hours =
        input
            .optionalNumber("frequenceHeures")
            .filter(each -> each > 0)
            .orElseThrow(() -> new InputRefused("« frequenceHeures » est un nombre d'heures."));
    return () -> {
      if (!defects.has(Mutant.MSS_FREQUENCE_FIGEE)) {
        everyHours = hours;
      }
      return Outcome.done(new RateView(everyHours, List.of()), 1);
    };
  }

  private UserAction.Prepared card(Input input) {
    String id = input.text("identifiantNational");
    boolean user = input.text("genre").equals("utilisateur");
    return () -> {
      try {
        if (isDue()) {
          loadNow();
        }
      } catch (MailFailure | Services.NotReady e) {
        // What is known already is shown.
        return shown(id, user, List.of(String.valueOf(e.getMessage())));
      }
      return shown(id, user, List.of());
    };
  }

  private Outcome shown(String id, boolean user, List<String> told) {
    Person person =
        user && defects.has(Mutant.MSS_FICHE_D_UTILISATEUR_ABSENTE) ? null : people.get(id);
    return Outcome.done(new FoundView(person == null ? null : CardView.of(person), told), 1);
  }

  /** Once loaded, the extraction is loaded again when its time has come (ANN/va1.04). */
  private boolean isDue() {
    Instant last = loadedAt;
    return last != null && !clock.instant().isBefore(last.plus(Duration.ofHours(everyHours)));
  }
}
