package fr.socle.dmp.protocol;

import static fr.socle.dmp.Messages.INS;
import static fr.socle.dmp.Messages.example;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.http.RequestFaults;
import fr.socle.bench.http.Served;
import fr.socle.dmp.Messages;
import fr.socle.dmp.service.KnownPatient;
import fr.socle.dmp.service.PatientId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** TD0.5, TD1.2, TD1.3b, TD1.4, and the forms that are armed: dmp.md 1.6, 1.8. */
class ManagementTest extends OnePatientDmp {
  @Test
  void aPatientIsSearchedByTheRegulationOnly() {
    assertThat(search("normal")).contains("env:DMPAccessDeniedByRightsService<");
    settings(Map.of("dmp.refus-droit", "reponse"));
    assertThat(search("normal")).contains("<typeCode code=\"AE\"/>").contains("DMPAccessDenied");
    assertThat(search("centre_15"))
        .contains("<acknowledgement><typeCode code=\"AA\"/>")
        .contains("extension=\"275039999901191\"")
        .contains("<code code=\"POURCENTAGE\"/><value xsi:type=\"INT\" value=\"100\"/>")
        .contains("<resultTotalQuantity value=\"1\"/>")
        .contains("<family>TESTEUR</family>");
  }

  @Test
  void candidatesComeTheLikeliestFirstAndTooManyAreRefused() {
    dmp().alike(alike(1));
    String two = search("centre_15");
    assertThat(two)
        .contains("<resultTotalQuantity value=\"2\"/>")
        .containsSubsequence("value=\"100\"", "value=\"70\"");
    dmp().alike(alike(49));
    assertThat(search("centre_15")).contains("<resultTotalQuantity value=\"50\"/>");
    dmp().alike(alike(50));
    assertThat(search("centre_15"))
        .contains("<typeCode code=\"AE\"/>")
        .contains("Trop de patients")
        .doesNotContain("<subject ");
  }

  private static List<KnownPatient> alike(int many) {
    return IntStream.range(0, many)
        .mapToObj(
            i ->
                new KnownPatient(
                    new PatientId("2750399999" + (10_000 + i), Messages.OID),
                    List.of(),
                    "TESTEUR",
                    "",
                    List.of("ANNA"),
                    "F",
                    "19750301",
                    "75056"))
        .toList();
  }

  @Test
  void aRecordIsManagedOnlyWhereTheSpaceOpensIt() {
    assertThat(manage("FERM")).contains("PRPA_IN201316UV02").contains("DMPAccessDenied");
    settings(Map.of("dmp.transactions-anciennes", "ouvertes"));
    assertThat(manage("FERM")).contains("PRPA_IN201316UV02").contains("Mon espace santé");
    settings(Map.of("dmp.transactions-anciennes", "ouvertes", "dmp.rattache", "non"));
    assertThat(manage("REAC")).contains("<code code=\"DMPFound\"/>");
    assertThat(manage("MODIF_DATA")).contains("PRPA_IN201315UV02");
    assertThat(dmp().service().dossiers().dossier(INS).opposedToBreakGlass()).isTrue();
    assertThat(dmp().service().dossiers().dossier(INS).telecoms())
        .containsExactly("tel:0100000000");
    assertThat(manage("FERM")).contains("PRPA_IN201315UV02");
    assertThat(existence()).contains("terminated").contains("Le patient ne veut plus de DMP.");
    assertThat(manage("FERM"))
        .contains("<code code=\"DMPClosed\"/>")
        .contains("<statusCode code=\"terminated\"/>");
    assertThat(manage("REAC")).contains("PRPA_IN201315UV02");
    assertThat(existence()).contains("<statusCode code=\"active\"/>");
  }

  /** dmp.md 1.8 (RG_2230): the flow is rejected for an empty name, not for another identifier. */
  @Test
  void theAuthorIsRefusedForHisNameAlone() {
    settings(Map.of("dmp.transactions-anciennes", "ouvertes", "dmp.rattache", "non"));

    assertThat(manage("MODIF_DATA", "1.2.250.1.71.4.2.1", "1.2.3")).contains("PRPA_IN201315UV02");
    assertThat(manage("MODIF_DATA", "<given>LEA</given>", "<given/>"))
        .contains("PRPA_IN201316UV02")
        .contains("Le nom et le prénom de l'auteur sont obligatoires");
  }

  @Test
  void theFormsThatClientsMustPutUpWithAreArmed() {
    assertThat(
            new String(
                dmp()
                    .serve(
                        CALLER.byCard(
                            "habilitations",
                            Messages.TD0_3,
                            Messages.setAuthorization("AJOUT", "")),
                        armed("statut-casse"))
                    .answer()
                    .body(),
                UTF_8))
        .contains(">DMPOK<");
    Served refused =
        dmp()
            .serve(
                CALLER.inAir("patients", Messages.TD0_2, example("td0.2")), armed("refus-metier"));
    assertThat(new String(refused.answer().body(), UTF_8))
        .contains("typeCode=\"AE\"")
        .contains("<code code=\"DMPAccessDeniedByRightsService\"/>");
    Served other =
        dmp()
            .serve(
                CALLER.inAir("patients", Messages.TD0_2, example("td0.2")),
                armed("sexe-different"));
    assertThat(new String(other.answer().body(), UTF_8))
        .contains("<administrativeGenderCode code=\"M\"/>");
  }

  private String search(String purpose) {
    return body(CALLER.byCard("patientsPDQ", Messages.TD0_5, example("td0.5"), purpose(purpose)));
  }

  private String manage(String reason) {
    return manage(reason, "", "");
  }

  private String manage(String reason, String what, String by) {
    String request =
        example("gestion")
            .replace("{motif}", reason)
            .replace("{statut}", reason.equals("FERM") ? "terminated" : "active");
    assertThat(request).contains(what);
    return body(
        CALLER.byCard(
            "patients",
            Messages.REGISTRATION,
            what.isEmpty() ? request : request.replace(what, by)));
  }

  private static RequestFaults armed(String fault) {
    return name -> name.equals(fault) ? Optional.of(Map.of()) : Optional.empty();
  }
}
