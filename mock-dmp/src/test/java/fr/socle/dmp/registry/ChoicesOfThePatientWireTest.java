package fr.socle.dmp.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.client.api.DmpAuthorizationRequest;
import fr.socle.dmp.registry.Wire.Reply;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom the patient blocked, whom he authorised, and from whom he hides, over the wire. */
class ChoicesOfThePatientWireTest extends DocumentsOnTheWire {
  private static final String DENIED = "env:DMPAccessDeniedByRightsService<";

  @ParameterizedTest
  @CsvSource({"tout, false", "consultation, true"})
  void aBlockedProfessionalFeedsButChangesNothing(String reach, boolean changes) throws Exception {
    Wire wire = wire(Map.of("dmp.interdit-portee", reach));
    feed(wire, "1.2.3.4.1", "1.2.3.5.1", "document");
    Matcher entry = only(find(wire, APPROVED));
    order(
        wire,
        "autorisation",
        new DmpAuthorizationRequest(wire.ins(), Wire.HOLDER, "INTERDIT", false));
    String expected = changes ? SUCCESS : DENIED;

    assertThat(find(wire, APPROVED).text()).contains(DENIED);
    assertThat(reference(wire).text()).contains(expected);
    assertThat(visibility(wire, "1.2.3.4.2", entry.group(2), "1", "MASQUE_PS").text())
        .contains(expected);
    String now = changes ? uuid(reference(wire)) : entry.group(1);
    assertThat(update(wire, status(wire, "1.2.3.4.3", now, DELETED))).contains(expected);
    feed(wire, "1.2.3.4.4", "1.2.3.5.2", "autre");
  }

  @ParameterizedTest
  @CsvSource({"oui, true", "non, false"})
  void withoutTheFeedingProfileADocumentIsChangedByWhoIsAuthorised(String profile, boolean changes)
      throws Exception {
    Wire wire = wire(Map.of("dmp.profil-alimentation", profile));
    feed(wire, "1.2.3.4.1", "1.2.3.5.1", "document");
    String uuid = only(find(wire, APPROVED)).group(1);
    state(wire, Wire.HOLDER, "NON_EXISTE");

    assertThat(update(wire, status(wire, "1.2.3.4.2", uuid, ARCHIVED)))
        .contains(changes ? SUCCESS : DENIED);
    state(wire, Wire.HOLDER, "VALIDE");
    assertThat(update(wire, status(wire, "1.2.3.4.3", uuid, ARCHIVED)))
        .contains(changes ? "XDSMetadataUpdateError" : SUCCESS);
  }

  @ParameterizedTest
  @CsvSource({"ouvre, true", "sans-effet, false"})
  void whatIsGivenToAStructureOpensTheRecordToWhoCallsFromIt(String effect, boolean opens)
      throws Exception {
    Wire wire = wire(Map.of("dmp.autorisation-structure", effect));
    feed(wire, "1.2.3.4.1", "1.2.3.5.1", "document");
    state(wire, Wire.HOLDER, "NON_EXISTE");
    assertThat(find(wire, APPROVED).text()).contains(DENIED);

    state(wire, Wire.STRUCTURE, "VALIDE");

    assertThat(find(wire, APPROVED).text()).contains(opens ? "totalResultCount=\"1\"" : DENIED);
    state(wire, Wire.HOLDER, "INTERDIT");
    assertThat(find(wire, APPROVED).text()).contains(DENIED);
  }

  @ParameterizedTest
  @CsvSource({
    "refuse, , XDSRegistryMetadataError, 0, 0",
    "marque, , ResponseStatusType:Success, 1, 0",
    "signale, , INVISIBLE_REPRESENTANTS_LEGAUX, 1, 1",
    "refuse, INVISIBLE_REPRESENTANTS_LEGAUX, ResponseStatusType:Success, 1, 0"
  })
  void whatAMinorHasSentInSecretIsNotForWhoRepresentsHim(
      String setting, @Nullable String visibility, String answer, int taken, int shown)
      throws Exception {
    Wire wire = wire(Map.of("dmp.connexion-secrete", setting));
    Metadata metadata = new Metadata(wire.composite());
    String[] hidden = visibility == null ? new String[] {} : new String[] {visibility};

    Reply fed =
        wire.feedInSecret(
            metadata.feeding(
                "1.2.3.4.1",
                metadata.images("Document01", "1.2.3.5.1", hidden),
                List.of("Document01")),
            Map.of("Document01@lps", "document".getBytes(UTF_8)));

    assertThat(fed.text()).contains(answer);
    assertThat(seen(wire, "medecin").documents()).hasSize(taken);
    assertThat(seen(wire, "representant-legal").documents()).hasSize(shown);
  }

  @Test
  void aChangeOfVisibilityKeepsTheNormalCodeAndTakesNoOtherInItsPlace() throws Exception {
    for (String setting : List.of("ignore", "refuse")) {
      Wire wire = wire(Map.of("dmp.fiche-changee", setting));
      feed(wire, "1.2.3.4.1", "1.2.3.5.1", "document");
      Matcher entry = only(find(wire, APPROVED));
      Metadata metadata = new Metadata(wire.composite());
      String body =
          metadata.update(
              "1.2.3.4.2",
              metadata
                      .entry(
                          "Document01",
                          "lid=\"" + entry.group(2) + "\" status=\"" + APPROVED + "\"",
                          "1.2.3.5.1",
                          "MASQUE_PS")
                      .replaceFirst("<rim:Name>", Metadata.references() + "<rim:Name>")
                  + Metadata.member("Document01", Metadata.slot("PreviousVersion", "1")));

      String answer =
          update(wire, body.replace("nodeRepresentation=\"N\"", "nodeRepresentation=\"V\""));

      assertThat(answer)
          .contains(setting.equals("refuse") ? "errorCode=\"XDSMetadataUpdateError\"" : SUCCESS);
      assertThat(find(wire, APPROVED).text())
          .contains("nodeRepresentation=\"N\"")
          .doesNotContain("nodeRepresentation=\"V\"");
      assertThat(update(wire, body)).contains(setting.equals("refuse") ? SUCCESS : "Failure");
    }
  }

  @ParameterizedTest
  @CsvSource({"admis, true", "refuse, false"})
  void hidingFromThePatientWhatHeSawIsRefusedWhereTheSpaceSaysSo(String setting, boolean taken)
      throws Exception {
    Wire wire = wire(Map.of("dmp.cacher-au-patient", setting));
    feed(wire, "1.2.3.4.1", "1.2.3.5.1", "document");
    Matcher entry = only(find(wire, APPROVED));

    assertThat(visibility(wire, "1.2.3.4.2", entry.group(2), "1", "INVISIBLE_PATIENT").text())
        .contains(taken ? SUCCESS : "DMPAccessDeniedByRightsService");
    assertThat(seen(wire, "patient").documents()).hasSize(taken ? 0 : 1);
    assertThat(visibility(wire, "1.2.3.4.3", entry.group(2), taken ? "2" : "1").text())
        .contains(SUCCESS);
    assertThat(seen(wire, "patient").documents()).hasSize(1);
  }

  private static void state(Wire wire, String holder, String state) {
    order(wire, "autorisation", new DmpAuthorizationRequest(wire.ins(), holder, state, false));
  }

  private static Reply reference(Wire wire) throws Exception {
    return wire.byCard(
        "registry",
        Wire.FIND,
        Metadata.query(
            GET_DOCUMENTS,
            "ObjectRef",
            Metadata.slot("$XDSDocumentEntryUniqueId", "('1.2.3.5.1')")));
  }

  private static String uuid(Reply reference) {
    return reference.text().replaceAll("(?s).*<rim:ObjectRef id=\"([^\"]+)\".*", "$1");
  }
}
