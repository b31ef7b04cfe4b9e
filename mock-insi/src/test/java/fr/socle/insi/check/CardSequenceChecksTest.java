package fr.socle.insi.check;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.insi.Persons;
import fr.socle.insi.Requests;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The rules on the order of searches by Vitale card, on real calls of a bench. */
class CardSequenceChecksTest {
  private static final String ALIX = "2880275056123";
  private static final String CATARINA = "2360663220836";

  private final JudgedWindow window =
      new JudgedWindow(
          Persons.ALIX,
          Persons.person("TCHITCHI", "CATARINA", "F", "1936-06-21", "63220", CATARINA, "56"));

  @Test
  void oneCardAfterAnotherEachWithItsOwnBeneficiaryBreaksNoRule() {
    search("0000000001", ALIX, "1988-02-29", "1");
    search("0000000002", CATARINA, "1936-06-21", "1");

    assertThat(window.broken()).isEmpty();
  }

  @Test
  void theCardPresentWithTheBeneficiaryOfAnotherIsMixed() {
    search("0000000002", CATARINA, "1936-06-21", "1");
    search("0000000002", ALIX, "1988-02-29", "1");

    assertThat(window.broken()).containsExactly("INSI-T19-1");
  }

  @Test
  void twoBeneficiariesOfOneCardAreSearchedFreely() {
    search("0000000001", ALIX, "1988-02-29", "1");
    search("0000000001", ALIX, "2019-01-01", "1");
    search("0000000001", ALIX, "2019-01-01", "2");

    assertThat(window.broken()).isEmpty();
  }

  @Test
  void theSameBeneficiarySearchedAgainIsARepetition() {
    search("0000000001", ALIX, "1988-02-29", "1");
    search("0000000001", ALIX, "1988-02-29", "1");

    assertThat(window.broken()).containsExactly("INSI-T07-3");
  }

  @Test
  void theSameSearchAfterAFaultIsNoRepetition() {
    search("0000000001", ALIX, "1988-02-29", "1", UUID.randomUUID(), "insi_101");
    search("0000000001", ALIX, "1988-02-29", "1");

    assertThat(window.broken()).isEmpty();
  }

  @Test
  void aMessageIdentifierIsNewInSearchesByCardToo() {
    UUID id = UUID.randomUUID();
    search("0000000001", ALIX, "1988-02-29", "1", id, null);
    search("0000000001", ALIX, "2019-01-01", "1", id, null);

    assertThat(window.broken()).containsExactly("INSI-T02-12");
  }

  @Test
  void aMessageIdentifierIsNewFromOneOperationToTheOther() {
    UUID id = UUID.randomUUID();
    search("0000000001", ALIX, "1988-02-29", "1", id, null);
    window.serve(
        Requests.example().replace("5e0f2c9a-8f0b-4f4e-9d0a-1c2b3a4d5e6f", id.toString()),
        Requests.CONTENT_TYPE,
        null);

    assertThat(window.broken()).containsExactly("INSI-T02-12");
  }

  private void search(String serial, String number, String birthDate, String rank) {
    search(serial, number, birthDate, rank, UUID.randomUUID(), null);
  }

  private void search(
      String serial,
      String number,
      String birthDate,
      String rank,
      UUID id,
      @Nullable String fault) {
    window.serve(
        Requests.vitale(assertion(serial))
            .replace(ALIX, number)
            .replace("1988-02-29", birthDate)
            .replace("<rv:RangNaissance>1<", "<rv:RangNaissance>" + rank + "<")
            .replace("5e0f2c9a-8f0b-4f4e-9d0a-1c2b3a4d5e6f", id.toString()),
        Requests.VITALE_CONTENT_TYPE,
        fault);
  }

  private static String assertion(String serial) {
    return "<saml:Assertion xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\" ID=\"_"
        + UUID.randomUUID()
        + "\" IssueInstant=\""
        + Instant.now()
        + "\" Version=\"2.0\"><saml:Issuer>899990000020</saml:Issuer><saml:Subject>"
        + "<saml:NameID NameQualifier=\"VITALE\">"
        + serial
        + "</saml:NameID></saml:Subject></saml:Assertion>";
  }
}
