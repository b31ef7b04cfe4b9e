package fr.socle.dmp;

import static fr.socle.dmp.Messages.example;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.dmp.service.Dossier;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules on the order of calls: a window that passes, and one that differs in one call. */
public class OrderOfCallsTest {
  private static final Caller CALLER = new Caller();
  private static final String FIND = "urn:ihe:iti:2007:RegistryStoredQuery";
  private static final String SEARCH =
      "<query:AdhocQueryRequest xmlns:query=\"urn:oasis:names:tc:ebxml-regrep:xsd:query:3.0\""
          + " xmlns:rim=\"urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0\"><query:ResponseOption"
          + " returnComposedObjects=\"true\" returnType=\"LeafClass\"/><rim:AdhocQuery"
          + " id=\"urn:uuid:14d4debf-8f97-4251-9a74-a90016b0af0d\"><rim:Slot"
          + " name=\"$XDSDocumentEntryStatus\"><rim:ValueList><rim:Value>"
          + "('urn:oasis:names:tc:ebxml-regrep:StatusType:Approved')</rim:Value></rim:ValueList>"
          + "</rim:Slot></rim:AdhocQuery></query:AdhocQueryRequest>";

  private JudgedDmp dmp;
  private DmpWindow window;

  @BeforeEach
  void open() {
    dmp = new JudgedDmp(Map.of());
    dmp.authorize(Certificates.HOLDER, false);
    window = new DmpWindow(dmp);
  }

  @AfterEach
  void close() {
    dmp.close();
  }

  @Test
  void aRecordIsTestedThenListed() {
    window.call(existence());
    window.call(search());

    assertThat(window.broken()).isEmpty();
  }

  @Test
  void aRecordIsNotListedBeforeItIsTested() {
    window.call(search());
    window.call(existence());

    assertThat(window.broken()).containsExactly("DMP-T10-1", "DMP-T13-1");
  }

  @Test
  void whoTestedARecordWhenItWasOpenedBeforeIsRight() {
    dmp.serve(existence());
    window.call(search());

    assertThat(window.broken()).isEmpty();
  }

  @Test
  void readingTheIdentityIsTheSameTest() {
    window.call(
        CALLER.byCard(
            "patients", Messages.TD0_2, example("td0.2").replace("TEST_EXST", "CNSLT_DATA")));
    window.call(search());

    assertThat(window.broken()).isEmpty();
  }

  @Test
  void whatTheDmpRefusesOrDoesNotKnowIsNoUse() {
    window.call(CALLER.byCard("patients", "urn:autre", "<autre xmlns=\"urn:autre\"/>"));
    window.call(
        CALLER.byCard("habilitations", Messages.TD0_3, Messages.setAuthorization("AUTRE", "")));

    assertThat(window.broken()).isEmpty();
  }

  @Test
  void anythingElseBeforeTheTestIsFound() {
    window.call(
        CALLER.byCard("habilitations", Messages.TD1_6, Messages.listAuthorization("TOUTE")));

    assertThat(window.broken()).containsExactly("DMP-T10-1");
  }

  /** segur.md 5, DMP/UX.08: TD0.2 or TD0.4, and of a record that TD0.4 lists. */
  @ParameterizedTest
  @CsvSource({"20260101000000, ''", "20270101000000, DMP-T10-1 DMP-T13-1"})
  void aRecordThatWasListedMayBeConsulted(String since, String rules) {
    window.call(
        CALLER.byCard(
            "patientsSpecific", Messages.TD0_4, Messages.patientList(since, "LASTAUTORIZATION")));
    window.call(search());

    assertThat(window.broken())
        .isEqualTo(rules.isEmpty() ? List.of() : List.of(rules.split(" ", -1)));
  }

  @Test
  void aRecordThatWasListedIsNotChangedBeforeItIsTested() {
    window.call(
        CALLER.byCard(
            "patientsSpecific",
            Messages.TD0_4,
            Messages.patientList("20260101000000", "LASTAUTORIZATION")));
    window.call(
        CALLER.byCard("habilitations", Messages.TD1_6, Messages.listAuthorization("TOUTE")));

    assertThat(window.broken()).containsExactly("DMP-T10-1");
  }

  @Test
  void theTestOfAnotherUserIsNotTheRightOfThisOne() {
    window.call(
        CALLER.inAir(
            "patients",
            Messages.TD0_2,
            example("td0.2"),
            v -> v.with("<NameID>" + Certificates.HOLDER, "<NameID>899900099998")));
    window.call(search());

    assertThat(window.broken()).containsExactly("DMP-T13-2");
  }

  @ParameterizedTest
  @CsvSource({"OUVERT, ''", "FERME, DMP-T10-2", "ABSENT, DMP-T10-2"})
  void aRecordThatIsSaidToBeClosedOrAbsentIsLeftAlone(Dossier.Status status, String rule) {
    dmp.service().dossiers().write(Dossier.untouched(Messages.INS, status, true));
    window.call(existence());
    window.call(search());

    assertThat(window.broken()).isEqualTo(rule.isEmpty() ? List.of() : List.of(rule));
  }

  @Test
  void aRecordThatOpensAfterItsTestIsConsultedRightly() {
    dmp.service().dossiers().write(Dossier.untouched(Messages.INS, Dossier.Status.FERME, true));
    window.call(existence());
    dmp.service().dossiers().write(Dossier.untouched(Messages.INS, Dossier.Status.OUVERT, true));
    window.call(search());

    assertThat(window.broken()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"true, ''", "false, DMP-T13-3"})
  void whoIsNotAuthorisedDeclaresItBeforeHeConsults(boolean declares, String rule) {
    dmp.close();
    dmp = new JudgedDmp(Map.of());
    window = new DmpWindow(dmp);
    window.call(existence());
    if (declares) {
      window.call(
          CALLER.byCard("habilitations", Messages.TD0_3, Messages.setAuthorization("AJOUT", "")));
    }
    window.call(search());

    assertThat(window.broken()).isEqualTo(rule.isEmpty() ? List.of() : List.of(rule));
  }

  /** dmp.md 1.7: on the web site too, and there it is his own visit. */
  @ParameterizedTest
  @CsvSource({"recherche, ''", "site, ''", "site d'un autre, DMP-T14-1", "rien, DMP-T14-1"})
  void anAuthorisationIsDeclaredToConsultAndNotToFeed(String after, String rule) {
    window.call(existence());
    window.call(
        CALLER.byCard("habilitations", Messages.TD0_3, Messages.setAuthorization("AJOUT", "")));
    window.call(
        CALLER.byCard(
            "repository",
            "urn:ihe:iti:2007:ProvideAndRegisterDocumentSet-b",
            "<ihe:ProvideAndRegisterDocumentSetRequest xmlns:ihe=\"urn:ihe:iti:xds-b:2007\"/>"));
    String page = "DossierPatient/" + Messages.INS;
    switch (after) {
      case "recherche" -> window.call(search());
      case "site" -> window.visit(page, CALLER.cardTls().certificate());
      case "site d'un autre" -> window.visit(page, Certificates.employeeTls().certificate());
      default -> {}
    }

    assertThat(window.broken()).isEqualTo(rule.isEmpty() ? List.of() : List.of(rule));
  }

  @ParameterizedTest
  @CsvSource({"2, false", "3, true"})
  void theCallsBeforeTheFirstListAreCounted(int calls, boolean tooMany) {
    for (int i = 0; i < calls; i++) {
      window.call(existence());
    }
    window.call(search());
    window.call(existence());
    window.call(search());

    assertThat(window.broken()).isEqualTo(tooMany ? List.of("DMP-T15-1") : List.of());
  }

  @ParameterizedTest
  @CsvSource({"'', true", "coupure, false"})
  void anAssertionOfAirServesOnceUnlessAFaultOfOursMakesItServeTwice(String fault, boolean found) {
    IncomingRequest request = CALLER.inAir("patients", Messages.TD0_2, example("td0.2"));
    window.call(request, fault.isEmpty() ? new String[0] : new String[] {fault});
    window.call(request);

    assertThat(window.broken()).isEqualTo(found ? List.of("DMP-T12-2") : List.of());
  }

  @ParameterizedTest
  @CsvSource({"1.2.250.1.213.1.4.10, ''", "1.2.250.1.213.1.4.8, DMP-T16-2"})
  void theInsIsSentWithTheAuthorityInsiGave(String oid, String rule) {
    window.other("insi", found(oid));
    window.call(existence());

    assertThat(window.broken()).isEqualTo(rule.isEmpty() ? List.of() : List.of(rule));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anInsThatInsiSaysIsNotValidIsNotSent(boolean foundAfterwards) {
    window.other("insi", verified("01"));
    if (foundAfterwards) {
      window.other("insi", found(Messages.OID));
    }
    window.call(existence());

    assertThat(window.broken()).isEqualTo(foundAfterwards ? List.of() : List.of("DMP-T16-1"));
  }

  /** The rules this class proves. */
  public static Stream<String> proven() {
    return Stream.of(
        "DMP-T10-1",
        "DMP-T10-2",
        "DMP-T12-2",
        "DMP-T13-1",
        "DMP-T13-2",
        "DMP-T13-3",
        "DMP-T14-1",
        "DMP-T15-1",
        "DMP-T16-1",
        "DMP-T16-2");
  }

  private static ObjectNode found(String oid) {
    ObjectNode decoded = JsonNodeFactory.instance.objectNode();
    decoded
        .putObject("reponse")
        .put("codeCR", "00")
        .put("matricule", Messages.INS.substring(0, 13))
        .put("cle", Messages.INS.substring(13))
        .put("oid", oid);
    return decoded;
  }

  private static ObjectNode verified(String code) {
    ObjectNode decoded = JsonNodeFactory.instance.objectNode();
    decoded.putObject("verification").put("matricule", Messages.INS.substring(0, 13));
    decoded.putObject("reponse").put("codeCR", code);
    return decoded;
  }

  private static IncomingRequest existence() {
    return CALLER.byCard("patients", Messages.TD0_2, example("td0.2"));
  }

  private static IncomingRequest search() {
    return CALLER.byCard("registry", FIND, SEARCH);
  }
}
