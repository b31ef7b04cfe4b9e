package fr.socle.lps.actions;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.socle.lps.mss.client.HealthDirectory;
import fr.socle.lps.mss.client.MailFailure;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import fr.socle.lps.pilote.Input;
import fr.socle.lps.pilote.InputRefused;
import fr.socle.lps.pilote.Outcome;
import fr.socle.lps.pilote.UserAction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks addresses up while a letter is written (ECO.3.1.4). */
final class MssDirectoryActions {

  private final Services services;
  private final Defects defects;

  MssDirectoryActions(Services services, Defects defects) {
    this.services = services;
    this.defects = defects;
  }

  private record ListedView(
      @JsonProperty("adresse") String address,
      @JsonProperty("genre") String kind,
      @JsonProperty("nom") String name) {}

  private record FoundView(
      @JsonProperty("adresses") List<ListedView> addresses,
      @JsonProperty("messages") List<String> messages) {}

  List<UserAction> all() {
    return List.of(UserAction.of("chercher-adresse-mss", this::look));
  }

  private UserAction.Prepared look(Input input) {
    Map<String, String> person = new LinkedHashMap<>();
    input.optionalText("nom").ifPresent(name -> person.put("family", name));
    input.optionalText("prenom").ifPresent(name -> person.put("given", name));
    input
        .optionalText("identifiantNational")
        .ifPresent(id -> person.put("identifier", id.length() == 12 ? id.substring(1) : id));
    Map<String, String> place = new LinkedHashMap<>();
    input.optionalText("organisation").ifPresent(name -> place.put("name:contains", name));
    input.optionalText("ville").ifPresent(city -> place.put("address-city", city));
    if (person.isEmpty() && place.isEmpty()) {
      throw new InputRefused("Dites qui chercher : un nom, un identifiant ou une organisation.");
    }
    return () -> {
      try {
        HealthDirectory directory = services.directory();
        List<HealthDirectory.Listed> found =
            place.isEmpty() || defects.has(Mutant.MSS_ANNUAIRE_SANS_ORGANISATION)
                ? directory.professionals(person.isEmpty() ? asAPerson(place) : person)
                : directory.organisations(place);
        if (defects.has(Mutant.MSS_ANNUAIRE_MAL_LU)) {
          found = List.of();
        }
        return Outcome.done(
            new FoundView(
                found.stream()
                    .map(each -> new ListedView(each.address(), each.kind(), each.name()))
                    .toList(),
                List.of()),
            1);
      } catch (MailFailure e) {
        return Outcome.failed(new FoundView(List.of(), List.of(e.told())), 1, e.told());
      } catch (Services.NotReady e) {
        return Outcome.refused(null, 1, String.valueOf(e.getMessage()));
      }
    };
  }

  private static Map<String, String> asAPerson(Map<String, String> place) {
    return Map.of("family", place.getOrDefault("name:contains", "INCONNU"));
  }
}
