package fr.socle.insi;

import fr.socle.bench.world.InsiAnswer;
import fr.socle.bench.world.InsiEntry;
import fr.socle.bench.world.Patient;
import fr.socle.bench.world.StrictTraits;
import fr.socle.bench.world.TraitQuery;
import fr.socle.bench.world.WorldStore;
import fr.socle.insi.service.FoundIdentity;
import fr.socle.insi.service.FoundIdentity.InsNumber;
import fr.socle.insi.service.KnownPerson;
import fr.socle.insi.service.PersonDirectory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The people of a space, as INSi knows them. */
final class WorldPersons implements PersonDirectory {
  // Far above the homonyms of one day and sex; the index is coarse, the search compares again.
  private static final int LIMIT = 1_000;

  private final WorldStore store;

  WorldPersons(WorldStore store) {
    this.store = store;
  }

  @Override
  public List<KnownPerson> candidates(String birthName, String sex, String birthDate) {
    return store.find(new TraitQuery(birthName, sex, birthDate), LIMIT).stream()
        .flatMap(WorldPersons::known)
        .toList();
  }

  @Override
  public List<KnownPerson> bearers(String number) {
    return store.patientByMatricule(number).stream().flatMap(WorldPersons::known).toList();
  }

  private static Stream<KnownPerson> known(Patient patient) {
    InsiEntry entry = patient.insi();
    if (entry == null) {
      return Stream.empty();
    }
    StrictTraits registered = entry.registered();
    InsiAnswer answer = entry.answer();
    return Stream.of(
        new KnownPerson(
            registered.birthName(),
            registered.birthFirstNames(),
            registered.sex().name(),
            registered.birthDate(),
            registered.birthPlace(),
            answer == null ? null : identity(answer),
            entry.faultCode()));
  }

  private static FoundIdentity identity(InsiAnswer answer) {
    Map<String, String> traits = new LinkedHashMap<>();
    put(traits, FoundIdentity.NOM, answer.birthName());
    put(traits, FoundIdentity.PRENOM, answer.firstName());
    put(traits, FoundIdentity.LISTE, answer.firstNameList());
    put(traits, FoundIdentity.SEXE, answer.sex());
    put(traits, FoundIdentity.DATE, answer.birthDate());
    put(traits, FoundIdentity.LIEU, answer.birthPlace());
    return new FoundIdentity(
        number(answer.active(), null, null),
        answer.history().stream()
            .map(period -> number(period.identity(), period.from(), period.to()))
            .toList(),
        traits);
  }

  private static InsNumber number(
      InsiAnswer.Identity identity, @Nullable String from, @Nullable String to) {
    return new InsNumber(identity.number(), identity.key(), identity.oid(), from, to);
  }

  private static void put(Map<String, String> traits, String name, @Nullable String value) {
    if (value != null) {
      traits.put(name, value);
    }
  }
}
