package fr.socle.insi.service;

import fr.socle.insi.Persons;
import fr.socle.insi.service.FoundIdentity.InsNumber;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** INSi over a few persons, for the tests of searches by traits. */
final class SpaceOfTraits {
  static final InsiCaller CALLER =
      new InsiCaller(
          "INSI-AUTO", true, InsiSettings.DEFAULT_IDAM, true, "uuid:1", Credentials.none());
  static final Disturbances NONE = name -> Optional.empty();

  private static final PersonDirectory DIRECTORY =
      Persons.directory(
          Persons.ALIX,
          Persons.person(
              "TCHI-TCHI", "CATARINA BELLA", "F", "1936-06-21", "63220", "2360663220836", "56"),
          Persons.person(
              "VINCI", "LEONARDO PIERO", "M", "2014-02-01", "63220", "1140263220833", "56"),
          Persons.person(
              "VINCI", "LEONARDO ANGELO", "M", "2014-02-01", "75056", "1140275056833", "11"),
          Persons.person(
              "ATTENTE",
              "JEAN",
              "M",
              "2009-07-01",
              "63220",
              new InsNumber("1090763220888", "35", Persons.NIA_OID, null, null)),
          new KnownPerson("PANNE", List.of("RUTH"), "F", "1976-07-14", "63220", null, "insi_102"));

  private SpaceOfTraits() {}

  static InsiOutcome armed(String fault) {
    return service(Map.of()).searchByTraits(CALLER, alix(), true, new ArmedOnce(fault, Map.of()));
  }

  static FoundIdentity disturbed(String fault) {
    return armed(fault).answer().identity();
  }

  static InsiService service(Map<String, String> settings) {
    return new InsiService(
        DIRECTORY,
        InsiSettings.read(settings::getOrDefault),
        FaultTable.standard(),
        Persons.credentials(settings, Clock.systemUTC()));
  }

  static InsiOutcome search(InsiService service, TraitSearch search) {
    return service.searchByTraits(CALLER, search, true, NONE);
  }

  static FoundIdentity found(InsiService service, TraitSearch search) {
    return search(service, search).answer().identity();
  }

  static TraitSearch alix() {
    return traits("MOQUETTE", "ALIX", "F", "1988-02-29", null);
  }

  static TraitSearch traits(
      @Nullable String name,
      String firstName,
      @Nullable String sex,
      @Nullable String date,
      @Nullable String place) {
    return new TraitSearch(name, List.of(firstName), sex, date, place);
  }
}
