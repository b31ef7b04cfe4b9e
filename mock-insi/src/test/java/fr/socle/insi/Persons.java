package fr.socle.insi;

import fr.socle.bench.spi.CertificateJudge;
import fr.socle.insi.service.CredentialControls;
import fr.socle.insi.service.FoundIdentity;
import fr.socle.insi.service.FoundIdentity.InsNumber;
import fr.socle.insi.service.InsiSettings;
import fr.socle.insi.service.KnownPerson;
import fr.socle.insi.service.PersonDirectory;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Persons for tests, by the names of insi.md 10 and a few of our own. */
public final class Persons {
  public static final String TEST_OID = "1.2.250.1.213.1.4.10";
  public static final String NIA_OID = "1.2.250.1.213.1.4.9";

  public static final KnownPerson ALIX =
      person("MOQUETTE", "ALIX MARIE-LOU", "F", "1988-02-29", "75056", "2880275056123", "37");

  private Persons() {}

  public static KnownPerson person(
      String name,
      String firstNames,
      String sex,
      String date,
      String place,
      String number,
      String key) {
    return person(
        name, firstNames, sex, date, place, new InsNumber(number, key, TEST_OID, null, null));
  }

  public static KnownPerson person(
      String name,
      String firstNames,
      String sex,
      String date,
      String place,
      InsNumber active,
      InsNumber... former) {
    Map<String, String> traits =
        Map.of(
            FoundIdentity.NOM, name,
            FoundIdentity.LISTE, firstNames,
            FoundIdentity.SEXE, sex,
            FoundIdentity.DATE, date,
            FoundIdentity.LIEU, place);
    return new KnownPerson(
        name,
        Arrays.asList(firstNames.split(" ")),
        sex,
        date,
        place,
        new FoundIdentity(active, List.of(former), traits),
        null);
  }

  /** A directory that gives everybody and leaves all comparing to the search. */
  public static PersonDirectory directory(KnownPerson... persons) {
    return new PersonDirectory() {
      @Override
      public List<KnownPerson> candidates(String birthName, String sex, String birthDate) {
        return List.of(persons);
      }

      @Override
      public List<KnownPerson> bearers(String number) {
        return Arrays.stream(persons)
            .filter(each -> each.answer() != null)
            .filter(each -> each.answer().active().matricule().equals(number))
            .toList();
      }
    };
  }

  /** Controls of assertions that trust every authority. */
  public static CredentialControls credentials(Map<String, String> settings, Clock clock) {
    return new CredentialControls(
        InsiSettings.read(settings::getOrDefault).access(),
        clock,
        CertificateJudge.trusting(),
        null);
  }
}
